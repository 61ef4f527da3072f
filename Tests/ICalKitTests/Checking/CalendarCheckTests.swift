import ICalKit
import Testing

@Suite struct CalendarCheckTests {
    private func codes(_ bytes: [UInt8]) throws -> [Diagnostic.Code] {
        CalendarCheck(try CalendarReader().read(bytes).document).diagnostics.map(\.code)
    }

    @Test(arguments: [
        (["DTSTART:20261310T000000Z"], Diagnostic.Code.invalidValue),
        (["DTSTART:20261010T000000Z", "DTEND:20261009T000000Z"], .endBeforeStart),
        (["DTSTART:20261010T000000Z", "DTEND;VALUE=DATE:20261011"], .endBeforeStart),
        (["DTSTART:20261010T000000Z", "DTEND:20261011T000000Z", "DURATION:PT1H"], .conflictingProperties),
        (["DTSTART:20261010T000000Z", "SUMMARY:a", "SUMMARY:b"], .repeatedProperty),
        (["DTSTART:20261010T000000Z", "RRULE:FREQ=NEVER"], .invalidRule),
        (["DTSTART:20261010T000000Z", "RRULE:FREQ=DAILY;BYWEEKNO=3"], .discouragedRule),
        (["DTSTART:20261010T000000Z", "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20261212T000000Z"], .discouragedRule),
        (["DTSTART;TZID=Asia/Tokyo:20261010T000000", "RRULE:FREQ=DAILY;UNTIL=20261212"], .untilForm),
        (["DTSTART;TZID=Asia/Tokyo:20261010T000000", "RRULE:FREQ=DAILY;UNTIL=20261212T000000"], .untilForm),
        (["DTSTART:20261010T000000Z", "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20261011"], .exceptionForm),
        (["DTSTART;TZID=Tokyo Standard Time:20261010T090000"], .windowsTimeZone),
        (["DTSTART;TZID=/example.org/2026_1/Asia/Tokyo:20261010T090000"], .decoratedTimeZone),
        (["DTSTART;TZID=Asia/Tokyo:20261010T090000"], .missingTimeZone),
        (["DTSTART;TZID=Nowhere:20261010T090000"], .unknownTimeZone),
        (["DTSTART:20261010T000000Z", "ATTACH;ENCODING=BASE64;VALUE=BINARY:!!!"], .invalidValue),
    ])
    func event_withAFlaw_isDiagnosed(lines: [String], code: Diagnostic.Code) throws {
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260401T000000Z"]
        let found = try codes(Calendars.bytes(head + lines + ["END:VEVENT", "END:VCALENDAR"]))
        #expect(found.contains(code), "\(found)")
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
