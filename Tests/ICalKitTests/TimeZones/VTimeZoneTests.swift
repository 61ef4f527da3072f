import ICalKit
import Testing

@Suite struct VTimeZoneTests {
    @Test func tokyo_isOneStandardObservance() throws {
        let bytes = try VTimeZone.bytes(identifier: "Asia/Tokyo", from: .year(2026), to: .year(2027))
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                BEGIN:VTIMEZONE\r
                TZID:Asia/Tokyo\r
                BEGIN:STANDARD\r
                DTSTART:19700101T000000\r
                TZOFFSETFROM:+0900\r
                TZOFFSETTO:+0900\r
                TZNAME:JST\r
                END:STANDARD\r
                END:VTIMEZONE\r\n
                """)
    }

    @Test func unknownZone_isRefused() {
        #expect(throws: TimeZoneError.unknown("../etc/passwd")) {
            try VTimeZone.bytes(identifier: "../etc/passwd", from: .year(2026), to: .year(2027))
        }
    }
}

extension CalendarDate {
    static func year(_ year: Int) -> CalendarDate {
        CalendarDate(year: year, month: 1, day: 1) ?? .earliest
    }
}
