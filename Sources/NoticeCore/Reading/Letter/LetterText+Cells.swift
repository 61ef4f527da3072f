extension LetterText {
    /// What rules and gaps hold apart on one line, without the blanks around it.
    ///
    /// - Parameters:
    ///   - gap: So many blanks part two cells; a full-width blank is two. `nil` where rules alone do.
    ///   - rules: Characters that part cells besides.
    func cells(of span: Span, gap: Int? = 2, rules: Set<Unicode.Scalar> = []) -> [Span] {
        var cells: [Span] = []
        var start = span.lowerBound
        var place = span.lowerBound
        while place < span.upperBound {
            var end = place
            while end < span.upperBound, scalars[end] == " " { end += 1 }
            if let gap, end - place >= gap {
                cells.append(start..<place)
                start = end
            } else if rules.contains(scalars[place]) {
                cells.append(start..<place)
                start = place + 1
                end = start
            }
            place = max(end, place + 1)
        }
        cells.append(start..<span.upperBound)
        return cells.map(trimmed).filter { !$0.isEmpty }
    }
}
