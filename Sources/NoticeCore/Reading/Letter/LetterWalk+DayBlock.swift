extension LetterWalk {
    /// A line that is nothing but a day opens a block; the lines below it are that day's program.
    ///
    /// ```
    /// ■ 2月17日（火）
    ///     1・2年  参観 13:10～13:55  懇談 14:10～14:50
    /// ```
    mutating func readDayBlock(_ line: LetterLine) -> Bool {
        if let day = onlyDay(of: line.content) {
            openScope(title: scopes[outer].title, span: nil, listsDeadlines: false)
            scopes[scope].day = day
            scopes[scope].isDayBlock = true
            (itemStart, itemIndent) = (drafts.count, line.indent)
            dayBlockIndent = line.indent
            return true
        }
        guard scopes[outer].isDayBlock, line.indent > dayBlockIndent,
            DateScanner(text: text).dates(in: line.content).allSatisfy(\.isWeak)
        else { return false }
        return readBlockLine(line)
    }

    private func onlyDay(of span: LetterText.Span) -> SchoolDay? {
        let mentions = DateScanner(text: text).dates(in: span)
        guard mentions.count == 1, let mention = mentions.first, mention.weekday != nil,
            mention.month != nil || resolver.heading != nil,
            text.trimmed(span.lowerBound..<mention.span.lowerBound).isEmpty,
            text.trimmed(mention.span.upperBound..<span.upperBound).isEmpty,
            !facts.issuedSpans.contains(where: { $0.overlaps(mention.span) })
        else { return nil }
        var resolver = resolver
        guard let date = resolver.resolve(mention, isLinked: false), date.mismatch == nil else { return nil }
        return date.first
    }

    private mutating func readBlockLine(_ line: LetterLine) -> Bool {
        guard let day = scopes[outer].day else { return false }
        let content = sentences(in: line.content).first ?? line.content
        let times = TimeScanner(text: text).times(in: content).filter {
            TimeRole.role(of: $0, in: content, text: text) == .event && $0.start != nil
        }
        guard !times.isEmpty else { return false }
        let audience = audiences.mentions(in: content).filter {
            !SentenceReader.isException($0, in: content, text: text)
        }
        var from = content.lowerBound
        for (index, time) in times.enumerated() {
            let next = index + 1 < times.count ? times[index + 1].span.lowerBound : content.upperBound
            let before = cutter.subject(before: from..<time.span.lowerBound)
            guard let title = before ?? cutter.title(from: time.span.upperBound..<next), !isStep(title) else {
                continue
            }
            var draft = LetterDraft(
                title: title, kind: .event, first: day, last: day, start: time.start, end: time.end,
                evidence: text.trimmed(from..<time.span.upperBound), scope: scope)
            draft.isPart = true
            draft.grades = audience.reduce(into: []) { $0.formUnion($1.grades) }
            draft.classes = audience.reduce(into: []) { $0.formUnion($1.classes) }
            draft.groups = audience.flatMap(\.groups)
            draft.place = details.place(in: time.span.upperBound..<next)
            drafts.append(draft)
            from = time.span.upperBound
        }
        return true
    }
}
