import Foundation
import Testing

@testable import NoticeCore

/// Year plans of other layouts than the first one: each file of `Tests/Fixtures/matrix` against its events, whole.
@Suite struct YearPlanLayoutTests {
    struct Plan: Decodable {
        struct Event: Decodable, Hashable, Comparable, CustomStringConvertible {
            let title: String
            let first: String
            let last: String
            let kind: String
            let grades: [Int]
            let rainDates: [String]
            var start: String?
            var end: String?
            var groups: [String]?
            var classes: [String]?
            var status: String?
            var note: String?

            static func < (left: Event, right: Event) -> Bool { (left.first, left.title) < (right.first, right.title) }

            var description: String {
                "\(first)–\(last) \(title) \(kind) \(grades) rain \(rainDates) \(start ?? "") \(end ?? "") "
                    + "\(groups ?? []) \(classes ?? []) \(status ?? "") \(note ?? "")"
            }
        }

        let grades: [Int]
        let schoolYear: Int
        let remarks: [String]
        let events: [Event]
    }

    @Test(arguments: [
        "junior-high-halves", "one-column", "weekday-rows", "sideways", "two-rows-a-day", "two-sheets",
    ])
    func plan_ofAnotherLayout_isReadWhole(name: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let plan = try decoder.decode(Plan.self, from: CSVFixture.json(name + ".expected", in: "matrix"))
        let school = TableSchool(grades: plan.grades[0]...plan.grades[1], today: .at("2026-04-01"))
        let table = try CSVTable(bytes: CSVFixture.bytes(name, in: "matrix"))
        let reading = try #require(YearPlanReader.read(table, of: school, schoolYear: nil))
        #expect(reading.flaws.map { "\($0.row ?? 0) \($0.column ?? "") \($0.code) \($0.value)" } == [])
        #expect(reading.remarks.map(\.code.rawValue) == plan.remarks)
        #expect(reading.schoolYear?.year == plan.schoolYear)
        let found = Set(reading.rows.map(Plan.Event.init))
        let expected = Set(plan.events)
        #expect(found.count == reading.rows.count)
        #expect(found.subtracting(expected).sorted().map(\.description) == [])
        #expect(expected.subtracting(found).sorted().map(\.description) == [])
    }
}

extension YearPlanLayoutTests.Plan.Event {
    init(_ row: EventListRow) {
        self.init(
            title: row.title, first: row.firstDay.text, last: row.lastDay.text, kind: row.kind.rawValue,
            grades: row.grades, rainDates: row.rainDates.map(\.text), start: row.start?.text, end: row.end?.text,
            groups: row.groups.isEmpty ? nil : row.groups,
            classes: row.classes.isEmpty ? nil : row.classes.map(\.text),
            status: row.status == .confirmed ? nil : row.status.rawValue, note: row.note
        )
    }
}
