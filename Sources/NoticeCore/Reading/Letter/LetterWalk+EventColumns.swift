extension LetterWalk {
    private struct EventColumns {
        let heads: [(column: Int, span: LetterText.Span)]
        let rows: [(line: LetterLine, label: LetterText.FoundLabel, cells: [LetterText.Span])]
    }

    /// A table whose columns are events, or grades, and whose rows tell their 日時, 場所 and 締切.
    ///
    /// ```
    ///              英検（第3回）       漢検（第3回）
    /// 試験日       1月21日（金）       2月4日（金）
    /// 会場         2年1組の教室        図書室
    /// ```
    mutating func readEventColumns(_ line: LetterLine) -> Bool {
        guard let table = eventColumns(from: line) else { return false }
        let title = scopes[outer].title
        for head in table.heads {
            openScope(title: cutter.title(from: head.span) ?? title, span: head.span, listsDeadlines: false)
            let audience = audiences.mentions(in: head.span).first { !$0.grades.isEmpty || !$0.groups.isEmpty }
            scopes[scope].audience = audience
            for row in table.rows {
                guard let cell = row.cells.min(by: { distance($0, head.column) < distance($1, head.column) }) else {
                    continue
                }
                let part = LetterLine(
                    span: row.line.span.lowerBound..<cell.upperBound, content: cell, bullet: nil,
                    indent: row.line.indent, followsBlank: false, label: nil, isHeading: false, prefix: nil)
                read(
                    LetterText.FoundLabel(label: row.label.label, span: row.label.span, content: cell.lowerBound),
                    of: part)
            }
        }
        openScope(title: title, span: nil, listsDeadlines: false)
        pending = nil
        readUntil = table.rows.last?.line.span.upperBound ?? readUntil
        return true
    }

    private func distance(_ cell: LetterText.Span, _ column: Int) -> Int {
        abs(text.column(of: cell.lowerBound) - column)
    }

    private func eventColumns(from line: LetterLine) -> EventColumns? {
        guard line.label == nil, !text.contains(["。"], in: line.span),
            DateScanner(text: text).dates(in: line.span).isEmpty,
            TimeScanner(text: text).times(in: line.span).isEmpty, let index = index(of: line)
        else { return nil }
        var rows: [(line: LetterLine, label: LetterText.FoundLabel, cells: [LetterText.Span])] = []
        var hasDays = false
        for below in lines.dropFirst(index + 1) {
            let cells = columns(of: below.content)
            guard let name = cells.first, cells.count >= 3 else { break }
            guard let label = text.label(at: name.lowerBound, before: name.upperBound) else {
                // A row without a label of ours (検定料) belongs to the table all the same.
                guard !rows.isEmpty, DateScanner(text: text).dates(in: below.span).isEmpty else { break }
                continue
            }
            let values = Array(cells.dropFirst())
            rows.append((below, label, values))
            if label.label == .when {
                hasDays = values.count(where: { !DateScanner(text: text).dates(in: $0).isEmpty }) >= 2
            }
        }
        guard hasDays, rows.count >= 2, let first = rows.first?.cells.first else { return nil }
        let left = text.column(of: first.lowerBound)
        let heads = columns(of: line.span).map { (column: text.column(of: $0.lowerBound), span: $0) }.filter {
            $0.column + 4 >= left
        }
        guard heads.count >= 2, heads.count == rows.map(\.cells.count).max() else { return nil }
        return EventColumns(heads: heads, rows: rows)
    }
}
