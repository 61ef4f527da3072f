/// A table for people: columns aligned also where full-width characters stand.
struct TextTable: Equatable {
    let header: [String]
    let rows: [[String]]

    /// - Parameter rows: Cells as they came; they are made harmless here.
    init(_ header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows.map { $0.map { SafeText.line($0) } }
    }

    /// Lines without trailing spaces, two spaces between columns, a rule under the header.
    var text: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return ([header, rule] + rows).map { line($0, widths: widths) }.joined(separator: "\n")
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        var line = ""
        for (cell, width) in zip(cells, widths) {
            line += DisplayWidth.padded(cell, to: width) + "  "
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}

/// Labels and values, one a line, the values aligned.
struct FieldList: Equatable {
    let fields: [(label: String, value: String)]

    /// - Parameter fields: A field whose value is `nil` or empty is left out.
    init(_ fields: [(StringKey, String?)]) {
        self.fields = fields.compactMap { key, value in
            guard let value, !value.isEmpty else { return nil }
            return (Strings[key], SafeText.line(value))
        }
    }

    var text: String {
        let width = fields.map { DisplayWidth.of($0.label) }.max() ?? 0
        return fields.map { DisplayWidth.padded($0.label, to: width) + "  " + $0.value }.joined(separator: "\n")
    }

    static func == (left: FieldList, right: FieldList) -> Bool { left.text == right.text }
}
