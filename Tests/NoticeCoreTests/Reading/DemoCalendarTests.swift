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

    private static let register = Result { try AssociationRegister.load(from: demo) }

    /// By association: the grade of the demo household's child there.
    private static let children = [("hamatsubame", 1), ("hoshimidai", 4)]

    @Test func folders_areWhatTheServerReads() throws {
        let register = try Self.register.get()
        #expect(register.associations.map(\.id.text) == Self.children.map(\.0))
        #expect(register.associations.map { $0.schools.map(\.id.text) } == [["hamatsubame-jh"], ["hoshimidai-es"]])
    }

    /// Every week of a year as the week of the first start: the dates follow from the week alone.
    @Test(arguments: ["hamatsubame", "hoshimidai"])
    func lists_inWhicheverWeekItStarts_haveNoFlaw(association: String) throws {
        let start = try #require(SchoolDay("2026-04-01"))
        for week in 0..<53 {
            let day = start.adding(days: week * 7)
            for name in ["events", "corrections"] {
                let reading = try list(name, of: association, startingOn: day)
                let said = reading.flaws + reading.remarks
                #expect(said.map { "\($0.row ?? 0) \($0.code) \($0.value)" } == [], "\(name) on \(day)")
                #expect(reading.rows.allSatisfy { $0.externalID != nil })
            }
        }
    }

    @Test(arguments: ["hamatsubame", "hoshimidai"])
    func corrections_moveOneEventAndCancelOne(association: String) throws {
        let day = try #require(SchoolDay("2026-05-13"))
        let before = Dictionary(
            uniqueKeysWithValues: try list("events", of: association, startingOn: day).rows.map { ($0.externalID, $0) })
        let after = try list("corrections", of: association, startingOn: day).rows
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
        for week in 0..<45 {
            let sunday = start.adding(days: week * 7)
            var days: [SchoolDay] = []
            for (association, grade) in Self.children {
                days += try list("events", of: association, startingOn: sunday).rows
                    .filter { $0.grades.contains(grade) }.map(\.firstDay)
            }
            for today in (0..<7).map({ sunday.adding(days: $0) }) {
                let seen = days.count { $0 >= today && $0 < sunday.adding(days: 14) }
                #expect(seen >= 6, "\(today): \(seen)")
            }
        }
    }

    @Test(arguments: ["hamatsubame", "hoshimidai"])
    func letters_decodeAsDraftsWithoutOpenPlaces(association: String) throws {
        let folder = Self.demo.appending(path: association + "/letters")
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
        _ name: String, of association: String, startingOn day: SchoolDay
    ) throws -> TableReading {
        let register = try Self.register.get()
        let school = try #require(Association.ID(association).flatMap { register[$0] }?.schools.first)
        let text = try TextDecoding.text(
            from: [UInt8](try Data(contentsOf: Self.demo.appending(path: "\(association)/\(name).csv"))))
        let table = try CSVTable(try DemoCalendar(firstDay: day).filled(text, as: .data))
        let reader = TableSchool(grades: school.grades, classes: school.classes, today: day)
        return EventListReader.read(table, of: reader)
    }

    private func calendar(_ firstDay: String) throws -> DemoCalendar {
        DemoCalendar(firstDay: try #require(SchoolDay(firstDay)))
    }
}
