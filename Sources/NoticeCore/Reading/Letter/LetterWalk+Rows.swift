extension LetterWalk {
    /// 「【前半の部】午前9時～10時15分  1・3・5年」 below 日時 is a part of the day, no block of its own.
    mutating func readPart(_ line: LetterLine) -> Bool {
        guard let label = pending, [.when, .hours].contains(label), scopes[scope].hasMain, line.indent > pendingIndent,
            DateScanner(text: text).dates(in: line.span).allSatisfy(\.isWeak),
            !TimeScanner(text: text).times(in: line.span).isEmpty
        else { return false }
        return readParts(line.span, line: line)
    }

    /// A row without a day below a row of the same list is on the same day.
    ///
    /// ```
    /// 25日(土)   引退試合    9:00～11:30     本校体育館
    ///            保護者会    11:40～12:10    視聴覚室
    /// ```
    mutating func readRowBelow(_ line: LetterLine) -> Bool {
        guard line.bullet == nil, line.label == nil, drafts.count > itemStart, line.indent > itemIndent,
            let above = drafts.last, above.kind == .event, !above.isMain, !above.isRange
        else { return false }
        let cells = columns(of: line.content)
        if addClosure(cells, above: above) { return true }
        guard cells.count >= 2, text.scalars[line.span].contains("。") == false,
            DateScanner(text: text).dates(in: line.span).isEmpty
        else { return false }
        let times = TimeScanner(text: text).times(in: cells[1])
        guard above.start != nil, let time = times.first, let start = time.start, time.end != nil,
            time.span.lowerBound == cells[1].lowerBound,
            let title = cutter.title(from: cells[0]), !isStep(title)
        else { return false }
        var draft = LetterDraft(
            title: title, kind: .event, first: above.first, last: above.first, start: start, end: time.end,
            evidence: cells[0].lowerBound..<cells[1].upperBound, scope: scope)
        draft.place = details.place(in: time.span.upperBound..<line.content.upperBound)
        draft.isListed = above.isListed
        let mentions = audiences.mentions(in: line.content)
        draft.grades = mentions.reduce(into: []) { $0.formUnion($1.grades) }
        draft.groups = mentions.flatMap(\.groups)
        drafts.append(draft)
        return true
    }

    /// 「1～4年　休業日」 below what the others do on that day.
    private mutating func addClosure(_ cells: [LetterText.Span], above: LetterDraft) -> Bool {
        guard cells.count == 2, let mention = audiences.mention(at: cells[0].lowerBound, before: cells[0].upperBound),
            mention.span == cells[0], !mention.grades.isEmpty, let title = cutter.title(from: cells[1]),
            LetterWords.isClosure(title), title.count <= 8
        else { return false }
        var draft = LetterDraft(
            title: title, kind: .closure, first: above.first, last: above.first,
            evidence: cells[0].lowerBound..<cells[1].upperBound,
            scope: scope)
        draft.grades = mention.grades
        drafts.append(draft)
        return true
    }

    /// The first cell of rows that share it, when the row below goes on without one.
    ///
    /// ```
    /// 私立高校    Web出願の入力    1月8日(金)
    ///             入試日           1月21日(木)
    /// ```
    mutating func enterRow(_ line: LetterLine) {
        guard line.bullet == nil, line.label == nil else { return }
        if let group = rowGroup, line.indent > group.indent { return }
        rowGroup = nil
        guard let index = index(of: line), index + 1 < lines.count, isRow(lines[index + 1], below: line)
        else { return }
        let cells = columns(of: line.content)
        guard cells.count >= 3, tableHeads.isEmpty, let title = cutter.title(from: cells[0]),
            DateScanner(text: text).dates(in: cells[0]).isEmpty,
            !DateScanner(text: text).dates(in: line.content).isEmpty
        else { return }
        rowGroup = (title, line.indent)
    }

    private func isRow(_ next: LetterLine, below line: LetterLine) -> Bool {
        next.bullet == nil && next.label == nil && !next.followsBlank && next.indent >= line.indent + 4
            && columns(of: next.content).count >= 2 && !startsWithDay(next)
            && !DateScanner(text: text).dates(in: next.content).isEmpty
    }

    /// ＜本日＞, ＜明日＞ over lines that name no day; ＜来週＞ over lines that name weekdays.
    mutating func enterRelativeDay(_ span: LetterText.Span) {
        let inner = text.string(span).filter { !"【】<>≪≫《》[]〔〕「」■◆●の予定こと".contains($0) }.trimmed
        resolver.weeksAhead = ["今週": 0, "来週": 1, "再来週": 2][inner]
        let days = ["本日": 0, "今日": 0, "きょう": 0, "明日": 1, "あす": 1, "あした": 1, "明後日": 2, "あさって": 2]
        guard let ahead = days[inner] else { return }
        scopes[scope].day = facts.issued.adding(days: ahead)
        scopes[scope].impliesDay = true
    }
}
