/// One heading row with months, and the days below it.
struct PlanBlock {
    private(set) var months: [YearPlanLayout.Month] = []
    private(set) var remarks: [Flaw] = []

    private let grid: PlanGrid
    private let headingRow: Int
    private let end: Int
    private let headings: [(column: Int, month: PlanMonth)]
    private let dayColumns: [PlanDayColumn]
    /// Rows of days, in any of the day columns.
    private let dayRows: [Int]

    init(grid: PlanGrid, headingRow: Int, end: Int) {
        self.grid = grid
        self.headingRow = headingRow
        self.end = end
        headings = PlanMonth.headings(in: headingRow, of: grid)
        let firstMonth = headings.first?.column ?? 0
        dayColumns = (0..<grid.columnCount).compactMap {
            PlanDayColumn($0, of: grid, rows: headingRow + 1..<end, firstMonth: firstMonth)
        }
        dayRows = Set(dayColumns.flatMap { $0.days.keys }).sorted()
        if !dayColumns.isEmpty { findMonths() }
    }

    private mutating func findMonths() {
        let weekdays = columns { isWeekdayColumn($0) }
        let notes = columns { Self.notes.contains(name(of: $0)) && !weekdays.contains($0) }
        // A column of remarks for every month is a part of the months, one for all of them belongs to no day.
        let areNotesOfMonths = notes.count == headings.count
        var texts = headings.indices.map { textColumns(of: $0, besides: weekdays + notes) }
        let usual = texts.dropLast().map(\.count).max() ?? 0
        if headings.count > 1, let last = texts.last, last.count > max(usual, 1) {
            unread(Array(last.dropFirst(max(usual, 1))))
            texts[texts.count - 1] = Array(last.prefix(max(usual, 1)))
        }
        if !areNotesOfMonths { unread(notes) }
        var seen: Set<Int> = []
        for (index, heading) in headings.enumerated() {
            let (days, isOwn) = days(of: index)
            months.append(
                YearPlanLayout.Month(
                    heading: grid[headingRow, heading.column].filter { !$0.isNewline }, month: heading.month,
                    isNextYear: !seen.insert(heading.month.month).inserted,
                    days: isOwn ? days : days.mapValues(\.withoutWeekday),
                    weekdayColumn: own(of: index, among: weekdays) ?? (isOwn ? shared(weekdays) : nil),
                    textColumns: texts[index],
                    noteColumn: areNotesOfMonths ? notes[index] : nil
                ))
        }
    }

    // MARK: - Columns

    /// Headings of columns in which a remark on the day stands.
    private static let notes: Set<String> = ["備考", "メモ", "連絡", "連絡事項", "補足", "備考欄"]
    /// Headings of columns that hold no events.
    private static let others: Set<String> = [
        "時数", "授業時数", "時間", "授業日数", "日数", "給食", "下校", "下校時刻", "下校時間", "校時", "回数", "週", "弁当", "累計", "登校", "日課", "週時数",
    ]

    private func columns(where isOne: (Int) -> Bool) -> [Int] {
        let days = Set(dayColumns.map(\.column))
        return (0..<grid.columnCount).filter { !days.contains($0) && isOne($0) }
    }

    /// What stands between a column's month and its first day.
    private func name(of column: Int) -> String {
        let first = dayRows.first ?? end
        for row in (headingRow..<max(first, headingRow)).reversed() where !grid.isBlank(row, column) {
            let text = grid[row, column]
            if PlanMonth(text) == nil { return matchingKey(of: text) }
        }
        return ""
    }

    /// Most of many cells, or all of a few, name weekdays.
    private func isWeekdayColumn(_ column: Int) -> Bool {
        let cells = dayRows.map { grid[$0, column] }.filter { !$0.allSatisfy(\.isWhitespace) }.map(PlanDayCell.weekday)
        let readable = cells.count { $0 != .unreadable }
        guard cells.contains(where: { $0 != .unreadable && $0 != .silent }) else { return false }
        return readable == cells.count || cells.count >= 5 && readable * 5 >= cells.count * 4
    }

    /// The columns from one month's heading to the next in which words stand.
    private mutating func textColumns(of index: Int, besides others: [Int]) -> [Int] {
        let start = headings[index].column
        let end = index + 1 < headings.count ? headings[index + 1].column : grid.columnCount
        let days = Set(dayColumns.map(\.column))
        let texts = (start..<end).filter { column in
            !days.contains(column) && !others.contains(column)
                && dayRows.contains { grid[$0, column].contains(where: \.isLetter) }
        }
        unread(texts.filter { Self.others.contains(name(of: $0)) })
        return texts.filter { !Self.others.contains(name(of: $0)) }
    }

    private mutating func unread(_ columns: [Int]) {
        for column in columns where dayRows.contains(where: { grid[$0, column].contains(where: \.isLetter) }) {
            let name = name(of: column)
            guard !remarks.contains(where: { $0.value == name }) else { continue }
            let row = grid.number(headingRow, column)
            remarks.append(Flaw(.unknownColumn, row: row, column: name.isEmpty ? nil : name, value: name))
        }
    }

    /// Where every month counts its own days, the rows may be weekdays: a single column before the months names them for all.
    private func shared(_ weekdays: [Int]) -> Int? {
        guard weekdays.count == 1, let column = weekdays.first, let first = headings.first?.column else { return nil }
        return column < first ? column : nil
    }

    /// The column of a kind that belongs to a month: the n-th to the n-th (it may stand before the heading), else the one
    /// below it.
    private func own(of index: Int, among columns: [Int]) -> Int? {
        if columns.count == headings.count { return columns[index] }
        let start = headings[index].column
        let end = index + 1 < headings.count ? headings[index + 1].column : grid.columnCount
        return columns.first { (start..<end).contains($0) }
    }

    /// - Returns: The days of a month, and whether their column is the month's alone.
    private func days(of index: Int) -> (days: [Int: PlanDayCell], isOwn: Bool) {
        if dayColumns.count == headings.count { return (dayColumns[index].days, true) }
        let start = headings[index].column
        let nearest = dayColumns.last { $0.column <= start } ?? dayColumns.first
        return (nearest?.days ?? [:], false)
    }
}

extension PlanDayCell {
    fileprivate var withoutWeekday: PlanDayCell { PlanDayCell(dayOfMonth: dayOfMonth) }
}
