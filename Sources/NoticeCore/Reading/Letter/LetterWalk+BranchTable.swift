extension LetterWalk {
    /// Plans as rows and days as columns.
    ///
    /// ```
    ///        30日(土)          6月1日(月)      2日(火)
    /// Ａ     運動会            振替休業日      平常授業
    /// Ｂ     授業・弁当持参    振替休業日      運動会
    /// ```
    mutating func readBranchTable(_ line: LetterLine) -> Bool {
        if let days = gridDays(of: line), let index = index(of: line), index + 2 < lines.count,
            letter(of: lines[index + 1]) == 0, letter(of: lines[index + 2]) == 1
        {
            branchDays = days
            if let last = days.last { resolver.returnTo(last.day) }
            return true
        }
        guard !branchDays.isEmpty else { return false }
        guard let branch = letter(of: line) else {
            branchDays = []
            return false
        }
        branches.spans.append(line.span)
        let main = facts.title ?? drafts.first { $0.kind == .event }?.title ?? ""
        for cell in columns(of: line.span).dropFirst() {
            let column = text.column(of: cell.lowerBound)
            guard let day = branchDays.min(by: { abs($0.place - column) < abs($1.place - column) })?.day else {
                continue
            }
            let words = text.string(cell).filter { !$0.isWhitespace }
            if text.contains(BranchPlan.holds, in: cell) {
                note(closureOn: DatePhrase.Days(first: day, last: day), branch: branch, evidence: cell, near: cell)
            } else if words.count >= 2, main.contains(words) || words.contains(main) && !main.isEmpty {
                branches.runs.append((branch, DatePhrase.Days(first: day, last: day), cell))
            }
        }
        return true
    }

    /// A, B, C alone in the first cell: from 0.
    private func letter(of line: LetterLine) -> Int? {
        guard let first = columns(of: line.span).first, columns(of: line.span).count >= 2 else { return nil }
        let letters = text.scalars[first].filter { !"[]()【】〔〕プラン案 ".unicodeScalars.contains($0) }
        let head = letters.first ?? " "
        let plans: [Unicode.Scalar] = ["A", "B", "C", "D"]
        return letters.count == 1
            || first.count > 1 && text.has(" ", at: first.lowerBound + 1, before: first.upperBound)
            ? plans.firstIndex(of: head) : nil
    }
}
