/// A day as a letter writes it, before its year, its month or its weekday is known for certain.
struct DateMention: Equatable {
    enum Day: Equatable {
        /// 24日
        case number(Int)
        /// 上旬 (1–10), 中旬 (11–20), 下旬 (21–end), 末 (the last day)
        case third(Third)
        /// 第3土曜日
        case ordinal(Int, weekday: Int)
        /// Counted from the day of issue: 本日 0, 明日 1.
        case fromIssue(days: Int)
        /// 来週の金曜日: weeks after the week of issue.
        case week(Int, weekday: Int)
        /// 月曜日 alone: means something only under a heading that names the week.
        case weekday(Int)
        /// 連休明け: the first school day behind the next run of three free days, or the weekday that follows it.
        case afterHolidays(weekday: Int?)
        /// 敬老の日の翌日
        case besideHoliday(String, days: Int)
        /// 当日, この日: the day that was spoken of last. 翌日 is 1, 前日 -1.
        case fromLast(days: Int)
    }

    /// 最終金曜日
    static let lastOfMonth = 9

    enum Third: Equatable {
        case early, middle, late, end
    }

    let span: LetterText.Span
    var year: Int?
    var month: Int?
    /// 今月 0, 来月 1, 再来月 2.
    var monthsAhead: Int?
    let day: Day
    /// The weekday written behind it, 1 being Monday.
    var weekday: Int?
    /// 本日, 明日
    var isFromIssue: Bool {
        if case .fromIssue = day { return true }
        return false
    }

    /// Whether 祝 stands in the bracket.
    var isHoliday = false
    /// 「始業式の日」: nothing but the event named before it gives the day.
    var isOfNamed = false
    /// Written without anything that proves it a date (3/4, 「24 運動会」): only a list vouches for it.
    var isWeak = false
}
