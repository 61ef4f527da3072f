/// A date as people type it into a table: `2026-04-07`, `2026/4/7`, 令和8年4月7日(火), `R8.4.7`, in any width.
///
/// The year is never guessed: 「4月7日」 alone is unreadable here.
enum JapaneseDate {
    enum Reading: Equatable {
        /// The weekday where one is written behind it, 1 being Monday.
        case day(SchoolDay, weekday: Int?)
        /// Written like a date, but the calendar has no such day.
        case impossible
        case unreadable
    }

    static func read(_ text: String) -> Reading {
        var scanner = TextScanner(text)
        guard let year = year(&scanner), let separator = scanner.take("年", "/", "-", "."),
            let month = scanner.number(digits: 1...2), scanner.take(separator == "年" ? "月" : separator) != nil,
            let day = scanner.number(digits: 1...2), separator != "年" || scanner.take("日") != nil
        else { return .unreadable }
        let weekday = scanner.weekday()
        guard scanner.isAtEnd else { return .unreadable }
        guard let day = SchoolDay(year: year, month: month, day: day) else { return .impossible }
        return .day(day, weekday: weekday)
    }

    /// 令和8, 令和元, R8, 平成31 or a year of four digits.
    private static func year(_ scanner: inout TextScanner) -> Int? {
        guard let era = scanner.take("令和", "r", "平成", "h") else { return scanner.number(digits: 4...4) }
        guard let number = scanner.take("元") == nil ? scanner.number(digits: 1...2) : 1, number >= 1 else { return nil }
        return (era == "令和" || era == "r" ? 2018 : 1988) + number
    }
}
