import ICalKit
import Testing

/// Write, then read: the identity, for documents that chance makes up.
@Suite struct RoundTripTests {
    private struct Maker {
        var numbers: SeededNumbers

        mutating func text(_ most: Int) -> String {
            let characters: [Character] = [
                "a", "Z", " ", ",", ";", ":", "\\", "\"", "^", "\n", "運", "動", "👨‍👩‍👧", "é", "'", "n", "N", "=", "\t", "ｶ",
            ]
            return String(
                (0..<Int.random(in: 0...most, using: &numbers)).map { _ in
                    characters[Int.random(in: 0..<characters.count, using: &numbers)]
                })
        }

        mutating func property() -> Property {
            let parameters = (0..<Int.random(in: 0...2, using: &numbers)).map { index in
                Parameter("X-P\(index)", values: (0...Int.random(in: 0...2, using: &numbers)).map { _ in text(12) })
            }
            return .text(
                ["SUMMARY", "X-LONG-NAME", "Description"].randomElement(using: &numbers) ?? "X", text(90),
                parameters: parameters)
        }

        mutating func component(depth: Int) -> Component {
            Component(
                depth == 0 ? .calendar : "X-BOX",
                properties: (0..<Int.random(in: 0...4, using: &numbers)).map { _ in property() },
                components: depth == 4
                    ? [] : (0..<Int.random(in: 0...2, using: &numbers)).map { _ in component(depth: depth + 1) })
        }
    }

    @Test func documents_comeBackAsTheyWere() throws {
        var maker = Maker(numbers: SeededNumbers(state: 5_545))
        for _ in 0..<300 {
            let document = CalendarDocument([maker.component(depth: 0)])
            let bytes = document.bytes
            let reading = try CalendarReader().read(bytes)
            #expect(reading.document == document)
            #expect(reading.diagnostics.isEmpty)
            #expect(reading.document.bytes == bytes)
        }
    }

    @Test func texts_comeBackAsTheyWere() {
        var maker = Maker(numbers: SeededNumbers(state: 7_986))
        for _ in 0..<500 {
            let texts = [maker.text(40), maker.text(5), maker.text(1)]
            #expect(Property.text(.summary, texts[0]).text == texts[0])
            #expect(Property.texts(.categories, texts).texts == texts)
        }
    }

    @Test func rules_comeBackAsTheyWere_andTheirInstancesAscend() throws {
        var numbers = SeededNumbers(state: 3_310)
        for _ in 0..<200 {
            let rule = try Self.rule(&numbers)
            #expect(try RecurrenceRule(rule.wireForm) == rule)
            let start = LocalDateTime(seconds: Int64.random(in: 0...4_000_000_000, using: &numbers))
            let set = RecurrenceSet(start: .floating(start), rules: [rule], includesStart: false)
            let found = set.instances().prefix(60).map(\.local)
            #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 }, "\(rule.wireForm)")
            #expect(found.allSatisfy { $0 >= start }, "\(rule.wireForm)")
        }
    }

    private static func rule(_ numbers: inout SeededNumbers) throws -> RecurrenceRule {
        let ranges: [(RecurrenceRule.Part, ClosedRange<Int>)] = [
            (.month, 1...12), (.monthDay, 1...31), (.monthDay, -31 ... -1), (.hour, 0...23), (.minute, 0...59),
            (.second, 0...59), (.yearDay, 1...366), (.setPosition, -3 ... -1), (.setPosition, 1...3),
        ]
        var lists: [RecurrenceRule.Part: [Int]] = [:]
        for (part, range) in ranges where Int.random(in: 0..<5, using: &numbers) == 0 {
            lists[part] = (0...Int.random(in: 0...3, using: &numbers)).map { _ in .random(in: range, using: &numbers) }
        }
        let frequency = RecurrenceRule.Frequency.allCases.randomElement(using: &numbers) ?? .daily
        let days = RecurrenceRule.Weekday.allCases.filter { _ in Int.random(in: 0..<6, using: &numbers) == 0 }
        return try RecurrenceRule(
            frequency, interval: Int.random(in: 1...5, using: &numbers), until: .floating(LocalDateTime(.year(2_110))),
            days: days.map { .init($0) }, lists: lists,
            weekStart: RecurrenceRule.Weekday.allCases.randomElement(using: &numbers) ?? .monday)
    }
}
