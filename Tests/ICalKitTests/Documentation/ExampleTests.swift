import Foundation
import ICalKit
import Testing

/// The examples of the documentation, line by line as they stand there.
@Suite struct ExampleTests {
    private let day = CalendarDate.year(2_026)
    private let april = CalendarDate(year: 2_026, month: 4, day: 1) ?? .earliest
    private let may = CalendarDate(year: 2_026, month: 5, day: 1) ?? .earliest
    private let distantDay = CalendarDate.year(2_126)
    private let bytes = Calendars.event("DTSTART:20260410T000000Z", "SUMMARY:運動会")

    @Test func overview() throws {
        let reading = try CalendarReader().read(bytes)
        let expansion = CalendarExpansion(reading.document)
        for occurrence in try expansion.occurrences(from: april, to: may) {
            print(occurrence.time(occurrence.startMoment).wireForm, occurrence.event.summary ?? "")
        }
        #expect(try expansion.occurrences(from: april, to: may).count == 1)
    }

    @Test func reading() throws {
        let reading = try CalendarReader().read(bytes)
        for diagnostic in reading.diagnostics {
            print("line \(diagnostic.line), section \(diagnostic.section): \(diagnostic.message)")
        }
        let event = reading.document.events.first
        print(event?.summary ?? "", event?.start?.wireForm ?? "")
        #expect(event?.summary == "運動会")
    }

    @Test func strictReading() throws {
        let strict = CalendarReader(isStrict: true)
        do throws(ReadingError) {
            _ = try strict.read(bytes)
        } catch {
            print("line \(error.line), section \(error.section): \(error.message)")
        }
        #expect(throws: Never.self) { try strict.read(bytes) }
    }

    @Test func limits() throws {
        var reader = CalendarReader()
        reader.limits.lineBytes = 4 << 20
        reader.limits.depth = 4
        #expect(throws: Never.self) { try reader.read(bytes) }
    }

    @Test func writingATree() throws {
        var event = Event()
        event.uniqueIdentifier = "sports-day@school.example"
        event.summary = "運動会, 雨天順延"
        event.start = .date(day)
        event.rules = [try RecurrenceRule("FREQ=YEARLY;COUNT=3")]
        let calendar = Component(
            .calendar,
            properties: [.text(.version, "2.0"), .text(.productIdentifier, "-//school//JA")],
            components: [event.component])
        let bytes = CalendarDocument([calendar]).bytes
        #expect(try CalendarReader().read(bytes).document.events == [event])
    }

    @Test func writingLines() {
        var writer = ContentLineWriter(reservingCapacity: 4_096)
        writer.begin("VEVENT")
        writer.text("SUMMARY", "運動会; 持ち物: 水筒")
        writer.local("DTSTART", day, secondOfDay: 9 * 3_600, timeZone: "Asia/Tokyo")
        writer.end("VEVENT")
        #expect(writer.bytes.count == 106)
    }

    @Test func recurrence() throws {
        let rule = try RecurrenceRule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
        let set = RecurrenceSet(start: .date(day), rules: [rule])
        let lastWorkdays = set.instances().prefix(12).map(\.local.date)
        #expect(lastWorkdays.count == 12)
        let later = set.instances(from: LocalDateTime(distantDay)).first { _ in true }
        #expect(later?.local.date == CalendarDate(year: 2_126, month: 1, day: 31))
    }

    @Test func timeZones() throws {
        let tokyo = TimeZoneDatabase().rules("Asia/Tokyo")
        let moment = tokyo?.moment(local: LocalDateTime(day, secondOfDay: 9 * 3_600).seconds)
        #expect(moment == 1_767_225_600)
        let document = try CalendarReader().read(bytes).document
        let expansion = CalendarExpansion(document, zones: .embedded)
        #expect(try expansion.occurrences(from: april, to: may).count == 1)
        let block = try VTimeZone.bytes(identifier: "Asia/Tokyo", from: day, to: distantDay)
        #expect(!block.isEmpty)
    }

    /// Every Swift block of the documentation stands in this file, so it compiles and runs.
    @Test func everyExample_isHere() throws {
        let own = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let lines = try Self.lines(String(contentsOf: own, encoding: .utf8))
        var root = own
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let folder = root.appendingPathComponent("Sources/ICalKit/ICalKit.docc")
        var blocks = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for block in text.components(separatedBy: "```swift\n").dropFirst() {
                let example = Self.lines(block.components(separatedBy: "\n```")[0])
                let isHere = lines.indices.contains { lines[$0...].starts(with: example) }
                #expect(isHere, "\(file): \(example.first ?? "")")
                blocks += 1
            }
        }
        #expect(blocks == 11)
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
