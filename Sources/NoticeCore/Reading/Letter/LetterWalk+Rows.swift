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
            let above = drafts.last, above.kind == .event, above.start != nil, !above.isMain, !above.isRange
        else { return false }
        let cells = columns(of: line.content)
        guard cells.count >= 2, text.scalars[line.span].contains("。") == false,
            DateScanner(text: text).dates(in: line.span).isEmpty
        else { return false }
        let times = TimeScanner(text: text).times(in: cells[1])
        guard let time = times.first, let start = time.start, time.end != nil,
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
