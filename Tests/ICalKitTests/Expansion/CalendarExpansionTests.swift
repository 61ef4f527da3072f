import ICalKit
import Testing

@Suite struct CalendarExpansionTests {
    private func found(_ bytes: [UInt8], _ from: Int = 2_026, _ to: Int = 2_027) throws -> [String] {
        let document = try CalendarReader().read(bytes).document
        return try CalendarExpansion(document).occurrences(from: .year(from), to: .year(to)).map {
            "\($0.time($0.startMoment).wireForm)/\($0.time($0.endMoment).wireForm) \($0.event.summary ?? "")"
        }
    }

    private func series(_ overrides: String...) -> [UInt8] {
        let master = [
            "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "DTSTART:20260101T090000Z", "DTEND:20260101T100000Z",
            "RRULE:FREQ=DAILY;COUNT=5", "SUMMARY:m", "END:VEVENT",
        ]
        return Calendars.bytes(master + ["BEGIN:VEVENT", "UID:a"] + overrides + ["END:VEVENT", "END:VCALENDAR"])
    }

    @Test func override_takesThePlaceOfItsInstance() throws {
        let lines = try found(series("RECURRENCE-ID:20260103T090000Z", "DTSTART:20260110T120000Z", "SUMMARY:o"))
        #expect(
            lines.map { $0.split(separator: "/")[0] } == [
                "20260101T090000Z", "20260102T090000Z", "20260104T090000Z", "20260105T090000Z", "20260110T120000Z",
            ])
        #expect(lines.last == "20260110T120000Z/20260110T120000Z o")
    }

    @Test func override_ofThisAndFuture_movesEverythingAfterIt() throws {
        let lines = try found(
            series(
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20260103T090000Z", "DTSTART:20260103T110000Z", "DURATION:PT30M",
                "SUMMARY:o"))
        #expect(
            lines == [
                "20260101T090000Z/20260101T100000Z m", "20260102T090000Z/20260102T100000Z m",
                "20260103T110000Z/20260103T113000Z o", "20260104T110000Z/20260104T113000Z o",
                "20260105T110000Z/20260105T113000Z o",
            ])
    }

    @Test func ends_followTheirKind() throws {
        #expect(try found(Calendars.event("DTSTART;VALUE=DATE:20260401")) == ["20260401/20260402 "])
        #expect(try found(Calendars.event("DTSTART:20260401T090000")) == ["20260401T090000/20260401T090000 "])
        #expect(
            try found(Calendars.event("DTSTART;VALUE=DATE:20260401", "DURATION:P1W")) == ["20260401/20260408 "])
        let camp = Calendars.event(
            "DTSTART;TZID=America/New_York:20260307T120000", "DTEND;TZID=America/New_York:20260308T120000")
        #expect(try found(camp) == ["20260307T170000Z/20260308T160000Z "])
        let exact = Calendars.event("DTSTART;TZID=America/New_York:20260307T120000", "DURATION:PT24H")
        #expect(try found(exact) == ["20260307T170000Z/20260308T170000Z "])
    }

    @Test func additionalPeriod_hasItsOwnEnd() throws {
        let bytes = Calendars.event(
            "DTSTART:20260101T000000Z", "DURATION:PT1H",
            "RDATE;VALUE=PERIOD:20260201T000000Z/PT5M,20260301T000000Z/20260301T020000Z")
        #expect(
            try found(bytes) == [
                "20260101T000000Z/20260101T010000Z ", "20260201T000000Z/20260201T000500Z ",
                "20260301T000000Z/20260301T020000Z ",
            ])
    }

    @Test func additionalPeriod_countsDaysOnTheCalendar() throws {
        let bytes = Calendars.event(
            "DTSTART;TZID=America/New_York:20260306T120000",
            "RDATE;TZID=America/New_York;VALUE=PERIOD:20260307T120000/P1DT1H")
        #expect(try found(bytes).last == "20260307T170000Z/20260308T170000Z ")
    }

    @Test func additionalPeriod_onTheStartItself_saysHowLong() throws {
        let bytes = Calendars.event(
            "DTSTART:20260101T000000Z", "DURATION:PT1H", "RDATE;VALUE=PERIOD:20260101T000000Z/PT5M")
        #expect(try found(bytes) == ["20260101T000000Z/20260101T000500Z "])
    }

    @Test func window_countsTheStartInUTC_andExcludesItsEnd() throws {
        let bytes = Calendars.event("DTSTART;TZID=Asia/Tokyo:20260101T080000", "RRULE:FREQ=YEARLY;COUNT=3")
        #expect(try found(bytes, 2_026, 2_027) == ["20261231T230000Z/20261231T230000Z "])
    }

    @Test(arguments: [
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;COUNT=1000000000",
    ])
    func manyRulesThatLeadNowhere_endAtTheWorkLimit(rule: String) throws {
        let event = ["BEGIN:VEVENT", "DTSTART:19700101T000000Z", "RRULE:\(rule)", "END:VEVENT"]
        let document = try CalendarReader().read(Calendars.bytes((0..<1_000).flatMap { _ in event })).document
        var limits = ReadingLimits()
        limits.work = 1_000_000
        #expect(throws: ExpansionError.tooMuchWork(1_000_000)) {
            try CalendarExpansion(document, limits: limits).occurrences(from: .year(2_026), to: .year(2_027))
        }
    }

    @Test func cancelledEvents_areListed() throws {
        #expect(try found(Calendars.event("DTSTART:20260401T090000Z", "STATUS:CANCELLED")).count == 1)
    }

    @Test func unknownZone_isFloating() throws {
        let bytes = Calendars.event("DTSTART;TZID=Nowhere:20260401T090000")
        #expect(try found(bytes) == ["20260401T090000/20260401T090000 "])
    }

    @Test func unreadableRule_leavesTheFirstInstance() throws {
        #expect(try found(Calendars.event("DTSTART:20260401T090000Z", "RRULE:FREQ=NEVER")).count == 1)
    }
}
