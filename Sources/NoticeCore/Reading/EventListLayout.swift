/// Where the columns of one list stand, whatever their order and names.
struct EventListLayout {
    /// What hinders reading the rows.
    private(set) var flaws: [Flaw] = []
    /// Headings that nobody reads.
    private(set) var remarks: [Flaw] = []
    /// How each heading was understood.
    private(set) var columns: [ListColumn] = []
    /// The rows below the headings.
    let rows: [CSVTable.Row]
    /// The rows above them: titles.
    let titles: [CSVTable.Row]
    private var places: [EventListColumn: Int] = [:]
    /// Columns under a heading of the school's own.
    private var loose: Set<EventListColumn> = []
    private let width: Int

    /// So many rows may stand above the headings.
    private static let highestHeading = 15

    /// - Parameters:
    ///   - remembered: What was said with an earlier table.
    ///   - given: What is said now; it goes before.
    init(_ table: CSVTable, remembered: ColumnMap = ColumnMap(), given: ColumnMap = ColumnMap()) {
        let all = [table.header] + table.rows
        let header =
            all.prefix(Self.highestHeading).firstIndex { row in
                row.cells.count { Self.meaning(of: $0, remembered, given).column != nil } >= 2
            } ?? 0
        titles = Array(all[..<header])
        rows = Array(all[(header + 1)...])
        width = all[header].cells.count
        read(all[header], remembered, given)
    }

    private mutating func read(_ header: CSVTable.Row, _ remembered: ColumnMap, _ given: ColumnMap) {
        var meanings = header.cells.map { Self.meaning(of: $0, remembered, given) }
        let hasMonth = meanings.contains { $0.column == .month }
        for place in meanings.indices where meanings[place].column == .dayOfMonth && !hasMonth {
            // 「日」 without 「月」 is a date.
            meanings[place] = ListColumn(heading: meanings[place].heading, column: .firstDay, origin: .synonym)
        }
        for column in EventListColumn.allCases { choose(column, among: &meanings, row: header.number) }
        for meaning in meanings where meaning.origin == .unknown && !matchingKey(of: meaning.heading).isEmpty {
            let heading = meaning.heading
            remarks.append(Flaw(.unknownColumn, row: header.number, column: heading, value: heading))
        }
        if places[.grades] == nil, places[.classes] == nil { remarks.append(Flaw(.gradesOpen, row: header.number)) }
        columns = meanings.filter { !matchingKey(of: $0.heading).isEmpty }
        let hasDate = places[.firstDay] != nil || (places[.month] != nil && places[.dayOfMonth] != nil)
        for (column, isThere) in [(EventListColumn.title, places[.title] != nil), (.firstDay, hasDate)] where !isThere {
            flaws.append(
                Flaw(.missingColumn, row: header.number, column: column.rawValue, value: column.rawValue))
        }
    }

    /// Of several headings with one meaning the one that says it best; the others are not read.
    private mutating func choose(_ column: EventListColumn, among meanings: inout [ListColumn], row: Int) {
        let claims = meanings.indices.filter { meanings[$0].column == column }
        guard let best = claims.min(by: { Self.rank(meanings[$0]) < Self.rank(meanings[$1]) }) else { return }
        for place in claims where place != best {
            if Self.rank(meanings[place]) == Self.rank(meanings[best]) {
                flaws.append(Flaw(.duplicateColumn, row: row, column: column.rawValue, value: column.rawValue))
            }
            meanings[place] = ListColumn(heading: meanings[place].heading, column: nil, origin: .unknown)
        }
        places[column] = best
        if matchingKey(of: meanings[best].heading) != matchingKey(of: column.rawValue) { loose.insert(column) }
    }

    private static func rank(_ meaning: ListColumn) -> Int {
        switch meaning.origin {
        case .given: return 0
        case .remembered: return 1
        case .name: return 2
        case .synonym, .unknown:
            let key = matchingKey(of: meaning.heading)
            let words = meaning.column?.synonyms ?? []
            return 3 + (words.firstIndex { matchingKey(of: $0) == key } ?? words.count)
        }
    }

    private static func meaning(of cell: String, _ remembered: ColumnMap, _ given: ColumnMap) -> ListColumn {
        let heading = String(cell.filter { !$0.isNewline }.prefix(100))
        for (map, origin) in [(given, ListColumn.Origin.given), (remembered, .remembered)] {
            switch map.choice(for: heading) {
            case .column(let column): return ListColumn(heading: heading, column: column, origin: origin)
            case .ignored: return ListColumn(heading: heading, column: nil, origin: origin)
            case .automatic: return byName(heading)
            case nil: continue
            }
        }
        return byName(heading)
    }

    private static func byName(_ heading: String) -> ListColumn {
        guard let found = EventListColumn.named(heading) else {
            return ListColumn(heading: heading, column: nil, origin: .unknown)
        }
        return ListColumn(heading: heading, column: found.column, origin: found.isName ? .name : .synonym)
    }

    // MARK: - Cells

    func has(_ column: EventListColumn) -> Bool { places[column] != nil }

    /// Whether the school calls the column otherwise. Under its own headings a school follows its own habits: what is left
    /// empty goes without saying, and an unknown word is no mistake.
    func isLoose(_ column: EventListColumn) -> Bool { loose.contains(column) || places[column] == nil }

    /// The cell of a column; empty when the list has no such column or the row ends before it.
    func cell(_ column: EventListColumn, of row: CSVTable.Row) -> String {
        guard let place = places[column], place < row.cells.count else { return "" }
        return row.cells[place]
    }

    /// A row with more filled cells than the header: a comma without quotes has shifted the rest.
    func isTooWide(_ row: CSVTable.Row) -> Bool {
        row.cells.dropFirst(width).contains { !$0.allSatisfy(\.isWhitespace) }
    }
}
