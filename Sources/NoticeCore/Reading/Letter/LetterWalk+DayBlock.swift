extension LetterWalk {
    /// A line that is nothing but a day opens a block; the lines below it are that day's program.
    ///
    /// ```
    /// ■ 2月17日（火）
    ///     1・2年  参観 13:10～13:55  懇談 14:10～14:50
    /// ```
    mutating func readDayBlock(_ line: LetterLine) -> Bool {
        if let day = onlyDay(of: undecorated(line)) {
            openScope(title: scopes[outer].title, span: nil, listsDeadlines: false)
            scopes[scope].day = day
            scopes[scope].isDayBlock = true
            scopes[scope].impliesDay = undecorated(line) != line.content
            (itemStart, itemIndent) = (drafts.count, line.indent)
            dayBlockIndent = line.indent
            return true
        }
        guard scopes[outer].isDayBlock, line.indent > dayBlockIndent,
            DateScanner(text: text).dates(in: line.content).allSatisfy(\.isWeak)
        else { return false }
        return readBlockLine(line)
    }

    /// ≪6月21日(土)の時程≫ without its brackets.
    private func undecorated(_ line: LetterLine) -> LetterText.Span {
        let content = line.content
        guard let first = content.first, let last = content.last, content.count > 2,
            "【≪《<〈[〔「".unicodeScalars.contains(text.scalars[first]),
            "】≫》>〉]〕」".unicodeScalars.contains(text.scalars[last])
        else { return content }
        return text.trimmed(first + 1..<last)
    }

    private func onlyDay(of span: LetterText.Span) -> SchoolDay? {
        var mentions = DateScanner(text: text).dates(in: span)
        // 【明日　8日(木)】
        if mentions.count == 2, mentions[0].isFromIssue,
            text.trimmed(mentions[0].span.upperBound..<mentions[1].span.lowerBound).isEmpty
        {
            mentions.removeFirst()
        }
        guard mentions.count == 1, let mention = mentions.first, mention.weekday != nil,
            span.lowerBound < mention.span.lowerBound || mention.month != nil || resolver.heading != nil
                || mention.span.upperBound < text.trimmed(span).upperBound,
            isLead(text.trimmed(span.lowerBound..<mention.span.lowerBound)),
            isEnd(of: text.trimmed(mention.span.upperBound..<span.upperBound)),
            !facts.issuedSpans.contains(where: { $0.overlaps(mention.span) })
        else { return nil }
        var resolver = resolver
        guard let date = resolver.resolve(mention, isLinked: false), date.mismatch == nil else { return nil }
        return date.first
    }

    private func isLead(_ lead: LetterText.Span) -> Bool {
        lead.isEmpty || ["明日", "本日", "今日", "明後日", "あす", "あした"].contains(text.string(lead))
    }

    /// 「■31日(日)の時程」
    private func isEnd(of rest: LetterText.Span) -> Bool {
        guard let end = text.end(of: ["の", ""], at: rest.lowerBound, before: rest.upperBound), !rest.isEmpty else {
            return true
        }
        return text.end(
            of: ["時程", "日程", "流れ", "動き", "主な動き", "予定", "プログラム", "日課", "当日の流れ", "スケジュール"], at: end,
            before: rest.upperBound)
            == rest.upperBound
    }

    /// The steps of a day's program are the hours of what the letter is about: 8:15 児童登校 … 12:00 閉会式.
    private mutating func takeStep(_ title: String, at time: TimeMention) {
        guard let start = time.start else { return }
        if ["集合", "登校", "開会", "開始", "出発", "開式"].contains(where: title.contains) {
            scopes[scope].firstStep = scopes[scope].firstStep ?? start
        } else if ["閉会", "解散", "終了", "閉式", "下校", "帰着", "帰校"].contains(where: title.contains) {
            scopes[scope].lastStep = scopes[scope].lastStep ?? time.end ?? start
        }
    }

    /// Gives the steps of each day's program to the event of that day that has no hours yet.
    mutating func settleSteps() {
        for scope in scopes {
            guard let first = scope.firstStep, let day = scope.day else { continue }
            let events = drafts.indices.filter { drafts[$0].kind == .event && drafts[$0].first == day }
            guard let event = events.first(where: { drafts[$0].title == facts.title }) ?? events.only,
                drafts[event].start == nil, !drafts[event].isRange
            else { continue }
            (drafts[event].start, drafts[event].end) = (first, scope.lastStep)
        }
    }

    private mutating func readBlockLine(_ line: LetterLine) -> Bool {
        guard let day = scopes[outer].day else { return false }
        let content = sentences(in: line.content).first ?? line.content
        let times = TimeScanner(text: text).times(in: content).filter {
            let role = TimeRole.role(of: $0, in: content, text: text)
            return $0.start != nil && (role == .event || $0.span.lowerBound == content.lowerBound && role != .aside)
        }
        guard !times.isEmpty else { return false }
        let audience = audiences.mentions(in: content).filter {
            !SentenceReader.isException($0, in: content, text: text)
        }
        var from = content.lowerBound
        for (index, time) in times.enumerated() {
            let next = index + 1 < times.count ? times[index + 1].span.lowerBound : content.upperBound
            let before = cutter.subject(before: from..<time.span.lowerBound)
            guard let title = before ?? cutter.title(from: time.span.upperBound..<next) else { continue }
            if isStep(title) {
                takeStep(title, at: time)
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

extension Collection {
    /// The element of a collection of one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
