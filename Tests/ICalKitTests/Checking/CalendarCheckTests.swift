import ICalKit
import Testing

@Suite struct CalendarCheckTests {
    private func codes(_ bytes: [UInt8]) throws -> [Diagnostic.Code] {
        CalendarCheck(try CalendarReader().read(bytes).document).diagnostics.map(\.code)
    }

    /// An event with something wrong in it, and what is said of it.
    struct Flaw: Sendable {
        let code: Diagnostic.Code
        let section: String
        let lines: [String]

        init(_ code: Diagnostic.Code, _ section: String, _ lines: String...) {
            self.code = code
            self.section = section
            self.lines = lines
        }
    }

    private static let utc = "DTSTART:20261010T000000Z"
    private static let tokyo = "DTSTART;TZID=Asia/Tokyo:20261010T000000"

    static let flaws = [
        Flaw(.invalidValue, "3.3", "DTSTART:20261310T000000Z"),
        Flaw(.invalidValue, "3.3", utc, "ATTACH;ENCODING=BASE64;VALUE=BINARY:!!!"),
        Flaw(.invalidValue, "3.3", utc, "X-A;VALUE=FLOAT:1e5"),
        Flaw(.valueType, "3.2.20", "DTSTART:20261010"),
        Flaw(.valueType, "3.2.20", "DTSTART;VALUE=DATE:20261010T090000"),
        Flaw(.strayWhitespace, "3.3", "DTSTART: 20261010T000000Z"),
        Flaw(.looseValue, "3.3.6", utc, "DURATION:P1W2D"),
        Flaw(.looseValue, "3.3.6", utc, "DURATION:PT"),
        Flaw(.looseValue, "3.2.7", utc, "ATTACH;VALUE=BINARY:6YGL"),
        Flaw(.looseValue, "3.3.10", utc, "RRULE:FREQ=DAILY; COUNT=2;;BYDAY="),
        Flaw(.textEscape, "3.3.11", utc, "SUMMARY:a, b"),
        Flaw(.textEscape, "3.3.11", utc, "LOCATION:a\\:b"),
        Flaw(.quotedPrintable, "3.2.7", utc, "SUMMARY;ENCODING=QUOTED-PRINTABLE:=41"),
        Flaw(.invalidName, "3.1", utc, "X-MY_NAME:a"),
        Flaw(.invalidName, "3.2", utc, "X-A;X_B=c:a"),
        Flaw(.obsolete, "A.3", utc, "EXRULE:FREQ=DAILY"),
        Flaw(.obsolete, "A.3", utc, "RRULE:FREQ=DAILY;X-TIMES=2"),
        Flaw(.obsolete, "A.3", utc, "RECURRENCE-ID;RANGE=THISANDPRIOR:20261010T000000Z"),
        Flaw(.endBeforeStart, "3.8.2.2", utc, "DTEND:20261009T000000Z"),
        Flaw(.endBeforeStart, "3.8.2.2", utc, "DTEND;VALUE=DATE:20261011"),
        Flaw(.conflictingProperties, "3.6.1", utc, "DTEND:20261011T000000Z", "DURATION:PT1H"),
        Flaw(.repeatedProperty, "3.6.1", utc, "SUMMARY:a", "SUMMARY:b"),
        Flaw(.missingProperty, "3.6.1", "SUMMARY:no start"),
        Flaw(.invalidRule, "3.3.10", utc, "RRULE:FREQ=NEVER"),
        Flaw(.discouragedRule, "3.3.10", utc, "RRULE:FREQ=DAILY;BYWEEKNO=3"),
        Flaw(.discouragedRule, "3.3.10", utc, "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20261212T000000Z"),
        Flaw(.untilForm, "3.3.10", tokyo, "RRULE:FREQ=DAILY;UNTIL=20261212"),
        Flaw(.untilForm, "3.3.10", tokyo, "RRULE:FREQ=DAILY;UNTIL=20261212T000000"),
        Flaw(.endedRule, "3.3.10", tokyo, "RRULE:FREQ=DAILY;UNTIL=20261009T140000Z"),
        Flaw(.exceptionForm, "3.8.5.1", utc, "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20261011"),
        Flaw(.windowsTimeZone, "3.2.19", "DTSTART;TZID=Tokyo Standard Time:20261010T090000"),
        Flaw(.decoratedTimeZone, "3.2.19", "DTSTART;TZID=/example.org/2026_1/Asia/Tokyo:20261010T090000"),
        Flaw(.missingTimeZone, "3.2.19", tokyo),
        Flaw(.unknownTimeZone, "3.2.19", "DTSTART;TZID=Nowhere:20261010T090000"),
        Flaw(.strayTimeZone, "3.2.19", "DTSTART;TZID=Asia/Tokyo:20261010T090000Z"),
    ]

    @Test(arguments: flaws.indices)
    func event_withAFlaw_isDiagnosed_andRefusedByAStrictReader(index: Int) throws {
        let flaw = Self.flaws[index]
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260401T000000Z"]
        let bytes = Calendars.bytes(head + flaw.lines + ["END:VEVENT", "END:VCALENDAR"])
        let found = CalendarCheck(try CalendarReader().read(bytes).document).diagnostics
        #expect(found.contains { $0.code == flaw.code && $0.section == flaw.section }, "\(found)")
        #expect(throws: ReadingError.self) { try CalendarReader(isStrict: true).read(bytes) }
    }

    /// What is put up with is listed where the reader and the check are tested; nothing is missing there.
    @Test func everyCode_isTested() {
        let elsewhere: Set<Diagnostic.Code> = [.version, .invalidTimeZone, .windowsEpoch, .shiftJIS]
        let tested = Set(Self.flaws.map(\.code)).union(CalendarReaderTests.leniencies.map(\.code))
        #expect(tested.union(elsewhere) == Set(Diagnostic.Code.allCases))
    }

    @Test func soundEvent_hasNothingToSayAbout() throws {
        let bytes = Calendars.event(
            Self.utc, "DURATION:P1DT2H", "SUMMARY:a\\, b\\; c\\nd", "CATEGORIES:a,b",
            "RRULE:freq=weekly;BYDAY=mo;COUNT=2",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20261010T000000Z", "GEO:35.68;-139.7", "X-ANY:a,b;c\\d", "PRIORITY:+5")
        #expect(try codes(bytes) == [])
    }

    @Test func timeZone_thatStandsTwice_isDiagnosed() throws {
        let zone = [
            "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0900",
            "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE",
        ]
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
        #expect(try codes(Calendars.bytes(head + zone + zone + ["END:VCALENDAR"])) == [.invalidTimeZone])
    }

    @Test func calendar_withoutItsProperties_isDiagnosed() throws {
        let found = try codes(Calendars.bytes(["BEGIN:VCALENDAR", "VERSION:1.0", "END:VCALENDAR"]))
        #expect(Set(found) == [.version, .missingProperty])
    }

    @Test func timeZone_thatCannotBeUsed_isDiagnosed() throws {
        let empty = try codes(Calendars.calendar("BEGIN:VTIMEZONE", "TZID:X", "END:VTIMEZONE"))
        #expect(empty == [.invalidTimeZone])
        let windows = try codes(
            Calendars.calendar(
                "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0900",
                "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE"))
        #expect(windows == [.windowsEpoch])
    }

    @Test func diagnostics_areInFileOrder_withTheirLines() throws {
        let document = try CalendarReader().read(
            Calendars.event("DTSTART:20261010T000000Z", "RRULE:FREQ=X", "PRIORITY:high")
        ).document
        #expect(CalendarCheck(document).diagnostics.map(\.line) == [8, 9])
    }
}
