extension EventRowReader {
    /// Days and clock times of a row.
    struct Span {
        let firstDay: SchoolDay
        let lastDay: SchoolDay
        let start: WallTime?
        let end: WallTime?
    }

    /// The longest event: a year.
    private static let longestInDays = 366

    mutating func span() -> Span? {
        let before = flaws.count
        let firstDay = firstDay()
        let lastDay = isBlank(.lastDay) ? firstDay : day(cell(.lastDay), .lastDay)
        let start = time(.start)
        let end = time(.end)
        guard let firstDay, let lastDay else { return nil }
        if lastDay < firstDay {
            flaw(.endBeforeStart, .lastDay, cell(.lastDay))
        } else if lastDay.daysSince1970 - firstDay.daysSince1970 > Self.longestInDays {
            flaw(.dateOutOfRange, .lastDay, cell(.lastDay))
        } else if lastDay == firstDay, let start, let end, end < start {
            flaw(.endBeforeStart, .end, cell(.end))
        }
        return flaws.count == before ? Span(firstDay: firstDay, lastDay: lastDay, start: start, end: end) : nil
    }

    /// - Parameter firstDay: A rain date before the event is a mistyped month.
    mutating func rainDates(after firstDay: SchoolDay?) -> [SchoolDay] {
        let pieces = cell(.rainDates).split { ";；、,，\n".contains($0) }.filter { !$0.allSatisfy(\.isWhitespace) }
        guard pieces.count <= 10 else {
            flaw(.tooMany, .rainDates, "10")
            return []
        }
        return pieces.compactMap { piece in
            guard let day = day(String(piece), .rainDates) else { return nil }
            if let firstDay, day < firstDay {
                flaw(.outOfRange, .rainDates, "\(firstDay.text)～")
                return nil
            }
            return day
        }
    }

    private mutating func firstDay() -> SchoolDay? {
        if isBlank(.firstDay) {
            flaw(.missing, .firstDay)
            return nil
        }
        guard let day = day(cell(.firstDay), .firstDay) else { return nil }
        guard !isBlank(.weekday) else { return day }
        var scanner = TextScanner(cell(.weekday))
        guard let written = scanner.weekday(), scanner.isAtEnd else {
            flaw(.malformed, .weekday, cell(.weekday))
            return nil
        }
        return agreeing(day, written, .weekday)
    }

    private mutating func day(_ text: String, _ column: EventListColumn) -> SchoolDay? {
        switch JapaneseDate.read(text) {
        case .day(let day, let weekday):
            guard EventSpan.isNear(day, today: today) else {
                flaw(.dateOutOfRange, column, text)
                return nil
            }
            return weekday.map { agreeing(day, $0, column) } ?? day
        case .impossible: flaw(.impossibleDate, column, text)
        case .unreadable: flaw(.malformed, column, text)
        }
        return nil
    }

    private mutating func agreeing(_ day: SchoolDay, _ written: Int, _ column: EventListColumn) -> SchoolDay? {
        guard written != day.weekday else { return day }
        flaw(.weekdayMismatch, column, "\(day.text)（\(Self.name(day.weekday))）≠ \(Self.name(written))")
        return nil
    }

    private mutating func time(_ column: EventListColumn) -> WallTime? {
        if isBlank(column) { return nil }
        switch JapaneseTime.read(cell(column)) {
        case .time(let time): return time
        case .impossible: flaw(.impossibleTime, column, cell(column))
        case .unreadable: flaw(.malformed, column, cell(column))
        }
        return nil
    }

    /// - Parameter weekday: As ISO 8601 counts, 1 being Monday.
    private static func name(_ weekday: Int) -> String { String(Array("月火水木金土日")[weekday - 1]) }
}
