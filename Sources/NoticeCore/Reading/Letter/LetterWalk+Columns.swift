extension LetterWalk {
    private static let formers: [Word] = ["変更前", "誤", "旧", "延期前", "当初"]
    private static let news: [Word] = ["変更後", "正", "新", "延期後", "訂正後"]

    /// 「【誤】      【正】」: the head of a table that sets what was beside what is.
    mutating func startsColumns(_ line: LetterLine) -> Bool {
        guard line.span.count <= 60, DateScanner(text: text).dates(in: line.span).isEmpty,
            !text.contains(["。", "訂正と", "お詫び"], in: line.span),
            let former = column(headed: Self.formers, in: line.span),
            let new = column(headed: Self.news, in: line.span), former < new
        else { return false }
        columns = (former, new)
        return true
    }

    /// A cell that is nothing but the word, brackets aside.
    private func column(headed words: [Word], in span: LetterText.Span) -> Int? {
        for cell in columns(of: span).flatMap(withoutBracketJoins) {
            let inner = text.scalars[cell].filter { !"【】()[]<>《》「」 *○×".unicodeScalars.contains($0) }
            if words.contains(where: { Array($0.text.unicodeScalars) == Array(inner) }) {
                return text.column(of: cell.lowerBound)
            }
        }
        return nil
    }

    /// 「【誤】 【正】」: a closing bracket and one blank part two heads as well.
    private func withoutBracketJoins(_ cell: LetterText.Span) -> [LetterText.Span] {
        guard let joint = text.first(of: ["】 ", ") ("], in: cell) else { return [cell] }
        return [cell.lowerBound..<joint.lowerBound + 1]
            + withoutBracketJoins(text.trimmed(joint.lowerBound + 1..<cell.upperBound))
    }

    /// A row of such a table: its label, what was, what is.
    mutating func readColumns(_ line: LetterLine) -> Bool {
        guard let columns else { return false }
        let cells = self.columns(of: line.content)
        guard line.bullet != .head, line.bullet != .remark, !line.followsBlank || cells.count >= 3, cells.count >= 2
        else {
            if line.bullet != nil || line.followsBlank {
                self.columns = nil
                openScope(title: nil, span: nil, listsDeadlines: false)
            }
            return false
        }
        let places = cells.map { abs(text.column(of: $0.lowerBound) - columns.new) }
        guard let new = places.indices.dropFirst().min(by: { places[$0] < places[$1] }) else { return false }
        (itemStart, itemIndent) = (drafts.count, line.indent)
        let old = new > 1 ? cells[1] : nil
        let head = new > 0 ? cells[0] : nil
        takeFormer(old, head: head)
        if let old = former, text.contains(["中止", "取りやめ", "なし"], in: cells[new]),
            let title = head.flatMap({ cutter.title(from: $0, isWhole: true) })
        {
            var draft = LetterDraft(
                title: title, kind: .event, first: old.day, last: old.day, evidence: line.content, scope: scope)
            draft.start = old.start
            draft.status = .cancelled
            if let head { draft.grades = audiences.mentions(in: head).reduce(into: []) { $0.formUnion($1.grades) } }
            drafts.append(draft)
            former = nil
            return true
        }
        let row = LetterLine(
            span: line.span.lowerBound..<cells[new].upperBound, content: cells[new], bullet: nil, indent: line.indent,
            followsBlank: false,
            label: nil, isHeading: false, prefix: nil)
        scopes[scope].isChanged = true
        if let label = head.flatMap({ text.label(at: $0.lowerBound, before: line.span.upperBound) }) {
            read(LetterText.FoundLabel(label: label.label, span: label.span, content: cells[new].lowerBound), of: row)
        } else {
            let title = head.flatMap { cutter.title(from: $0, isWhole: true) }
            openScope(
                title: title ?? scopes[outer].title, span: head,
                listsDeadlines: head.map { text.contains(LetterWords.deadlineNouns + ["申込"], in: $0) } ?? false)
            scopes[scope].isChanged = true
            readSentences(cells[new].lowerBound..<line.span.upperBound, of: row)
            if let head {
                for index in drafts.indices where drafts[index].scope == scope {
                    for mention in audiences.mentions(in: head) { drafts[index].grades.formUnion(mention.grades) }
                }
            }
        }
        pending = nil
        return true
    }

    private mutating func takeFormer(_ cell: LetterText.Span?, head: LetterText.Span?) {
        former = nil
        guard let cell else { return }
        var finder = resolver
        guard
            let days = DatePhraseFinder(text: text, facts: facts).phrases(in: cell, resolver: &finder)
                .first?.days.first
        else { return }
        former = FormerDay(title: nil, day: days.first, start: ItemHours(in: cell, text: text).start)
    }
}
