/// Where a year plan (年間行事予定表) has its months, days and columns.
///
/// Nothing depends on places: months are known by their headings, days by numbers that count up, weekdays by their names. So the
/// plan may have one column for a month or several, its day column once, at both ends or in every month, its year in one
/// block or in two below each other; it may also lie on its side.
struct YearPlanLayout {
    struct Month {
        let heading: String
        let month: PlanMonth
        /// The second April of a plan that goes on into the next year.
        let isNextYear: Bool
        /// By row of the grid. A row without a number continues the day above it.
        let days: [Int: PlanDayCell]
        let weekdayColumn: Int?
        let textColumns: [Int]
        let noteColumn: Int?
    }

    let grid: PlanGrid
    private(set) var months: [Month] = []
    /// What stands above the months, with the rows of the file.
    private(set) var titles: [(row: Int, text: String)] = []
    /// Columns that nobody reads.
    private(set) var remarks: [Flaw] = []

    /// - Parameter fewestMonths: A table with fewer months is no year plan.
    /// - Returns: `nil` when the table is none.
    init?(_ table: CSVTable, fewestMonths: Int = 3) {
        let upright = PlanGrid(table)
        if let layout = YearPlanLayout(upright, fewestMonths) {
            self = layout
        } else if upright.columnCount >= 28, let layout = YearPlanLayout(upright.turned, fewestMonths) {
            self = layout
        } else {
            return nil
        }
    }

    private init?(_ grid: PlanGrid, _ fewestMonths: Int) {
        self.grid = grid
        guard grid.rowCount <= Self.mostRows else { return nil }
        let headingRows = (0..<grid.rowCount).filter { Self.isHeading($0, of: grid) }
        guard let first = headingRows.first, headingRows.count <= Self.mostBlocks else { return nil }
        for (index, row) in headingRows.enumerated() {
            let end = index + 1 < headingRows.count ? headingRows[index + 1] : grid.rowCount
            let block = PlanBlock(grid: grid, headingRow: row, end: end)
            months += block.months
            remarks += block.remarks.filter { remark in !remarks.contains { $0.value == remark.value } }
        }
        guard Set(months.map(\.month.month)).count >= fewestMonths else { return nil }
        for row in 0...first {
            for column in 0..<grid.columnCount where !grid.isBlank(row, column) {
                titles.append((grid.number(row, column), grid[row, column]))
            }
        }
    }

    /// Twelve months below each other, with room to spare.
    private static let mostRows = 1500
    private static let mostBlocks = 30

    /// Words that may stand beside a single month's heading.
    private static let companions: Set<String> = [
        "日", "曜", "曜日", "月", "月日", "日付", "行事", "行事予定", "学校行事", "予定", "備考", "日曜", "行事名", "対象",
    ]

    /// A row with months, and, where they are few, nothing of a day.
    private static func isHeading(_ row: Int, of grid: PlanGrid) -> Bool {
        let months = PlanMonth.headings(in: row, of: grid)
        if months.isEmpty { return false }
        let columns = Set(months.map(\.column))
        return months.count >= 3
            || (0..<grid.columnCount).allSatisfy {
                columns.contains($0) || grid.isBlank(row, $0) || companions.contains(matchingKey(of: grid[row, $0]))
            }
    }

    /// The day of a cell, or `nil` for one that the calendar does not have.
    func day(_ day: PlanDayCell, of month: Month, in year: SchoolYear) -> SchoolDay? {
        SchoolDay(year: calendarYear(of: month, in: year), month: month.month.month, day: day.dayOfMonth)
    }

    private func calendarYear(of month: Month, in year: SchoolYear) -> Int {
        year.year + (month.month.month < 4 ? 1 : 0) + (month.isNextYear ? 1 : 0)
    }

    /// What the plan says of the weekday of a row, by its weekday column or in the day's own cell.
    func weekday(in row: Int, of month: Month) -> PlanDayCell.Weekday {
        if let column = month.weekdayColumn { return PlanDayCell.weekday(grid[row, column]) }
        return month.days[row]?.weekday.map(PlanDayCell.Weekday.day) ?? .silent
    }
}
