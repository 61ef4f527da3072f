/// A cell that names the day of a month: 1, 1日, 「1(水)」, 「1 水」, 4/1.
struct PlanDayCell: Equatable {
    let dayOfMonth: Int
    /// 1 is Monday.
    let weekday: Int?

    init?(_ text: String) {
        guard text.utf8.count <= 60, text.contains(where: \.isNumber) else { return nil }
        var scanner = TextScanner(text)
        if case .day(let day, let weekday) = JapaneseDate.read(text) {
            (dayOfMonth, self.weekday) = (day.dayOfMonth, weekday)
            return
        }
        guard let date = PartialDate.take(from: &scanner), (1...31).contains(date.dayOfMonth) else { return nil }
        dayOfMonth = date.dayOfMonth
        weekday = scanner.weekday()
        guard scanner.isAtEnd else { return nil }
    }

    init(dayOfMonth: Int) {
        self.dayOfMonth = dayOfMonth
        weekday = nil
    }

    /// What a cell of a weekday column says.
    enum Weekday: Equatable {
        case day(Int)
        /// 「祝」 alone, or nothing.
        case silent
        case unreadable
    }

    static func weekday(_ text: String) -> Weekday {
        guard text.utf8.count <= 60 else { return .unreadable }
        var scanner = TextScanner(text)
        if let weekday = scanner.weekday() {
            _ = scanner.take("祝", "休", "(祝)", "(休)", "(祝日)")
            return scanner.isAtEnd ? .day(weekday) : .unreadable
        }
        return scanner.isAtEnd || ["祝", "休", "祝日", "(祝)", "-", "/"].contains(TextScanner.form(of: text))
            ? .silent : .unreadable
    }
}
