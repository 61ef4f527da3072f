/// The law's holidays (国民の祝日に関する法律 第2条), and the two kinds of day that follow from them (第3条).
enum NationalHoliday {
    static func name(of day: SchoolDay) -> String? {
        if let name = proper(day) { return name }
        if isSubstitute(day) { return "振替休日" }
        return isBetweenHolidays(day) ? "国民の休日" : nil
    }

    /// 第3条第2項: a holiday on a Sunday moves on to the next day that is none.
    private static func isSubstitute(_ day: SchoolDay) -> Bool {
        var before = day.adding(days: -1)
        while proper(before) != nil {
            if before.weekday == Weekday.sunday { return true }
            before = before.adding(days: -1)
        }
        return false
    }

    /// 第3条第3項: a day between two holidays.
    private static func isBetweenHolidays(_ day: SchoolDay) -> Bool {
        proper(day.adding(days: -1)) != nil && proper(day.adding(days: 1)) != nil
    }

    /// The holidays that 第2条 names.
    private static func proper(_ day: SchoolDay) -> String? {
        let date = MonthDay(day.month, day.dayOfMonth)
        if let exceptions = exceptions[day.year] {
            if let name = exceptions.added[date] { return name }
            if exceptions.removed.contains(date) { return nil }
        }
        if let name = fixed[date] {
            if date == MonthDay(2, 23), day.year < 2020 { return nil }
            return name
        }
        let ordinal = MonthOrdinal(date.month, (date.day + 6) / 7)
        if day.weekday == Weekday.monday, let name = mondays[ordinal] { return name }
        if date.month == 3, date.day == vernalEquinox(day.year) { return "春分の日" }
        if date.month == 9, date.day == autumnalEquinox(day.year) { return "秋分の日" }
        return nil
    }

    /// Day of March. Holds for 1980–2099 (海上保安庁水路部『新こよみ便利帳』); the cabinet confirms each in the February before.
    private static func vernalEquinox(_ year: Int) -> Int {
        Int(20.8431 + 0.242194 * Double(year - 1980)) - (year - 1980) / 4
    }

    /// Day of September, as ``vernalEquinox(_:)``.
    private static func autumnalEquinox(_ year: Int) -> Int {
        Int(23.2488 + 0.242194 * Double(year - 1980)) - (year - 1980) / 4
    }

    private static let fixed: [MonthDay: String] = [
        MonthDay(1, 1): "元日",
        MonthDay(2, 11): "建国記念の日",
        MonthDay(2, 23): "天皇誕生日",
        MonthDay(4, 29): "昭和の日",
        MonthDay(5, 3): "憲法記念日",
        MonthDay(5, 4): "みどりの日",
        MonthDay(5, 5): "こどもの日",
        MonthDay(8, 11): "山の日",
        MonthDay(11, 3): "文化の日",
        MonthDay(11, 23): "勤労感謝の日",
    ]

    /// Happy Mondays: the second of January, the third of July, and so on.
    private static let mondays: [MonthOrdinal: String] = [
        MonthOrdinal(1, 2): "成人の日",
        MonthOrdinal(7, 3): "海の日",
        MonthOrdinal(9, 3): "敬老の日",
        MonthOrdinal(10, 2): "スポーツの日",
    ]

    private struct Exceptions {
        var added: [MonthDay: String] = [:]
        var removed: Set<MonthDay> = []
    }

    /// 2019: accession (平成30年法律第99号), and no birthday of an emperor. 2020 and 2021: the Olympic Games (平成32年東京オリンピック
    /// 競技大会・東京パラリンピック競技大会特別措置法).
    private static let exceptions: [Int: Exceptions] = [
        2019: Exceptions(
            added: [
                MonthDay(5, 1): "天皇の即位の日", MonthDay(10, 14): "体育の日", MonthDay(10, 22): "即位礼正殿の儀の行われる日",
            ]
        ),
        2020: Exceptions(
            added: [MonthDay(7, 23): "海の日", MonthDay(7, 24): "スポーツの日", MonthDay(8, 10): "山の日"],
            removed: [MonthDay(7, 20), MonthDay(8, 11), MonthDay(10, 12)]
        ),
        2021: Exceptions(
            added: [MonthDay(7, 22): "海の日", MonthDay(7, 23): "スポーツの日", MonthDay(8, 8): "山の日"],
            removed: [MonthDay(7, 19), MonthDay(8, 11), MonthDay(10, 11)]
        ),
    ]
}

private struct MonthDay: Hashable {
    let month: Int
    let day: Int

    init(_ month: Int, _ day: Int) {
        self.month = month
        self.day = day
    }
}

private struct MonthOrdinal: Hashable {
    let month: Int
    let ordinal: Int

    init(_ month: Int, _ ordinal: Int) {
        self.month = month
        self.ordinal = ordinal
    }
}

/// ISO 8601 numbers of the days that the law names.
private enum Weekday {
    static let monday = 1
    static let sunday = 7
}
