import Foundation
import ICalKit
import Testing

/// Calendars from elsewhere, with what two other engines make of them.
@Suite(.enabled(if: SharedData.isPresent)) struct CalendarTableTests {
    struct TextRow: Decodable {
        let file: String
        let events: [Texts]

        struct Texts: Decodable, Equatable {
            let uid, summary, description, location, status: String?
        }
    }

    struct ExpansionRow: Decodable {
        let file, start, end: String
        let count: Int
        let cut: Bool
        let events: [Found]

        struct Found: Decodable, Hashable {
            let uid, start, end, recurrence_id, summary: String
        }
    }

    /// Files that are not calendars any more: END without BEGIN, BEGIN without END, or nothing at all.
    private static let refused: Set<String> = [
        "calcard/049.ics", "calcard/050.ics", "calcard/081.ics", "calcard/115.ics", "calcard/118.ics",
        "libical/test-data/issue250.ics", "libical/test-data/issue251.ics", "libical/test-data/issue252.ics",
        "libical/test-data/issue253.ics",
    ]

    private func document(_ file: String) throws -> CalendarDocument {
        let url = try #require(SharedData.calendars).appendingPathComponent(file)
        return try CalendarReader().read(SharedData.bytes(url)).document
    }

    @Test func texts_ofEveryAgreedCalendar_areReproduced() throws {
        let rows = try SharedData.rows("ics-text-agreed.jsonl", as: TextRow.self)
        for row in rows {
            let found = try document(row.file).events.map { event in
                func only(_ name: Token) -> String? {
                    let all = event.component.all(name)
                    return all.count == 1 ? all.first?.text : nil
                }
                return TextRow.Texts(
                    uid: only(.uniqueIdentifier), summary: only(.summary), description: only(.description),
                    location: only(.location), status: only(.status))
            }
            #expect(found == row.events, "\(row.file)")
        }
        print("ics-text-agreed.jsonl: checked \(rows.count) calendars")
    }

    @Test(arguments: TimeZoneResolver.Preference.allCases)
    func occurrences_ofEveryAgreedCalendar_areReproduced(zones: TimeZoneResolver.Preference) throws {
        let rows = try SharedData.rows("ics-expansion-agreed.jsonl", as: ExpansionRow.self)
        for row in rows {
            guard case .date(let from) = CalendarTime(row.start), case .date(let to) = CalendarTime(row.end) else {
                Issue.record("\(row.file): window")
                continue
            }
            let found = try CalendarExpansion(document(row.file), zones: zones).occurrences(from: from, to: to).map {
                ExpansionRow.Found(
                    uid: $0.event.uniqueIdentifier ?? "", start: $0.time($0.startMoment).wireForm,
                    end: $0.time($0.endMoment).wireForm, recurrence_id: $0.time($0.identifierMoment).wireForm,
                    summary: $0.event.summary ?? "")
            }
            #expect(found.count == row.count, "\(row.file)")
            if row.cut {
                #expect(Set(row.events).isSubset(of: found), "\(row.file)")
            } else {
                #expect(Self.counted(found) == Self.counted(row.events), "\(row.file)")
            }
        }
        print("ics-expansion-agreed.jsonl, \(zones): checked \(rows.count) calendars")
    }

    private static func counted<Element: Hashable>(_ elements: [Element]) -> [Element: Int] {
        elements.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    @Test func everyCalendar_isReadOrRefusedByName_andFormattingTwiceChangesNothing() throws {
        let files = try SharedData.calendarFiles()
        for file in files {
            if Self.refused.contains(file) {
                #expect(throws: ReadingError.self, "\(file)") { try document(file) }
                continue
            }
            let first = try document(file)
            let bytes = first.bytes
            let second = try CalendarReader().read(bytes)
            #expect(second.document == first, "\(file)")
            #expect(second.document.bytes == bytes, "\(file)")
            #expect(bytes.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 }, "\(file)")
        }
        print("read, wrote and read again \(files.count) calendars")
    }

    /// Nothing gets lost between the file and the document, but for the lines that a diagnostic names.
    @Test func everyLine_isInTheDocument_orInADiagnostic() throws {
        var lines = 0
        for file in try SharedData.calendarFiles() where !Self.refused.contains(file) {
            let url = try #require(SharedData.calendars).appendingPathComponent(file)
            let bytes = try SharedData.bytes(url)
            let reading = try CalendarReader().read(bytes)
            var repaired = Set(
                reading.diagnostics.filter { [.malformedLine, .outsideComponent].contains($0.code) }.map(\.line))
            // A line that ends softly goes on with the next one.
            repaired.formUnion(reading.diagnostics.filter { $0.code == .quotedPrintable }.map { $0.line + 1 })
            var expected = ReferenceLines.starts(bytes)
            lines += expected.count
            expected.subtract(repaired)
            var found: Set<Int> = []
            Self.collectLines(reading.document.components, into: &found)
            #expect(found == expected, "\(file)")
        }
        print("found \(lines) content lines again")
    }

    private static func collectLines(_ components: [Component], into found: inout Set<Int>) {
        for component in components {
            found.insert(component.line)
            found.formUnion(component.properties.map(\.line))
            collectLines(component.components, into: &found)
        }
    }
}

/// Where content lines begin, found without the reader; END lines are left out.
private enum ReferenceLines {
    static func starts(_ bytes: [UInt8]) -> Set<Int> {
        var found: Set<Int> = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            var line = line.drop { [0xEF, 0xBB, 0xBF].contains($0) && index == 0 }
            if index == 0 { line = line.drop { $0 == 0x20 } }
            if line.last == 0x0D { line = line.dropLast() }
            guard let first = line.first, first != 0x20, first != 0x09 else { continue }
            let isEnd = String(decoding: line.prefix(4), as: UTF8.self).uppercased() == "END:"
            if !isEnd { found.insert(index + 1) }
        }
        return found
    }
}
