/// A column of an event list, by its heading.
enum EventListColumn: String, CaseIterable {
    case externalID = "行事ID"
    case title = "行事名"
    case kind = "種別"
    case firstDay = "開始日"
    case weekday = "曜日"
    case lastDay = "終了日"
    case start = "開始時刻"
    case end = "終了時刻"
    case grades = "対象学年"
    case classes = "対象学級"
    case place = "場所"
    case rainDates = "予備日"
    case items = "持ち物"
    case status = "状態"
    case note = "備考"

    var isRequired: Bool {
        switch self {
        case .title, .kind, .firstDay, .grades: true
        default: false
        }
    }
}

/// Where the columns of one list stand, whatever their order.
struct EventListLayout {
    /// What hinders reading the rows.
    private(set) var flaws: [Flaw] = []
    /// Headings that nobody reads.
    private(set) var remarks: [Flaw] = []
    private(set) var places: [EventListColumn: Int] = [:]
    private let width: Int

    init(_ table: CSVTable) {
        width = table.header.cells.count
        guard !Self.isMatrix(table) else {
            flaws = [Flaw(.unsupportedLayout, row: table.header.number, value: "日×月")]
            return
        }
        let row = table.header.number
        for (place, heading) in table.header.cells.enumerated() {
            let key = matchingKey(of: heading)
            guard let column = EventListColumn.allCases.first(where: { matchingKey(of: $0.rawValue) == key }) else {
                if !key.isEmpty { remarks.append(Flaw(.unknownColumn, row: row, column: heading, value: heading)) }
                continue
            }
            if places.updateValue(place, forKey: column) != nil {
                flaws.append(Flaw(.duplicateColumn, row: row, column: column.rawValue, value: column.rawValue))
            }
        }
        for column in EventListColumn.allCases where column.isRequired && places[column] == nil {
            flaws.append(Flaw(.missingColumn, row: row, column: column.rawValue, value: column.rawValue))
        }
    }

    /// The cell of a column; empty when the list has no such column or the row ends before it.
    func cell(_ column: EventListColumn, of row: CSVTable.Row) -> String {
        guard let place = places[column], place < row.cells.count else { return "" }
        return row.cells[place]
    }

    /// A row with more filled cells than the header: a comma without quotes has shifted the rest.
    func isTooWide(_ row: CSVTable.Row) -> Bool {
        row.cells.dropFirst(width).contains { !$0.allSatisfy(\.isWhitespace) }
    }

    /// 年間行事予定表: some row near the top names at least six months.
    private static func isMatrix(_ table: CSVTable) -> Bool {
        ([table.header] + table.rows.prefix(5)).contains { row in
            row.cells.count { cell in
                var scanner = TextScanner(cell)
                return scanner.number(digits: 1...2) != nil && scanner.take("月") != nil && scanner.isAtEnd
            } >= 6
        }
    }
}
