extension LetterWalk {
    private static let eventRows: [Word] = ["行事", "予定", "学校行事", "ぎょうじ", "よてい", "できごと", "主な行事"]
    private static let itemRows: [Word] = ["持ち物", "もちもの", "もちもの・宿題", "持物"]

    /// The week's plan of a class letter: days over columns, 行事 and 持ち物 as rows.
    mutating func readGrid(_ line: LetterLine) -> Bool {
        if let days = gridDays(of: line), hasEventRow(below: line) || hasLessons(below: line) {
            grid = days
            return true
        }
        guard !grid.isEmpty else { return false }
        if text.scalars[line.span].allSatisfy({ "-+=| ".unicodeScalars.contains($0) }) { return true }
        if line.followsBlank || line.bullet == .head || line.isHeading {
            grid = []
            return false
        }
        let cells = gridCells(of: line.span)
        guard let head = cells.first else { return true }
        if isRow(head, of: Self.eventRows) {
            for cell in cells.dropFirst() { addEvent(cell) }
        } else if isRow(head, of: Self.itemRows) {
            for cell in cells.dropFirst() { addItems(cell) }
        }
        return true
    }

    func gridDays(of line: LetterLine) -> [(place: Int, day: SchoolDay)]? {
        var finder = resolver
        var days: [(place: Int, day: SchoolDay)] = []
        var rest = line.span.lowerBound
        for mention in DateScanner(text: text).dates(in: line.span) {
            guard
                text.scalars[rest..<mention.span.lowerBound].allSatisfy({ " |".unicodeScalars.contains($0) })
                    || days.isEmpty,
                let date = finder.resolve(mention, isLinked: !days.isEmpty)
            else { return nil }
            days.append((text.column(of: mention.span.lowerBound), date.first))
            rest = mention.span.upperBound
        }
        let isPlain = text.scalars[rest..<line.span.upperBound].allSatisfy { " |".unicodeScalars.contains($0) }
        return days.count >= 3 && isPlain ? days : nil
    }

    private func hasEventRow(below line: LetterLine) -> Bool {
        guard let index = index(of: line) else { return false }
        return lines.dropFirst(index + 1).prefix(12).contains { below in
            gridCells(of: below.span).first.map { isRow($0, of: Self.eventRows) } ?? false
        }
    }

    /// 「1  国語  算数 …」: a timetable, whose rows are lessons and no events.
    private func hasLessons(below line: LetterLine) -> Bool {
        guard let index = index(of: line) else { return false }
        let rows = lines.dropFirst(index + 1).prefix(5)
        return rows.count { row in
            let cells = gridCells(of: row.span)
            guard cells.count >= 3, let head = cells.first else { return false }
            return isRow(
                head,
                of: ["朝", "朝学習", "1", "2", "3", "4", "5", "6", "1限", "2限", "3限", "1校時", "2校時", "3校時", "①", "②", "③"])
        } >= 2
    }

    private func isRow(_ cell: LetterText.Span, of words: [Word]) -> Bool {
        let letters = text.scalars[cell].filter { !LetterText.isSpace($0) }
        return words.contains { Array($0.text.unicodeScalars) == Array(letters) }
    }

    private func gridCells(of span: LetterText.Span) -> [LetterText.Span] {
        // In a ruled table a gap is only an empty place.
        text.scalars[span].contains("|") ? text.cells(of: span, gap: nil, rules: ["|"]) : text.cells(of: span)
    }

    private func day(over cell: LetterText.Span) -> SchoolDay? {
        let column = text.column(of: cell.lowerBound)
        return grid.min { abs($0.place - column) < abs($1.place - column) }?.day
    }

    private mutating func addEvent(_ cell: LetterText.Span) {
        guard let day = day(over: cell), let title = cutter.title(from: cell), !title.hasPrefix("---") else { return }
        let hours = ItemHours(in: cell, text: text)
        let isClosure =
            LetterWords.isClosure(title)
            && !title.contains(anyOf: LetterWords.openDays)
        var draft = LetterDraft(
            title: title, kind: isClosure ? .closure : .event, first: day, last: day, start: hours.start,
            end: hours.start == nil ? nil : hours.end, evidence: cell, scope: scope)
        let mentions = audiences.mentions(in: cell).filter { !$0.grades.isEmpty }
        draft.grades = mentions.reduce(into: []) { $0.formUnion($1.grades) }
        drafts.append(draft)
    }

    private mutating func addItems(_ cell: LetterText.Span) {
        guard let day = day(over: cell) else { return }
        for index in drafts.indices
        where drafts[index].first == day && drafts[index].items.isEmpty && drafts[index].kind == .event {
            drafts[index].items = details.list(cell)
        }
    }
}
