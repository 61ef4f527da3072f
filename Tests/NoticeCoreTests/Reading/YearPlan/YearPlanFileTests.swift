import Foundation
import Testing

@testable import NoticeCore

/// A whole year plan as a school office saves it, against the entries that people read in it.
@Suite struct YearPlanFileTests {
    private struct Entry: Decodable {
        let date: String
        let text: String
    }

    private static let school = TableSchool(
        grades: 1...6, groupNames: ["special_support": "なかよし学級"], today: .at("2026-04-01"))

    @Test(arguments: ["nenkan_2026_elementary", "nenkan_2026_elementary_cp932"])
    func everyEntry_isRead_andNothingElse(name: String) throws {
        let reading = try #require(
            YearPlanReader.read(CSVTable(bytes: CSVFixture.bytes(name)), of: Self.school, schoolYear: nil))
        #expect(reading.flaws.isEmpty && reading.remarks.isEmpty)
        #expect(reading.schoolYear == SchoolYear(2026))
        let expected = try JSONDecoder().decode([Entry].self, from: CSVFixture.json("nenkan_2026_elementary.expected"))
        #expect(expected.count == 156)
        let found = expected.filter { entry in
            days(of: reading.rows).contains { $0.day == entry.date && says($0.row, entry, isRainDate: $0.isRainDate) }
        }
        #expect(found.count == 156)
        for (day, row, isRainDate) in days(of: reading.rows) {
            let isWritten = expected.contains { $0.date == day && says(row, $0, isRainDate: isRainDate) }
            let isWithinRange = ["夏の作品展", "給食週間"].contains(row.title)
            #expect(isWritten || isWithinRange, "\(day) \(row.title)")
        }
    }

    @Test func details_ofTheCells_becomeFields() throws {
        let reading = try #require(
            YearPlanReader.read(
                CSVTable(bytes: CSVFixture.bytes("nenkan_2026_elementary")), of: Self.school, schoolYear: nil))
        func row(_ title: String, _ day: String) throws -> EventListRow {
            try #require(reading.rows.first { $0.title == title && $0.firstDay.text == day }, "\(day) \(title)")
        }
        #expect(try row("入学式準備", "2026-04-06").grades == [6])
        #expect(try row("給食開始", "2026-04-13").grades == [1])
        #expect(try row("1年生を迎える会", "2026-04-24").grades == Array(1...6))
        #expect(try row("内科検診", "2026-05-12").groups == ["special_support"])
        #expect(try row("運動会", "2026-05-23").rainDates.map(\.text) == ["2026-05-24"])
        #expect(try row("親子奉仕作業(PTA)", "2026-08-29").rainDates.map(\.text) == ["2026-08-30"])
        #expect(try row("持久走記録会", "2026-11-27").rainDates.map(\.text) == ["2026-12-01"])
        let summer = try row("夏季休業", "2026-07-22")
        #expect(summer.kind == .closure && summer.lastDay.text == "2026-08-30")
        #expect(try row("林間学校", "2026-06-25").lastDay.text == "2026-06-26")
        #expect(try row("夏の作品展", "2026-09-04").lastDay.text == "2026-09-08")
        #expect(try row("就学時健診", "2026-10-09").grades.isEmpty)
        let briefing = try row("修学旅行説明会", "2026-09-18")
        #expect(briefing.grades == [6] && briefing.groups == ["parents"])
        #expect(try row("授業参観", "2026-06-19").grades == [1, 2])
        let dismissal = try row("下校", "2027-03-15")
        #expect(dismissal.grades == [1, 2, 3, 4] && dismissal.start?.text == "13:10")
        #expect(try row("休業", "2027-03-16").grades == [1, 2, 3, 4])
        #expect(try row("卒業式", "2027-03-16").grades == [5, 6])
        #expect(try row("振替休業日", "2026-04-20").kind == .closure)
        #expect(!reading.rows.contains { $0.title.contains("振替休日") })
        #expect(try row("研究授業(5-2以外 13:20下校)", "2026-11-18").start == nil)
    }

    private func days(of rows: [EventListRow]) -> [(day: String, row: EventListRow, isRainDate: Bool)] {
        rows.flatMap { row in
            (row.firstDay.daysSince1970...row.lastDay.daysSince1970).map {
                (SchoolDay(daysSince1970: $0).text, row, false)
            } + row.rainDates.map { ($0.text, row, true) }
        }
    }

    /// Whether a cell's text is the event's title: as it stands, without its brackets, or without the grade in front. For a
    /// rain date, whether it names the event.
    private func says(_ row: EventListRow, _ entry: Entry, isRainDate: Bool) -> Bool {
        let (text, title) = (matchingKey(of: entry.text), matchingKey(of: row.title))
        guard isRainDate == text.contains("予備日") else { return false }
        guard !isRainDate else {
            return title.contains(text.filter { !"()".contains($0) }.replacing("予備日", with: ""))
        }
        // These cells name two audiences: two events.
        if text.hasPrefix("卒業式") { return text.contains(title) }
        let forms = [text, text.replacing(/\([^)]*\)/, with: "")]
        return (forms + forms.map { $0.replacing(/^[0-9]年/, with: "") }).contains(title)
    }
}
