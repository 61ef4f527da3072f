/// What a bracket behind an event's name says of days: 「(～8日)」, 「(4/20～24)」, 「(予備日24日)」.
enum DayPhrase {
    /// The longest stretch that such a bracket names: the summer holidays with room to spare.
    private static let longestInDays = 100

    /// 「～8日」, 「25～26日」, 「4月20日(月)～24日(金)」, 「8日まで」.
    ///
    /// - Returns: The last day of something that begins on `start`; `nil` for anything else, also where weekday and day disagree.
    static func lastDay(_ text: String, from start: SchoolDay) -> SchoolDay? {
        var scanner = TextScanner(text)
        var hasUnit = false
        if let first = PartialDate.take(from: &scanner) {
            hasUnit = first.isSpelledOut
            let weekday = scanner.weekday()
            if scanner.take("まで") != nil, scanner.isAtEnd, first.isSpelledOut {
                return first.day(notBefore: start).flatMap { agreeing($0, weekday, start: start) }
            }
            guard first.day(notBefore: start) == start, weekday == nil || weekday == start.weekday else { return nil }
        }
        guard scanner.take("~", "-", "から") != nil, let last = PartialDate.take(from: &scanner),
            last.isSpelledOut || hasUnit, let day = last.day(notBefore: start)
        else { return nil }
        let weekday = scanner.weekday()
        _ = scanner.take("まで")
        return scanner.isAtEnd ? agreeing(day, weekday, start: start) : nil
    }

    /// The two ends of 「4/7～9」, 「2026-04-07～2026-04-09」; `nil` when no range is written.
    static func ends(of text: String) -> (first: String, last: String)? {
        let form = TextScanner.form(of: text).replacing("から", with: "~").replacing("まで", with: "")
        let ends = form.split(separator: "~", omittingEmptySubsequences: false)
        guard ends.count == 2, !ends[0].isEmpty, !ends[1].isEmpty else { return nil }
        return (String(ends[0]), String(ends[1]))
    }

    /// The end of a range whose begin is known: 「9」, 「9日」, 「5/1(金)」.
    static func end(_ text: String, from start: SchoolDay) -> SchoolDay? {
        var scanner = TextScanner(text)
        guard let day = PartialDate.take(from: &scanner)?.day(notBefore: start) else { return nil }
        let weekday = scanner.weekday()
        return scanner.isAtEnd ? agreeing(day, weekday, start: start) : nil
    }

    private static let rainWords = [
        "雨天時順延", "雨天順延", "雨天延期", "雨天時", "雨天の場合", "雨天", "荒天時", "荒天", "順延日", "順延", "延期日", "延期", "予備日", "予備",
    ]

    /// 「予備日24日」, 「雨天順延 5/26」, 「雨天時は24日・25日に順延」.
    ///
    /// - Returns: The rain dates of something that ends on `last`; `nil` when it is nothing of the kind.
    static func rainDates(_ text: String, after last: SchoolDay) -> [SchoolDay]? {
        var scanner = TextScanner(text)
        var isRain = false
        var days: [SchoolDay] = []
        while !scanner.isAtEnd {
            if rainWords.contains(where: { scanner.take($0) != nil }) {
                isRain = true
            } else if scanner.take("は", "の場合", ":", "・", "、", ",", "に", "へ", "/") == nil {
                guard let date = PartialDate.take(from: &scanner),
                    date.isSpelledOut || !days.isEmpty || scanner.isAtList,
                    let day = date.day(notBefore: days.last ?? last.adding(days: 1)),
                    agreeing(day, scanner.weekday(), start: last) != nil
                else { return nil }
                days.append(day)
            }
        }
        return isRain && !days.isEmpty ? days : nil
    }

    private static func agreeing(_ day: SchoolDay, _ weekday: Int?, start: SchoolDay) -> SchoolDay? {
        guard weekday == nil || weekday == day.weekday,
            day.daysSince1970 - start.daysSince1970 <= longestInDays
        else { return nil }
        return day
    }
}

extension TextScanner {
    /// Whether a further number follows behind a list's sign: 「26・27日」.
    fileprivate var isAtList: Bool {
        var ahead = self
        return ahead.take("・", "、", ",") != nil && ahead.isAtNumber
    }
}
