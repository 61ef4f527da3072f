import Testing

@testable import NoticeCore

@Suite struct DateScannerTests {
    private func first(_ text: String) -> DateMention? {
        let text = LetterText(text)
        return DateScanner(text: text).dates(in: 0..<text.count).first
    }

    @Test(arguments: [
        "5月24日(土)", "５月２４日（土）", "5月24日（土・祝）", "5/24(土)", "5.24土", "五月二十四日（土）", "5月24日土曜日", "5がつ 24にち（どようび）",
        "5月 24日(土)", "５／２４（土）",
    ])
    func monthAndDay_inEverySpelling_isRead(text: String) throws {
        let date = try #require(first(text))
        #expect(date.month == 5)
        #expect(date.day == .number(24))
        #expect(date.weekday == 6)
        #expect(date.year == nil)
    }

    @Test(arguments: [
        "令和7年5月24日", "R7.5.24", "2025年5月24日", "2025/5/24", "2025.5.24(土)", "令和七年五月二十四日", "2025ねん 5がつ 24にち",
    ])
    func year_ofEitherCalendar_isRead(text: String) throws {
        let date = try #require(first(text))
        #expect(date.year == 2025)
        #expect(date.month == 5)
        #expect(date.day == .number(24))
    }

    @Test(arguments: ["24日(土)", "24(土)", "24 土 運動会"])
    func dayAlone_underAMonthHeading_isRead(text: String) {
        #expect(first(text)?.day == .number(24))
    }

    @Test(arguments: [
        "3日間", "5日以内", "1日3回", "毎月19日", "10日前後", "2日目", "1日1～1.5L", "令和7年度", "電話 0940-00-1188", "児童の3/4の子", "100円",
        "5月分",
        "6月号", "1泊2日",
    ])
    func amount_isNoDay(text: String) {
        #expect(first(text) == nil)
    }

    @Test(arguments: [
        ("本日", DateMention.Day.fromIssue(days: 0)), ("明日", .fromIssue(days: 1)), ("あさって", .fromIssue(days: 2)),
        ("来週の水曜日", .week(1, weekday: 3)), ("再来週の月曜日", .week(2, weekday: 1)), ("翌日", .fromLast(days: 1)),
        ("第3土曜日", .ordinal(3, weekday: 6)), ("連休明けの火曜日", .afterHolidays(weekday: 2)),
        ("敬老の日の翌日", .besideHoliday("敬老の日", days: 1)),
    ])
    func relativeDay_isCountedFromAnother(text: String, day: DateMention.Day) {
        #expect(first(text)?.day == day)
    }

    @Test func shortRange_hasTwoDays() {
        let text = LetterText("24～26日、5/7～9")
        #expect(DateScanner(text: text).dates(in: 0..<text.count).count == 4)
    }

    @Test func recognisedCharacters_areMendedInsideNumbers() {
        #expect(first("l0日(金)")?.day == .number(10))
        #expect(first("3O曰(日)")?.day == .number(30))
    }
}
