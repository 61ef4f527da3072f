/// One sheet: its cells as shown, merged areas filled.
struct Worksheet: Equatable {
    private var rows: [Int: [Int: String]] = [:]

    /// - Parameters:
    ///   - lines: As ``OfficeStylesheet/worksheet`` writes them.
    ///   - strings: The workbook's shared strings.
    init(lines: [Substring], strings: [String], styles: CellStyles) {
        var row = 0
        var column = 0
        var areas: [CellArea] = []
        for line in lines {
            let cells = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
            switch cells.first {
            case "r":
                row = cells.count > 1 ? Int(cells[1]) ?? row + 1 : row + 1
                column = 0
            case "c" where cells.count == 5:
                let place = CellPlace(cells[1]) ?? CellPlace(row: row, column: column + 1)
                column = place.column
                guard place.row <= CSVTable.maximumRows, place.column <= CSVTable.maximumColumns else { continue }
                let value = Self.shown(cells[4], type: cells[2], style: Int(cells[3]) ?? 0, strings, styles)
                if !value.isEmpty { rows[place.row, default: [:]][place.column] = value }
            case "m" where cells.count > 1:
                if let area = CellArea(cells[1]) { areas.append(area) }
            default: continue
            }
        }
        fill(areas)
    }

    /// Comma-separated (RFC 4180), rows where the sheet has them.
    var csv: String {
        guard let last = rows.keys.max() else { return "" }
        let width = rows.values.compactMap { $0.keys.max() }.max() ?? 0
        var text = ""
        for row in 1...last {
            let cells = rows[row] ?? [:]
            if !cells.isEmpty { text += (1...width).map { Self.quoted(cells[$0] ?? "") }.joined(separator: ",") }
            text += "\n"
        }
        return text
    }

    /// What the stylesheet wrote in place of line breaks and tabs within a cell.
    static func restored(_ text: Substring) -> String {
        String(text.map { $0 == "\u{E000}" ? "\n" : $0 == "\u{E001}" ? " " : $0 })
    }

    /// ECMA-376, part 1, 18.18.11 (ST_CellType)
    private static func shown(
        _ value: Substring, type: Substring, style: Int, _ strings: [String], _ styles: CellStyles
    ) -> String {
        switch type {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { return "" }
            return strings[index]
        case "str", "inlineStr": return restored(value)
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "e": return ""
        default: return styles.shown(String(value), style: style)
        }
    }

    /// Every cell of a merged area shows its content: three days under one exam are three days of exams.
    ///
    /// An area as wide as the sheet is a title or a footer and stays one cell.
    private mutating func fill(_ areas: [CellArea]) {
        guard let last = rows.keys.max(), let width = rows.values.compactMap({ $0.keys.max() }).max() else { return }
        for area in areas where area.first.column > 1 || area.last.column < width {
            guard let value = rows[area.first.row]?[area.first.column], area.first.row <= last else { continue }
            for row in area.first.row...min(area.last.row, last) where area.first.column <= width {
                for column in area.first.column...min(area.last.column, width) {
                    rows[row, default: [:]][column] = value
                }
            }
        }
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// A cell by number: B3 is row 3, column 2.
struct CellPlace: Equatable {
    let row: Int
    let column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    init?(_ name: Substring) {
        var column = 0
        let letters = name.prefix { $0.isASCII && $0.isLetter }
        guard (1...3).contains(letters.utf8.count), let row = Int(name.dropFirst(letters.count)), row > 0 else {
            return nil
        }
        for letter in letters.uppercased().utf8 { column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1 }
        self.init(row: row, column: column)
    }
}

/// A1:C1, both ends included.
struct CellArea: Equatable {
    let first: CellPlace
    let last: CellPlace

    init?(_ name: Substring) {
        let ends = name.split(separator: ":").map { CellPlace($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        self.first = first
        self.last = last
    }
}
