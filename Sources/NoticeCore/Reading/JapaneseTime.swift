/// A clock time as people type it into a table: `8:40`, 8時40分, 9時半, 午後1時30分, 正午, in any width.
enum JapaneseTime {
    enum Reading: Equatable {
        case time(WallTime)
        /// Written like a time, but no clock shows it. 午前12時 and 午後12時 are among them: each is read in two ways.
        case impossible
        case unreadable
    }

    static func read(_ text: String) -> Reading {
        var scanner = TextScanner(text)
        if scanner.take("正午") != nil { return scanner.isAtEnd ? .time(WallTime(minute: 12 * 60)) : .unreadable }
        let half = scanner.take("午前", "午後", "am", "pm")
        guard let hour = scanner.number(digits: 1...2), let minute = minute(&scanner) else { return .unreadable }
        guard scanner.isAtEnd else { return .unreadable }
        if half != nil, hour > 11 { return .impossible }
        let isAfternoon = half == "午後" || half == "pm"
        return WallTime(hour: isAfternoon ? hour + 12 : hour, minute: minute).map(Reading.time) ?? .impossible
    }

    /// A time, or a stretch of a day: `9:00～11:00`, 「13:30～」, 8時半頃, 「午後1時から3時」.
    ///
    /// - Returns: `nil` for anything else, also for a stretch that ends before it begins.
    static func span(_ text: String) -> (start: WallTime, end: WallTime?)? {
        let form = TextScanner.form(of: text)
        let ends = form.replacing("から", with: "~").split(omittingEmptySubsequences: false) { $0 == "~" || $0 == "-" }
        guard ends.count <= 2, case .time(let start) = read(plain(ends[0])) else { return nil }
        guard ends.count == 2, !ends[1].isEmpty else { return (start, nil) }
        // 「午後1時から3時」: both are in the afternoon.
        let isAfternoon = form.hasPrefix("午後") && !ends[1].hasPrefix("午")
        guard case .time(let end) = read((isAfternoon ? "午後" : "") + plain(ends[1])), end >= start else { return nil }
        return (start, end)
    }

    private static func plain(_ text: Substring) -> String {
        for ending in ["頃", "ごろ", "開始", "開会", "まで"] where text.hasSuffix(ending) {
            return String(text.dropLast(ending.count))
        }
        return String(text)
    }

    /// What follows the hour. Spreadsheets add 「:00」 for the seconds.
    private static func minute(_ scanner: inout TextScanner) -> Int? {
        if scanner.take(":") != nil {
            guard let minute = scanner.number(digits: 2...2) else { return nil }
            _ = scanner.take(":00")
            return minute
        }
        guard scanner.take("時") != nil else { return nil }
        if scanner.take("半") != nil { return 30 }
        guard let minute = scanner.number(digits: 1...2) else { return 0 }
        return scanner.take("分") == nil ? nil : minute
    }
}
