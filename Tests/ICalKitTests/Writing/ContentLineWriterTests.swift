import ICalKit
import Testing

@Suite struct ContentLineWriterTests {
    private func written(_ body: (inout ContentLineWriter) -> Void) -> String {
        var writer = ContentLineWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func text_withSpecialCharacters_isEscaped() {
        let line = written { $0.text("SUMMARY", "a\\b;c,d\ne\r\nf\u{0}g\th") }
        #expect(line == "SUMMARY:a\\\\b\\;c\\,d\\ne\\nfg\th\r\n")
    }

    @Test func texts_withCommaInValue_keepsTheValuesApart() {
        #expect(written { $0.texts("CATEGORIES", ["a,b", "c"]) } == "CATEGORIES:a\\,b,c\r\n")
    }

    @Test func raw_withLineBreak_cannotStartALine() {
        #expect(written { $0.raw("URL", "x\r\nATTENDEE:y") } == "URL:xATTENDEE:y\r\n")
    }

    @Test func parameters_areQuotedAndCaretEncoded() {
        let line = written { $0.raw("ATTENDEE", "mailto:a@b", parameters: [Parameter("CN", "A \"B\", C^\nD")]) }
        #expect(line == "ATTENDEE;CN=\"A ^'B^', C^^^nD\":mailto:a@b\r\n")
    }

    @Test func lines_overSeventyFiveOctets_foldBetweenCharacters() {
        let line = written { $0.text("SUMMARY", String(repeating: "運動会", count: 30)) }
        let pieces = line.split(separator: "\r\n")
        #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
        #expect(pieces.dropFirst().allSatisfy { $0.first == " " })
        #expect(
            pieces.enumerated().map { $0.offset == 0 ? $0.element : $0.element.dropFirst() }.joined()
                == "SUMMARY:" + String(repeating: "運動会", count: 30))
    }

    @Test func lines_ofSeventyFiveOctets_doNotFold() {
        #expect(!written { $0.text("X", String(repeating: "a", count: 73)) }.dropLast().contains("\r\n "))
    }

    @Test func times_haveTheirThreeForms() throws {
        let day = try #require(CalendarDate(year: 2026, month: 10, day: 10))
        let lines = written {
            $0.begin("VEVENT")
            $0.date("DTSTART", day)
            $0.utc("DTSTAMP", secondsSince1970: 1_791_590_400)
            $0.local("DTEND", day, secondOfDay: 33_300, timeZone: "Asia/Tokyo")
            $0.end("VEVENT")
        }
        #expect(
            lines == """
                BEGIN:VEVENT\r
                DTSTART;VALUE=DATE:20261010\r
                DTSTAMP:20261010T000000Z\r
                DTEND;TZID=Asia/Tokyo:20261010T091500\r
                END:VEVENT\r\n
                """)
    }
}
