/// A column that counts the days of a month.
struct PlanDayColumn {
    let column: Int
    /// By row of the grid; a row without a number belongs to the day above it.
    let days: [Int: PlanDayCell]

    private static let fewestDays = 5
    /// More rows without a number are no part of a day.
    private static let mostRowsOfADay = 12

    /// - Parameter firstMonth: The column of the first month: what stands left of it, below the days, is a footer's name.
    /// - Returns: `nil` when the column counts nothing.
    init?(_ column: Int, of grid: PlanGrid, rows: Range<Int>, firstMonth: Int) {
        self.column = column
        var run: [(row: Int, day: PlanDayCell)] = []
        var strange = 0
        for row in rows where !grid.isBlank(row, column) {
            if let day = PlanDayCell(grid[row, column]) {
                // Where the count does not go on, the footer begins.
                guard day.dayOfMonth > run.last?.day.dayOfMonth ?? 0 else { break }
                run.append((row, day))
            } else if !run.isEmpty, run.last?.day.dayOfMonth ?? 31 < 28 {
                strange += 1
            }
        }
        let steps = zip(run, run.dropFirst()).count { $1.day.dayOfMonth == $0.day.dayOfMonth + 1 }
        guard run.count >= Self.fewestDays, strange * 5 <= run.count, steps * 5 >= (run.count - 1) * 4 else {
            return nil
        }
        days = Self.filled(run, in: grid, column: column, rows: rows, firstMonth: firstMonth)
    }

    /// Adds the rows that continue a day; below the last one only as many as some other day has.
    private static func filled(
        _ run: [(row: Int, day: PlanDayCell)], in grid: PlanGrid, column: Int, rows: Range<Int>, firstMonth: Int
    ) -> [Int: PlanDayCell] {
        var days = Dictionary(run.map { ($0.row, $0.day) }, uniquingKeysWith: { first, _ in first })
        var most = 0
        for (day, next) in zip(run, run.dropFirst()) where next.row - day.row <= mostRowsOfADay {
            for row in day.row + 1..<next.row where grid.isBlank(row, column) {
                days[row] = PlanDayCell(dayOfMonth: day.day.dayOfMonth)
            }
            most = max(most, grid.rows(between: day.row, and: next.row))
        }
        guard let last = run.last else { return days }
        for row in last.row + 1..<max(last.row + 1, rows.upperBound) {
            guard grid.rows(between: last.row, and: row) < most, !isFooter(row, of: grid, column, firstMonth) else {
                break
            }
            days[row] = PlanDayCell(dayOfMonth: last.day.dayOfMonth)
        }
        return days
    }

    /// 「授業日数」 left of the months, or a remark: 「※変更することがあります」.
    private static func isFooter(_ row: Int, of grid: PlanGrid, _ column: Int, _ firstMonth: Int) -> Bool {
        let first = (0..<grid.columnCount).first { !grid.isBlank(row, $0) }
        guard let first else { return false }
        let begin = grid[row, first].first { !$0.isWhitespace }
        return first <= min(column, firstMonth) || begin == "※" || begin == "＊" || begin == "*"
    }
}
