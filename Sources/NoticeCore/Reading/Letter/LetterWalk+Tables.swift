extension LetterWalk {
    // MARK: - Tables

    /// 「回  振替日  再振替日  1年」: no day, but words over columns.
    mutating func isTableHead(_ line: LetterLine) -> Bool {
        guard line.prefix == nil, DateScanner(text: text).dates(in: line.content).isEmpty,
            !text.contains(["。", "、"], in: line.content)
        else { return false }
        let words = columns(of: line.span)
        guard words.count >= 3, words.allSatisfy({ $0.count <= 12 }) else { return false }
        guard TimeScanner(text: text).times(in: line.content).isEmpty else { return false }
        tableHeads = words.map { (text.column(of: $0.lowerBound), $0) }
        return true
    }

    func columns(of span: LetterText.Span) -> [LetterText.Span] {
        text.cells(of: span, rules: ["|"])
    }

    /// The head of the table column in which a place stands.
    func tableHead(at place: Int) -> LetterText.Span? {
        guard !tableHeads.isEmpty else { return nil }
        let column = text.column(of: place)
        return tableHeads.min { abs($0.column - column) < abs($1.column - column) }?.span
    }
}
