/// A date as people type it into a table: `2026-04-07`, `2026/4/7`, 令和8年4月7日(火), `R8.4.7`, in any width.
///
/// The year is never guessed: 「4月7日」 is a date only within a school year that is known from elsewhere.
enum JapaneseDate {
    enum Reading: Equatable {
        /// The weekday where one is written behind it, 1 being Monday.
        case day(SchoolDay, weekday: Int?)
        /// 「4月7日」, and no school year is known.
        case yearMissing
        /// Written like a date, but the calendar has no such day.
        case impossible
        case unreadable
    }

    /// - Parameter schoolYear: Completes a date without a year.
    static func read(_ text: String, in schoolYear: SchoolYear? = nil) -> Reading {
        var short = TextScanner(text)
        if let date = PartialDate.take(from: &short), date.month != nil {
            let weekday = short.weekday()
            if short.isAtEnd { return reading(date, weekday: weekday, in: schoolYear) }
        }
        return readWithYear(text)
    }

    private static func reading(_ date: PartialDate, weekday: Int?, in schoolYear: SchoolYear?) -> Reading {
        guard let schoolYear else {
            // 29 February is possible in some year.
            return date.day(in: SchoolYear(2027)) == nil ? .impossible : .yearMissing
        }
        return date.day(in: schoolYear).map { .day($0, weekday: weekday) } ?? .impossible
    }

    private static func readWithYear(_ text: String) -> Reading {
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

    /// 令和8, 令和元, 令和八, R8, 平成31 or a year of four digits.
    static func year(_ scanner: inout TextScanner) -> Int? {
        guard let era = scanner.take("令和", "r", "平成", "h") else { return scanner.number(digits: 4...4) }
        _ = scanner.take(".")
        guard let number = scanner.number(digits: 1...2) ?? scanner.kanjiNumber(), number >= 1 else { return nil }
        return (era == "令和" || era == "r" ? 2018 : 1988) + number
    }
}
