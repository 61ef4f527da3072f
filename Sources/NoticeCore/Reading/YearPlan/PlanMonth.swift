/// The heading of a month: 4月, ４月, 四月, 4月行事, 2026年4月, R8.4月.
struct PlanMonth: Equatable {
    let month: Int
    /// Of the calendar, where the heading names it.
    let year: Int?

    init?(_ text: String) {
        // Almost every cell of a table is none: this must cost nothing.
        guard text.utf8.count <= 100, text.contains("月") else { return nil }
        var scanner = TextScanner(text)
        var ahead = scanner
        if let year = JapaneseDate.year(&ahead), ahead.take("年", ".", "/") != nil {
            self.year = year
            scanner = ahead
        } else {
            year = nil
        }
        guard let month = scanner.number(digits: 1...2) ?? scanner.kanjiNumber(), (1...12).contains(month),
            scanner.take("月") != nil
        else { return nil }
        self.month = month
        _ = scanner.take("の行事予定", "の行事", "の予定", "行事予定", "行事", "予定", "度")
        if scanner.take("(") != nil { while !scanner.isAtEnd, scanner.take(")") == nil { scanner.skip() } }
        guard scanner.isAtEnd else { return nil }
    }

    private init(month: Int) {
        self.month = month
        year = nil
    }

    /// A year and a month, each in a few merged cells: a row that speaks more of months is text.
    private static let mostCells = 80

    /// The months of a row, by their columns.
    ///
    /// Numbers alone, 「月,4,5,6 …」, are months only when nothing else stands in the row and each follows the one before.
    static func headings(in row: Int, of grid: PlanGrid) -> [(column: Int, month: PlanMonth)] {
        let columns = (0..<grid.columnCount).filter { !grid.isBlank(row, $0) }
        guard columns.count(where: { grid[row, $0].contains("月") }) <= mostCells else { return [] }
        var named: [(column: Int, month: PlanMonth)] = []
        for column in columns {
            // Some programs fill a merged heading into every cell that it covers.
            guard let month = PlanMonth(grid[row, column]), month != named.last?.month else { continue }
            named.append((column, month))
        }
        if !named.isEmpty { return named }
        guard let first = columns.first, ["月", "日/月", "日\\月", "月日", "月/日"].contains(matchingKey(of: grid[row, first]))
        else { return [] }
        var found: [(column: Int, month: PlanMonth)] = []
        for column in columns.dropFirst() {
            var scanner = TextScanner(grid[row, column])
            guard let month = scanner.number(digits: 1...2), scanner.isAtEnd, (1...12).contains(month),
                found.last.map({ $0.month.month % 12 + 1 == month }) ?? true
            else { return [] }
            found.append((column, PlanMonth(month: month)))
        }
        return found.count >= 3 ? found : []
    }
}
