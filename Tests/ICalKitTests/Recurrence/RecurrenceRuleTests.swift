import ICalKit
import Testing

@Suite struct RecurrenceRuleTests {
    @Test func rule_inAnyOrderAndCase_hasOneWireForm() throws {
        let rule = try RecurrenceRule("byday=-1su,MO;wkst=su;COUNT=3;freq=Yearly;INTERVAL=1;BYMONTH=3,10;")
        #expect(rule.wireForm == "FREQ=YEARLY;COUNT=3;BYDAY=-1SU,MO;BYMONTH=3,10;WKST=SU")
        #expect(try RecurrenceRule(rule.wireForm) == rule)
    }

    @Test(arguments: [
        " FREQ = DAILY ; COUNT = 2 ", "FREQ=DAILY;;COUNT=2;", "FREQ=DAILY;BYDAY=;COUNT=2", "FREQ=DAILY;COUNT=2;X-A=3",
        "RSCALE=gregorian;SKIP=OMIT;FREQ=DAILY;COUNT=2",
    ])
    func rule_withMoreThanTheGrammarHas_isRead(text: String) throws {
        #expect(try RecurrenceRule(text).wireForm == "FREQ=DAILY;COUNT=2")
    }

    /// Where no BYMONTH is written, the numbers of BYDAY count within the year; all twelve months written are months.
    @Test(arguments: [
        ("20020516", "FREQ=YEARLY;BYMONTHDAY=16;BYDAY=20TH", ["20020516", "20130516"]),
        ("20200313", "FREQ=YEARLY;BYMONTHDAY=13,14;BYDAY=11FR", ["20200313", "20250314"]),
        ("20200101", "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=1WE", ["20200101", "20200205"]),
        ("20200101", "FREQ=YEARLY;BYDAY=1WE", ["20200101", "20210106"]),
    ])
    func numbersOfWeekdays_countInTheYear_unlessMonthsAreNamed(start: String, text: String, expected: [String]) throws {
        let set = RecurrenceSet(start: try #require(CalendarTime(start)), rules: [try RecurrenceRule(text)])
        #expect(set.instances().prefix(2).map { CalendarTime.date($0.local.date).wireForm } == expected)
    }

    @Test func rule_thatEndsBeforeItsStart_leavesNothing() throws {
        let start = try #require(CalendarTime("20260410T090000Z"))
        let ended = try RecurrenceRule("FREQ=DAILY;UNTIL=20260410T085959Z")
        #expect(RecurrenceSet(start: start, rules: [ended]).instances().first { _ in true } == nil)
        let last = try RecurrenceRule("FREQ=DAILY;UNTIL=20260410T090000Z")
        #expect(RecurrenceSet(start: start, rules: [last]).instances().map(\.local) == [start.local])
        let added = RecurrenceSet(start: start, rules: [ended], additions: [.init(.utc(LocalDateTime(.year(2027))))])
        #expect(added.instances().map(\.local) == [LocalDateTime(.year(2027))])
    }

    @Test(arguments: [
        ("INTERVAL=2", RecurrenceError.frequency), ("FREQ=FORTNIGHTLY", .frequency),
        ("FREQ=DAILY;INTERVAL=0", .outOfRange("INTERVAL")), ("FREQ=DAILY;COUNT=-1", .outOfRange("COUNT")),
        ("FREQ=DAILY;COUNT=x", .malformed("COUNT")), ("FREQ=DAILY;UNTIL=soon", .malformed("UNTIL")),
        ("FREQ=DAILY;BYHOUR=24", .outOfRange("BYHOUR")), ("FREQ=DAILY;BYMONTH=0", .outOfRange("BYMONTH")),
        ("FREQ=MONTHLY;BYMONTHDAY=-32", .outOfRange("BYMONTHDAY")), ("FREQ=MONTHLY;BYDAY=0MO", .outOfRange("BYDAY")),
        ("FREQ=MONTHLY;BYDAY=XX", .malformed("BYDAY")), ("FREQ=DAILY;FREQ=DAILY", .repeated("FREQ")),
        ("FREQ=DAILY;BYEASTER=0", .unknownPart("BYEASTER")), ("RSCALE=HEBREW;FREQ=YEARLY", .unknownPart("RSCALE")),
        ("FREQ=DAILY;nonsense", .malformed("nonsense")),
    ])
    func rule_thatTheGrammarForbids_isRefused(text: String, error: RecurrenceError) {
        #expect(throws: error) { try RecurrenceRule(text) }
    }

    @Test func list_thatIsFarTooLong_isRefused() {
        let list = Array(repeating: "1", count: 1_001).joined(separator: ",")
        #expect(throws: RecurrenceError.tooManyValues("BYSECOND")) { try RecurrenceRule("FREQ=DAILY;BYSECOND=\(list)") }
    }

    @Test(arguments: [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31", "FREQ=SECONDLY;BYSETPOS=2",
        "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=5", "FREQ=HOURLY;INTERVAL=24;BYHOUR=5", "FREQ=DAILY;BYSETPOS=366",
        "FREQ=SECONDLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=31", "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=59", "FREQ=YEARLY;BYYEARDAY=60;BYMONTHDAY=3;BYMONTH=12",
        "FREQ=SECONDLY;INTERVAL=999999937;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=1000000000;BYMONTH=2;BYMONTHDAY=30",
    ])
    func rule_thatNeverComesTrue_ends(text: String) throws {
        let start = CalendarTime.floating(LocalDateTime(.year(2026)))
        let set = RecurrenceSet(start: start, rules: [try RecurrenceRule(text)], includesStart: false)
        let clock = ContinuousClock()
        let took = clock.measure { #expect(set.instances().first { _ in true } == nil) }
        #expect(took < .seconds(10), "debug build")
    }

    @Test(arguments: [
        "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=7", "FREQ=HOURLY;INTERVAL=5;BYMINUTE=3,40", "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU;WKST=WE", "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR",
        "FREQ=YEARLY;INTERVAL=3;BYWEEKNO=1,53;BYDAY=MO,SU", "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=MONTHLY;BYSETPOS=-2;BYDAY=MO,WE",
    ])
    func window_farAway_isTheSameAsWalkingThere(text: String) throws {
        let start = CalendarTime.floating(LocalDateTime(seconds: LocalDateTime(.year(2020)).seconds + 34_567))
        let set = RecurrenceSet(start: start, rules: [try RecurrenceRule(text)], includesStart: false)
        let isShort = text.contains("LY;INT") == false && text.hasPrefix("FREQ=SECONDLY")
        let from = LocalDateTime(seconds: start.local.seconds + (isShort ? 100_000 : 5_000_000))
        let walked = set.instances().lazy.filter { $0.local >= from }.prefix(20)
        #expect(Array(walked) == Array(set.instances(from: from).prefix(20)))
    }

    @Test func seek_toTheEndOfTime_isImmediate() throws {
        let set = RecurrenceSet(
            start: .floating(LocalDateTime(.year(1970))), rules: [try RecurrenceRule("FREQ=SECONDLY")])
        let first = set.instances(from: LocalDateTime(.year(9999))).first { _ in true }
        #expect(first?.local == LocalDateTime(.year(9999)))
    }

    @Test func localTime_inAGap_keepsItsPlaceAndCount() throws {
        let zone = try #require(TimeZoneDatabase().rules("America/New_York"))
        let start = try #require(CalendarTime("20260307T023000", timeZone: "America/New_York"))
        let set = RecurrenceSet(start: start, zone: zone, rules: [try RecurrenceRule("FREQ=DAILY;COUNT=3")])
        let found = set.instances().map { CalendarTime.utc(LocalDateTime(seconds: $0.moment)).wireForm }
        #expect(found == ["20260307T073000Z", "20260308T073000Z", "20260309T063000Z"])
    }

    @Test func localTime_thatOccursTwice_isTheFirst() throws {
        let zone = try #require(TimeZoneDatabase().rules("America/New_York"))
        let start = try #require(CalendarTime("20261101T013000", timeZone: "America/New_York"))
        let set = RecurrenceSet(start: start, zone: zone)
        #expect(set.instances().map(\.moment) == [1_793_511_000])
    }

    @Test func rule_onAWholeDay_ignoresTheClock() throws {
        let set = RecurrenceSet(
            start: .date(.year(2026)), rules: [try RecurrenceRule("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=5;COUNT=2")])
        #expect(set.instances().map(\.local.secondOfDay) == [0, 0])
    }

    @Test func exceptionWithAClock_besideWholeDays_isTheDayOfItsMidnight() throws {
        let exceptions = ["20260102T000000Z", "20260103T120000"].compactMap { CalendarTime($0) }
        let set = RecurrenceSet(
            start: .date(.year(2026)), rules: [try RecurrenceRule("FREQ=DAILY;COUNT=3")], exceptions: exceptions)
        #expect(set.instances().map(\.local.date.day) == [1, 3])
    }

    @Test func additionsAndExceptions_changeTheSet() throws {
        let start = CalendarTime.floating(LocalDateTime(.year(2026), secondOfDay: 3_600))
        let hour = { (hours: Int64) in
            CalendarTime.floating(LocalDateTime(seconds: start.local.seconds + hours * 3_600))
        }
        let set = RecurrenceSet(
            start: start, rules: [try RecurrenceRule("FREQ=HOURLY;COUNT=4")],
            additions: [.init(hour(2)), .init(hour(30), duration: 60)],
            exceptions: [hour(1), .date(CalendarDate(daysSince1970: start.local.date.daysSince1970 + 5))])
        #expect(set.instances().map { ($0.local.seconds - start.local.seconds) / 3_600 } == [0, 2, 3, 30])
        #expect(set.instances().map(\.periodDuration) == [nil, nil, nil, 60])
    }
}
