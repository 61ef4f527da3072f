import ICalKit
import Testing

@Suite struct CalendarReaderTests {
    private static let plain =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:運動会\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

    /// Departures from the standard, each with what is reported and on which line.
    struct Leniency: Sendable {
        let code: Diagnostic.Code
        let line: Int
        let section: String
        let bytes: [UInt8]
        var summary: String? = "運動会"
    }

    static let leniencies: [Leniency] = [
        Leniency(code: .lineEnding, line: 1, section: "3.1", bytes: Array(plain.utf8.filter { $0 != 13 })),
        Leniency(code: .lineEnding, line: 1, section: "3.1", bytes: Array(plain.utf8.filter { $0 != 10 })),
        Leniency(code: .byteOrderMark, line: 1, section: "3.1.4", bytes: [0xEF, 0xBB, 0xBF] + Array(plain.utf8)),
        Leniency(code: .strayWhitespace, line: 1, section: "3.1", bytes: Array("  \(plain)".utf8)),
        Leniency(
            code: .strayWhitespace, line: 3, section: "3.1",
            bytes: Array(plain.replacing("2.0\r\n", with: "2.0\r\n\r\n").utf8)),
        Leniency(
            code: .strayWhitespace, line: 5, section: "3.1",
            bytes: Array(plain.replacing("運動会", with: "運\r\n\r\n 動会").utf8)),
        Leniency(
            code: .strayWhitespace, line: 4, section: "3.1",
            bytes: Array(plain.replacing("SUMMARY:", with: "SUMMARY \t:").utf8)),
        Leniency(
            code: .lineEnding, line: 1, section: "3.1", bytes: Array(plain.replacing("\r\n", with: "\r\r\n").utf8)),
        Leniency(
            code: .utf16, line: 1, section: "3.1.4",
            bytes: [0xFF, 0xFE] + plain.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        Leniency(
            code: .utf16, line: 1, section: "3.1.4",
            bytes: [0xFE, 0xFF] + plain.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
        Leniency(
            code: .quotedPrintable, line: 4, section: "3.2.7",
            bytes: Array(
                plain.replacing(
                    "SUMMARY:運動会",
                    with: "SUMMARY;ENCODING=QUOTED-PRINTABLE:=E9=81=8B=\r\n=E5=8B=95=\r\n=E4=BC=9A"
                ).utf8)),
        Leniency(
            code: .foldInsideCharacter, line: 5, section: "3.1",
            bytes: {
                var bytes = Array(plain.utf8)
                let split = bytes.count - "動会\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".utf8.count + 1
                bytes.insert(contentsOf: [13, 10, 32], at: split)
                return bytes
            }()),
        Leniency(
            code: .controlCharacter, line: 4, section: "3.1",
            bytes: Array(plain.replacing("運動", with: "運\u{1}\u{7F}動").utf8)),
        Leniency(
            code: .notUTF8, line: 4, section: "3.1.4",
            bytes: Array(plain.utf8).replacing(Array("会".utf8), with: [0xFF]),
            summary: "運動\u{FFFD}"),
        Leniency(
            code: .malformedLine, line: 4, section: "3.1",
            bytes: Array(plain.replacing("SUMMARY", with: "no colon here\r\nSUMMARY").utf8)),
        Leniency(
            code: .malformedParameter, line: 4, section: "3.2",
            bytes: Array(plain.replacing("SUMMARY", with: "SUMMARY;LANGUAGE").utf8)),
        Leniency(
            code: .malformedParameter, line: 4, section: "3.2",
            bytes: Array(plain.replacing("SUMMARY", with: "SUMMARY;X=a\"b").utf8)),
        Leniency(
            code: .misspeltEnd, line: 6, section: "3.6",
            bytes: Array(plain.replacing("END:VCALENDAR", with: "END:VCALENDARD").utf8)),
        Leniency(code: .outsideComponent, line: 1, section: "3.4", bytes: Array("X-A:b\r\n\(plain)".utf8)),
        Leniency(
            code: .noCalendar, line: 1, section: "3.4",
            bytes: Array("BEGIN:VEVENT\r\nSUMMARY:運動会\r\nEND:VEVENT\r\n".utf8)),
    ]

    @Test(arguments: leniencies.indices)
    func departure_isReadWithADiagnostic_andRefusedByAStrictReader(index: Int) throws {
        let leniency = Self.leniencies[index]
        let reading = try CalendarReader().read(leniency.bytes)
        #expect(reading.document.events.map(\.summary) == [leniency.summary])
        let diagnostic = try #require(reading.diagnostics.first { $0.code == leniency.code })
        #expect(diagnostic.line == leniency.line)
        #expect(diagnostic.section == leniency.section)
        let error = #expect(throws: ReadingError.self) { try CalendarReader(isStrict: true).read(leniency.bytes) }
        #expect(error?.code == .notConforming)
        #expect(error?.diagnostic != nil)
    }

    @Test func softLineEnd_withNothingAfterIt_takesNoComponentAway() throws {
        let text = "BEGIN:VEVENT\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE:a==\r\nEND:VEVENT\r\n"
        let document = try CalendarReader().read(Array(text.utf8)).document
        #expect(document.events.map(\.summary) == ["a"])
        #expect(try CalendarReader().read(document.bytes).document == document)
    }

    /// What is looked for ahead is looked for once: these would take hours otherwise.
    @Test(arguments: ["\n", "\r\n", "X;QUOTED-PRINTABLE=\n", "X;Y=\n Z=\n", "X;QUOTED-PRINTABLE:=\n", "\u{1}\n"])
    func linesWithoutEnd_takeTimeByTheirLength(unit: String) throws {
        let lines = Array(String(repeating: unit, count: 200_000 / unit.utf8.count).utf8)
        let clock = ContinuousClock()
        let took = try clock.measure {
            _ = try CalendarReader().read(lines + Array("BEGIN:VEVENT\nEND:VEVENT\n".utf8))
        }
        #expect(took < .seconds(10), "debug build")
    }

    @Test func soundDocument_passesTheStrictReader() throws {
        let bytes = Calendars.event("DTSTART:20261010T000000Z", "SUMMARY:運動会")
        let reading = try CalendarReader(isStrict: true).read(bytes)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.document.bytes == bytes)
    }

    @Test func strictReader_alsoRefusesWhatTheCheckFinds() {
        let error = #expect(throws: ReadingError.self) {
            try CalendarReader(isStrict: true).read(Calendars.event("SUMMARY:no start"))
        }
        #expect(error?.diagnostic?.code == .missingProperty)
        #expect(error?.section == "3.6.1")
    }

