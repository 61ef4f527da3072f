extension LetterWalk {
    // MARK: - 時間, 時程

    private func corrected(_ content: LetterText.Span) -> LetterText.Span {
        guard let word = text.first(of: ["正しくは"], in: content) else { return content }
        let end = text.first(of: ["("], in: word.upperBound..<content.upperBound)?.lowerBound ?? content.upperBound
        return word.upperBound..<end
    }

    mutating func readHours(_ content: LetterText.Span, line: LetterLine) {
        guard !content.isEmpty else { return }
        let content = firstSentence(content)
        // 「8時20分登校、15時10分下校」 are the hours of one day.
        let roles = TimeScanner(text: text).times(in: content).map { TimeRole.role(of: $0, in: content, text: text) }
        let isWholeDay = roles.contains(.gathering) && roles.contains(.dismissal)
        if !isWholeDay, readParts(content, line: line) { return }
        var hours = ItemHours(in: corrected(content), text: text)
        let times = TimeScanner(text: text).times(in: content)
        // 「8時30分 学校発 → … → 14時30分 学校着」
        if times.count >= 2, text.contains(["→"], in: content), text.contains(["着", "帰校", "解散"], in: content) {
            (hours.start, hours.end) = (times.first?.start, times.last?.start)
        }
        if hours.start != nil || hours.reception != nil, scopes[scope].hours == nil { scopes[scope].hours = hours }
        if let place = details.place(in: content), scopes[scope].place == nil { scopes[scope].place = place }
    }

    /// A line of the program: 13:50～14:35  授業参観（各教室）.
    mutating func readProgram(_ line: LetterLine) -> Bool {
        guard DateScanner(text: text).dates(in: line.content).allSatisfy(\.isWeak) else { return false }
        let times = TimeScanner(text: text).times(in: line.content)
        guard !times.isEmpty else { return false }
        let isOwn =
            times.count == 1 && times[0].end != nil
            && cutter.title(from: line.content.lowerBound..<times[0].span.lowerBound) != nil
        if pending == .hours || isOwn || times[0].span.lowerBound == line.content.lowerBound,
            readParts(line.content, line: line)
        {
            return true
        }
        let hours = ItemHours(in: line.content, text: text)
        mergeHours(hours)
        return true
    }

    private mutating func mergeHours(_ hours: ItemHours) {
        if let reception = hours.reception { scopes[scope].reception = scopes[scope].reception ?? reception }
        if let index = drafts.lastIndex(where: { $0.scope == scope && $0.isMain }), drafts[index].isRange {
            if let start = hours.start {
                drafts[index].notes.append(start.text + (hours.end.map { "～" + $0.text } ?? "～"))
            }
            return
        }
        guard let index = drafts.lastIndex(where: { $0.scope == scope && $0.isMain }) else {
            if scopes[scope].hours == nil { scopes[scope].hours = hours }
            return
        }
        if drafts[index].start == nil { drafts[index].start = hours.start }
        if drafts[index].end == nil { drafts[index].end = hours.end }
    }

    /// Steps of a day that are no event of their own.
    private static let steps: [Word] = [
        "出発", "到着", "昼食", "開会", "閉会", "休憩", "準備", "受付", "移動", "解散", "集合", "諸注意", "点呼", "入浴", "起床", "就寝", "下校", "避難開始",
        "引き渡し開始", "終了", "スタート時", "あいさつ", "挨拶", "入場", "退場", "朝食", "夕食", "片付け", "健康観察",
        "開始", "閉式", "開式", "給食", "登校", "帰校", "着", "発", "学活", "朝の会", "帰りの会", "そうじ", "清掃",
    ]

    /// - Returns: Whether the line was one or more parts of the program.
    mutating func readParts(_ content: LetterText.Span, line: LetterLine) -> Bool {
        guard let day = scopes[scope].day ?? scopes[outer].day else { return false }
        // The steps of a trip are no events.
        if drafts.contains(where: { $0.scope == scope && $0.isMain && $0.isRange }) { return false }
        let all = TimeScanner(text: text).times(in: content)
        // 「午前9時～10時15分（受付 8時40分～）」 is one part.
        let own = all.filter { TimeRole.role(of: $0, in: content, text: text) == .event }
        let times = own.isEmpty ? all : own
        guard let time = times.first, let start = time.start,
            times.count == 1 || time.span.lowerBound == content.lowerBound || pending == .hours
        else { return false }
        let mentions = audiences.mentions(in: content).filter { !$0.grades.isEmpty && !$0.isEverybody }
        if times.count > 1, mentions.count == times.count { return readPairs(content, day: day, line: line) }
        let after = cutter.title(from: time.span.upperBound..<content.upperBound)
        let before = cutter.title(from: content.lowerBound..<time.span.lowerBound)
        let named = times[0].span.lowerBound > content.lowerBound ? before ?? after : after ?? before
        let title = named.flatMap { $0.hasSuffix("ます") || details.isPlace($0) ? nil : $0 }
        if let title, title.contains(anyOf: Self.steps),
            mentions.isEmpty || !title.contains("スタート")
        {
            return notePart(title: title, time: time, line: line)
        }
        guard title != nil || !mentions.isEmpty else { return false }
        var draft = LetterDraft(
            title: title ?? "", kind: .event, first: day, last: day, start: start, end: time.end, evidence: content,
            scope: scope)
        if title == nil || title?.contains("スタート") == true || title?.contains("開始") == true {
            let name = mentions.first.map { text.string($0.span) } ?? ""
            draft.title = (mainTitle ?? "") + (name.isEmpty ? "" : "(\(name))")
        }
        draft.isPart = true
        let inside = mentions.filter { !SentenceReader.isException($0, in: content, text: text) }
        draft.grades = inside.reduce(into: []) { $0.formUnion($1.grades) }
        draft.classes = inside.reduce(into: []) { $0.formUnion($1.classes) }
        draft.groups = audiences.mentions(in: content).flatMap(\.groups)
        draft.place = details.place(in: time.span.upperBound..<content.upperBound)
        drafts.append(draft)
        return true
    }

    func isStep(_ title: String) -> Bool { title.contains(anyOf: Self.steps) }

    private mutating func notePart(title: String, time: TimeMention, line: LetterLine) -> Bool {
        if title.contains("受付") { scopes[scope].reception = scopes[scope].reception ?? time.start }
        if ["閉", "終了", "解散"].contains(where: title.contains),
            let index = drafts.lastIndex(where: { $0.scope == scope && $0.isMain && !$0.isRange })
        {
            drafts[index].end = drafts[index].end ?? time.end ?? time.start
        }
        return true
    }

    /// 低学年 9:30  高学年 10:20 on one line.
    private mutating func readPairs(_ content: LetterText.Span, day: SchoolDay, line: LetterLine) -> Bool {
        let mentions = audiences.mentions(in: content).filter { !$0.grades.isEmpty }
        let times = TimeScanner(text: text).times(in: content)
        for (mention, time) in zip(mentions, times) {
            guard let start = time.start else { continue }
            let span =
                min(mention.span.lowerBound, time.span.lowerBound)..<max(mention.span.upperBound, time.span.upperBound)
            var draft = LetterDraft(
                title: (mainTitle ?? "") + "(\(text.string(mention.span)))", kind: .event, first: day, last: day,
                start: start, end: time.end, evidence: span, scope: scope)
            draft.isPart = true
            draft.grades = mention.grades
            draft.classes = mention.classes
            drafts.append(draft)
        }
        return true
    }
}
