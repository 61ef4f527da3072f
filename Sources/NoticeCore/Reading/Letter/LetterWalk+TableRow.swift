extension LetterWalk {
    /// A row of a table about the block's own day: 「北台1班  北台第2公園  7:00」.
    mutating func readTableRow(_ line: LetterLine) -> Bool {
        guard tableHeads.count >= 3, let day = scopes[outer].day, scopes[outer].hasMain,
            DateScanner(text: text).dates(in: line.span).isEmpty
        else { return false }
        let times = TimeScanner(text: text).times(in: line.span)
        guard times.count == 1, let time = times.first, let start = time.start,
            time.span.lowerBound > line.span.lowerBound,
            let first = text.first(of: ["  ", "|"], in: line.span),
            let name = cutter.title(from: line.span.lowerBound..<first.lowerBound)
        else { return false }
        let isOfAreas = tableHeads.first.map { text.contains(["地区", "班", "町", "地域"], in: $0.span) } ?? false
        guard isOfAreas || ["班", "町", "丁目", "地区", "町内", "組", "部"].contains(where: name.hasSuffix) else { return false }
        let main = drafts.last { $0.scope == scope && $0.isMain }
        var draft = LetterDraft(
            title: (facts.title ?? mainTitle ?? "") + "(" + name + ")", kind: .event, first: day, last: day,
            start: start,
            end: time.end,
            evidence: line.span.lowerBound..<time.span.upperBound, scope: scope)
        draft.isPart = true
        draft.rainDates = main?.rainDates ?? []
        draft.place =
            details.place(in: first.upperBound..<time.span.lowerBound)
            ?? cell(under: ["場所", "会場", "集積所", "ところ"], of: line)
        // Behind the hour stand children in charge: 6年 真鍋 ゆうき.
        draft.grades = audiences.mentions(in: line.span.lowerBound..<time.span.upperBound).reduce(into: []) {
            $0.formUnion($1.grades)
        }
        drafts.append(draft)
        return true
    }

    /// What stands in the column of a table whose head holds one of the words.
    private func cell(under words: [Word], of line: LetterLine) -> String? {
        guard let head = tableHeads.first(where: { text.contains(words, in: $0.span) }) else { return nil }
        let cell = columns(of: line.span).min {
            abs(text.column(of: $0.lowerBound) - head.column) < abs(text.column(of: $1.lowerBound) - head.column)
        }
        return cell.map { text.string($0) }
    }
}
