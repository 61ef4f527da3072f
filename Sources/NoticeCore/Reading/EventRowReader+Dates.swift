extension EventRowReader {
    /// Days and clock times of a row.
    struct Span {
        let firstDay: SchoolDay
        let lastDay: SchoolDay
        let start: WallTime?
        let end: WallTime?
        /// 「放課後」: no clock time, but worth a note.
        let unreadTime: String?
    }

    /// The longest event: a year.
    private static let longestInDays = 366

    mutating func span() -> Span? {
        let before = flaws.count
        let days = days()
        let (firstDay, lastDay) = (days?.first, days?.last)
        let (start, ending, unreadTime) = startAndEnd()
        let end = isBlank(.end) ? ending : time(.end)
        guard let firstDay, let lastDay else { return nil }
        if lastDay < firstDay {
            flaw(.endBeforeStart, .lastDay, cell(.lastDay))
        } else if lastDay.daysSince1970 - firstDay.daysSince1970 > Self.longestInDays {
            flaw(.dateOutOfRange, .lastDay, cell(.lastDay))
        } else if lastDay == firstDay, let start, let end, end < start {
            flaw(.endBeforeStart, .end, cell(.end))
        }
        guard flaws.count == before else { return nil }
        return Span(firstDay: firstDay, lastDay: lastDay, start: start, end: end, unreadTime: unreadTime)
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

    /// The first day and the last one, which 「4/7～9」 may name in the same cell.
    private mutating func days() -> (first: SchoolDay, last: SchoolDay)? {
        guard let text = firstDayText() else {
            flaw(.missing, .firstDay)
            return nil
        }
        guard isBlank(.lastDay), let (head, tail) = DayPhrase.ends(of: text) else {
            let first = weekdayChecked(day(text, .firstDay))
            let last = isBlank(.lastDay) ? first : day(cell(.lastDay), .lastDay)
            return first.flatMap { first in last.map { (first, $0) } }
        }
        guard let first = weekdayChecked(day(head, .firstDay)) else { return nil }
        if let last = DayPhrase.end(tail, from: first) { return (first, last) }
        return day(tail, .firstDay).map { (first, $0) }
    }

    /// The cell of the date, or month and day from two columns. In a school's own columns an empty cell is one merged with
    /// the cell above.
    private mutating func firstDayText() -> String? {
        var text = isBlank(.firstDay) ? nil : cell(.firstDay)
        if text == nil, layout.has(.month), layout.has(.dayOfMonth) {
            if !isBlank(.month) { above.month = cell(.month).filter { !$0.isWhitespace && $0 != "月" } }
            text = isBlank(.dayOfMonth) ? nil : above.month.map { "\($0)月\(cell(.dayOfMonth))" }
        }
        if layout.isLoose(.firstDay) {
            above.day = text ?? above.day
            return above.day
        }
        return text
    }

    private mutating func weekdayChecked(_ day: SchoolDay?) -> SchoolDay? {
        guard let day, !isBlank(.weekday) else { return day }
        var scanner = TextScanner(cell(.weekday))
        guard let written = scanner.weekday() else {
            flaw(.malformed, .weekday, cell(.weekday))
            return nil
        }
        // 「火～木」 beside a range says the first day's.
        guard scanner.isAtEnd || scanner.take("~", "-", "・", "、", ",") != nil else {
            flaw(.malformed, .weekday, cell(.weekday))
            return nil
        }
        return agreeing(day, written, .weekday)
    }

    private mutating func day(_ text: String, _ column: EventListColumn) -> SchoolDay? {
        switch JapaneseDate.read(text, in: schoolYear) {
        case .day(let day, let weekday):
            guard EventSpan.isNear(day, today: school.today) else {
                flaw(.dateOutOfRange, column, text)
                return nil
            }
            return weekday.map { agreeing(day, $0, column) } ?? day
        case .yearMissing: flaw(.schoolYearRequired, column, text)
        case .impossible: flaw(.impossibleDate, column, text)
        case .unreadable: flaw(.malformed, column, text)
        }
        return nil
    }

    private mutating func agreeing(_ day: SchoolDay, _ written: Int, _ column: EventListColumn) -> SchoolDay? {
        guard written != day.weekday else { return day }
        flaw(.weekdayMismatch, column, WeekdayName.contradiction(of: day, to: written))
        return nil
    }

    /// 「9:00～11:00」 names both; what is no clock time at all (放課後, 3限) is no mistake in a school's own column.
    private mutating func startAndEnd() -> (start: WallTime?, end: WallTime?, unread: String?) {
        guard layout.isLoose(.start), !isBlank(.start) else { return (time(.start), nil, nil) }
        if let span = JapaneseTime.span(cell(.start)) { return (span.start, span.end, nil) }
        if case .impossible = JapaneseTime.read(cell(.start)) { return (time(.start), nil, nil) }
        remark(.timeUnread, .start, cell(.start))
        guard case .success(let text) = CheckedText.line(cell(.start).filter { !$0.isNewline }, limit: 100) else {
            return (nil, nil, nil)
        }
        return (nil, nil, text)
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
}
