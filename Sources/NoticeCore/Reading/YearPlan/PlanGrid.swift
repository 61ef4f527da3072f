/// A table as a grid of cells; a year plan that lies on its side is turned upright.
struct PlanGrid {
    private let cells: [[String]]
    /// As the spreadsheet counts: rows, or columns of a grid that was turned.
    private let numbers: [Int]
    /// Whether rows of the grid are columns of the file.
    let isTurned: Bool

    var rowCount: Int { cells.count }
    let columnCount: Int

    init(_ table: CSVTable) {
        let rows = [table.header] + table.rows
        cells = rows.map(\.cells)
        numbers = rows.map(\.number)
        columnCount = cells.map(\.count).max() ?? 0
        isTurned = false
    }

    private init(turning grid: PlanGrid) {
        let source = grid.cells
        cells = (0..<grid.columnCount).map { column in
            source.map { column < $0.count ? $0[column] : "" }
        }
        numbers = grid.numbers
        columnCount = source.count
        isTurned = true
    }

    var turned: PlanGrid { PlanGrid(turning: self) }

    subscript(row: Int, column: Int) -> String {
        column < cells[row].count ? cells[row][column] : ""
    }

    func isBlank(_ row: Int, _ column: Int) -> Bool { self[row, column].allSatisfy(\.isWhitespace) }

    /// The row of the file in which a cell stands.
    func number(_ row: Int, _ column: Int) -> Int { isTurned ? numbers[column] : numbers[row] }

    /// How many rows of the file lie between two of the grid, empty ones included.
    func rows(between first: Int, and second: Int) -> Int {
        (isTurned ? second - first : numbers[second] - numbers[first]) - 1
    }
}