    @Test(arguments: [
        ("", ReadingError.Code.empty, 1), ("hello", .empty, 1), ("END:VEVENT\r\n", .malformed, 1),
        ("BEGIN:VEVENT\r\n", .malformed, 1), ("X;ENCODING=QUOTED-PRINTABLE:a=", .empty, 1),
        ("BEGIN:A\r\nBEGIN:B\r\nEND:A\r\n", .malformed, 3),
    ])
    func brokenDocument_isRefusedWithItsLine(text: String, code: ReadingError.Code, line: Int) {
        let error = #expect(throws: ReadingError.self) { try CalendarReader().read(Array(text.utf8)) }
        #expect(error?.code == code)
        #expect(error?.line == line)
    }

    @Test func everyLimit_canBeMovedAndHolds() throws {
        let bytes = Calendars.event("RDATE:20260101T000000Z,20260102T000000Z,20260103T000000Z", "X-A:1", "X-B:2")
        let changes: [(WritableKeyPath<ReadingLimits, Int>, Int, ReadingError.Code)] = [
            (\.bytes, 100, .tooLarge), (\.lineBytes, 40, .lineTooLong), (\.depth, 1, .malformed),
            (\.components, 1, .tooComplex), (\.properties, 3, .tooComplex), (\.values, 2, .tooManyInstances),
        ]
        for (limit, value, code) in changes {
            var reader = CalendarReader()
            reader.limits[keyPath: limit] = value
            let error = #expect(throws: ReadingError.self) { try reader.read(bytes) }
            #expect(error?.code == code)
        }
        #expect(try CalendarReader().read(bytes).document.events.count == 1)
    }

    @Test func eventWithAHundredRules_isTheMost() throws {
        let rules = Array(repeating: "RRULE:FREQ=DAILY", count: 101)
        let bytes = Calendars.bytes(["BEGIN:VEVENT"] + rules + ["END:VEVENT"])
        let error = #expect(throws: ReadingError.self) { try CalendarReader().read(bytes) }
        #expect(error?.code == .ruleTooComplex)
        #expect(error?.line == 102)
    }

    @Test func unknownThings_areKeptAndWrittenBack() throws {
        let bytes = Calendars.calendar(
            "BEGIN:X-BOX", "X-COLOUR;X-SHADE=dark,\"a:b\":blue", "BEGIN:VINNER", "NAME:n", "END:VINNER", "END:X-BOX")
        #expect(try CalendarReader().read(bytes).document.bytes == bytes)
    }

    @Test func names_compareWithoutCase_andKeepTheirs() throws {
        let bytes = Calendars.event("dtstart;value=date:20261010", "Summary:運動会")
        let document = try CalendarReader().read(bytes).document
        #expect(document.events.first?.start?.isDate == true)
        #expect(document.events.first?.summary == "運動会")
        #expect(document.bytes == bytes)
    }

    @Test func parameterCarets_areDecodedAndEncoded() throws {
        let line = "ATTENDEE;CN=\"George ^'Ruth^', jr.^n^^\":mailto:b@example.invalid"
        let document = try CalendarReader().read(Calendars.event("DTSTART:20261010T000000Z", line)).document
        #expect(document.events.first?.attendees.first?.first("CN") == "George \"Ruth\", jr.\n^")
        #expect(String(decoding: document.bytes, as: UTF8.self).contains(line))
    }
}

extension [UInt8] {
    func replacing(_ part: [UInt8], with other: [UInt8]) -> [UInt8] {
        guard let range = firstRange(of: part) else { return self }
        var copy = self
        copy.replaceSubrange(range, with: other)
        return copy
    }
}
