import Foundation
import Testing

@testable import NoticeCore

@Suite struct DemoCalendarTests {
    @Test(arguments: [
        ("{週0 日}", "2026-05-10"), ("{週0 火}", "2026-05-12"), ("{週0 土}", "2026-05-16"), ("{週+1 月}", "2026-05-18"),
        ("{週-2 木}", "2026-04-30"),
    ])
    func day_ofAWeek_countsFromSunday(text: String, expected: String) throws {
        for first in ["2026-05-10", "2026-05-13", "2026-05-16"] {
            #expect(try calendar(first).filled(text, as: .data) == expected)
        }
    }

    @Test func weekday_onAHoliday_movesOn() throws {
        let golden = try calendar("2026-04-27")
        #expect(try golden.filled("{週0 水},{週+1 月},{週+1 日}", as: .data) == "2026-04-30,2026-05-07,2026-05-03")
    }

    @Test func letter_readsAsALetterWritesDates() throws {
        let filled = try calendar("2026-05-13").filled("朝、{週0 金}から{週+1 火}まで。{注}", as: .letter)
        #expect(filled == "朝、5月15日(金)から5月19日(火)まで。{注}")
    }

    @Test(arguments: ["{週}", "{週0}", "{週0 金曜}", "{週x 金}", "{週0 金", "{週0 X}", "{週99 金}"])
    func place_writtenWrongly_isRefused(text: String) {
        #expect(throws: NoticeError.invalid([Flaw(.malformed, value: text)])) {
            try calendar("2026-05-13").filled(text, as: .data)
        }
    }

    // MARK: - The demo's own files

    private static let demo = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Demo")

    private static let schools: [(folder: String, grades: ClosedRange<Int>, child: Int)] = [
        ("hamatsubame", 1...3, 1), ("hoshimidai", 1...6, 4),
    ]

    /// Every day of a year as the day of the first start.
    @Test(arguments: [0, 1])
    func lists_onWhicheverDayItStarts_haveNoFlaw(index: Int) throws {
        let school = Self.schools[index]
        let start = try #require(SchoolDay("2026-04-01"))
        for offset in 0..<365 {
            let day = start.adding(days: offset)
            for name in ["events", "corrections"] {
                let (rows, flaws, remarks) = try list(name, of: school, startingOn: day)
                #expect((flaws + remarks).map { "\($0.row ?? 0) \($0.code) \($0.value)" } == [], "\(name) on \(day)")
                #expect(rows.allSatisfy { $0.externalID != nil })
            }
        }
    }

    @Test(arguments: [0, 1])
    func corrections_moveOneEventAndCancelOne(index: Int) throws {
        let school = Self.schools[index]
        let day = try #require(SchoolDay("2026-05-13"))
        let before = Dictionary(
            uniqueKeysWithValues: try list("events", of: school, startingOn: day).rows.map { ($0.externalID, $0) })
        let after = try list("corrections", of: school, startingOn: day).rows
        let changes = try after.map { row in
            let old = try #require(before[row.externalID])
            #expect(old.title == row.title)
            return row.status == .cancelled
                ? "cancelled" : old.firstDay != row.firstDay || old.start != row.start ? "moved" : "same"
        }
        #expect(changes.sorted() == ["cancelled", "moved"])
    }

    /// The demo's household has a child in 中1 and one in 小4.
    @Test func household_seesAtLeastSixItemsThisWeekAndNext() throws {
        let start = try #require(SchoolDay("2026-04-12"))
        for offset in 0..<300 {
            let day = start.adding(days: offset)
            let sunday = day.adding(days: -(day.weekday % 7))
            var seen = 0
            for school in Self.schools {
                seen += try list("events", of: school, startingOn: day).rows.count {
                    $0.grades.contains(school.child) && $0.firstDay >= day && $0.firstDay < sunday.adding(days: 14)
                }
            }
            #expect(seen >= 6, "\(day): \(seen)")
        }
    }

    @Test(arguments: [0, 1])
    func letters_decodeAsDraftsWithoutOpenPlaces(index: Int) throws {
        let folder = Self.demo.appending(path: Self.schools[index].folder + "/letters")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        #expect(names.count >= 2)
        for name in names {
            let json = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let filled = try calendar("2026-05-13").filled(json, as: .data)
            let draft = try APICoding.decode(NoticeDraftBody.self, from: Data(filled.utf8))
            #expect(draft.issued.flatMap { SchoolDay($0) } != nil)
            let days = try #require(draft.events).compactMap { $0.start.flatMap { SchoolDay(String($0.prefix(10))) } }
            #expect(days.count == draft.events?.count)
            let text = try String(
                contentsOf: folder.appending(path: name.replacing(".json", with: ".txt")), encoding: .utf8)
            #expect(try calendar("2026-05-13").filled(text, as: .letter).contains("月"))
        }
    }

    private func list(
        _ name: String, of school: (folder: String, grades: ClosedRange<Int>, child: Int), startingOn day: SchoolDay
    ) throws -> (rows: [EventListRow], flaws: [Flaw], remarks: [Flaw]) {
        let file = Self.demo.appending(path: "\(school.folder)/\(name).csv")
        let text = try TextDecoding.text(from: [UInt8](try Data(contentsOf: file)))
        let table = try CSVTable(try DemoCalendar(firstDay: day).filled(text, as: .data))
        return EventListReader.read(table, grades: school.grades, classes: { _ in [1, 2, 3] }, today: day)
    }

    private func calendar(_ firstDay: String) throws -> DemoCalendar {
        DemoCalendar(firstDay: try #require(SchoolDay(firstDay)))
    }
}
