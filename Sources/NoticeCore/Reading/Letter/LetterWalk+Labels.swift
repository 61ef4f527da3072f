extension LetterWalk {
    /// Reads what stands behind a label.
    mutating func read(_ found: LetterText.FoundLabel, of line: LetterLine) {
        let content = found.content..<line.span.upperBound
        pending = nil
        pendingIndent = line.indent
        if !scopes[scope].hasMain, line.indent > itemIndent, drafts.count > itemStart, describe(found, content: content)
        {
            return
        }
        switch found.label {
        case .former: readFormer(content, line: line)
        case .when: readWhen(content, line: line, label: found)
        case .hours: readHours(content, line: line)
        case .place:
            if scopes[scope].place == nil { scopes[scope].place = placeText(content) }
            if scopes[scope].items.isEmpty { scopes[scope].items = details.items(in: content) }
            readRest(of: content, line: line)
        case .items:
            if content.isEmpty { pending = .items } else { scopes[scope].items += details.list(firstSentence(content)) }
            if !content.isEmpty, text.scalars[line.span.upperBound - 1] == "、" { pending = .items }
        case .audience: readAudience(content)
        case .rain, .reserve: readRain(content, line: line, isReserve: found.label == .reserve)
        case .gathering: readMeeting(content, line: line, isGathering: true)
        case .parting: readMeeting(content, line: line, isGathering: false)
        case .reception: scopes[scope].reception = TimeScanner(text: text).times(in: content).first?.start
        case .deadline:
            // 資源回収's 回収日 is its day.
            if text.contains(["回収"], in: found.span), mainTitle?.contains("回収") == true {
                readWhen(content, line: line, label: found)
            } else {
                readDeadline(content, line: line, label: found)
            }
        case .deadlineList: readDeadlineList(content, line: line, label: found)
        case .target:
            if scopes[scope].title == nil, !content.isEmpty { scopes[scope].title = cutter.title(from: content) }
        case .aside: readSentences(content, of: line)
        }
        pendingIsOpen = content.isEmpty
        if content.isEmpty, [.when, .hours, .rain].contains(found.label) { pending = found.label }
        if found.label == .deadlineList { pending = found.label }
        if found.label == .hours || found.label == .when { pending = found.label }
    }

    /// Whether the line is content of the label above it; then it is read as such.
    mutating func continues(_ label: LetterLabel, _ line: LetterLine) -> Bool {
        guard line.indent > pendingIndent || pendingIsOpen else {
            pending = nil
            return false
        }
        switch label {
        case .items:
            guard DateScanner(text: text).dates(in: line.content).isEmpty else { break }
            scopes[scope].items += details.list(line.content)
            if text.scalars[line.span.upperBound - 1] != "、" { pending = nil }
            return true
        case .when where !scopes[scope].hasMain:
            readWhen(line.content, line: line, label: nil)
            return true
        case .when:
            readMeetings(line)
            return readProgram(line)
        case .hours:
            return readProgram(line)
        case .rain:
            readRain(line.content, line: line, isReserve: false)
            return true
        case .deadlineList:
            readDeadlineList(line.content, line: line, label: nil)
            return true
        default: break
        }
        pending = nil
        return false
    }

    mutating func readSentences(_ span: LetterText.Span, of line: LetterLine) {
        for sentence in sentences(in: span) {
            var reader = SentenceReader(walk: self, line: line, sentence: sentence)
            reader.read()
            take(reader)
        }
    }

    /// A label indented below a row of a list speaks of that row.
    private mutating func describe(_ found: LetterText.FoundLabel, content: LetterText.Span) -> Bool {
        guard !content.isEmpty, line(isPlain: found.label) else { return false }
        for index in itemStart..<drafts.count where drafts[index].kind != .deadline {
            switch found.label {
            case .items: drafts[index].items = details.list(firstSentence(content))
            case .place: drafts[index].place = placeText(content)
            case .reception: drafts[index].reception = TimeScanner(text: text).times(in: content).first?.start
            case .hours where !drafts[index].isRange:
                let hours = ItemHours(in: content, text: text)
                (drafts[index].start, drafts[index].end) = (hours.start, hours.end)
            default: break
            }
        }
        return true
    }

    private func line(isPlain label: LetterLabel) -> Bool { [.items, .place, .reception, .hours].contains(label) }

    /// What follows the label's own content on the same line.
    private mutating func readRest(of content: LetterText.Span, line: LetterLine) {
        for sentence in sentences(in: content).dropFirst() { readSentences(sentence, of: line) }
    }

    /// 「出発の日  集合 午前6時20分  駅前広場」 under the days of a trip.
    private mutating func readMeetings(_ line: LetterLine) {
        for time in TimeScanner(text: text).times(in: line.content) {
            switch TimeRole.role(of: time, in: line.content, text: text) {
            case .gathering where scopes[scope].gathering == nil:
                scopes[scope].gathering = (nil, time.start, nil)
            case .dismissal where text.contains(["解散", "帰着", "帰校"], in: line.content):
                scopes[scope].parting = (nil, time.start)
            default: continue
            }
        }
    }

    // MARK: - 日時

    private mutating func readWhen(_ content: LetterText.Span, line: LetterLine, label: LetterText.FoundLabel?) {
        guard !content.isEmpty else { return }
        if let label, text.contains(["変更後", "新", "正", "延期後"], in: label.span) { scopes[scope].isChanged = true }
        for (index, sentence) in sentences(in: content).enumerated() {
            if index == 0 {
                var reader = SentenceReader(walk: self, line: line, sentence: sentence)
                reader.mainTitle = mainTitle
                reader.isMain = true
                reader.read()
                take(reader)
                if reader.drafts.contains(where: \.isMain) {
                    scopes[scope].hasMain = true
                    scopes[scope].day = reader.drafts.first { $0.isMain }?.first
                }
            } else {
                readSentences(sentence, of: line)
            }
        }
    }

    /// What a block's main event is called: its heading, else the letter's subject.
    var mainTitle: String? {
        scopes[scope].title ?? scopes[outer].title ?? facts.title
    }

    /// 変更前: what the next 変更後 replaces.
    private mutating func readFormer(_ content: LetterText.Span, line: LetterLine) {
        var finder = resolver
        let phrases = DatePhraseFinder(text: text, facts: facts).phrases(in: content, resolver: &finder)
        guard let phrase = phrases.first, let days = phrase.days.first else { return }
        let after = phrase.span.upperBound..<content.upperBound
        former = FormerDay(
            title: cutter.title(from: content.lowerBound..<phrase.span.lowerBound) ?? cutter.title(from: after)
                ?? mainTitle, day: days.first,
            start: ItemHours(in: after, text: text).start)
        // 「延期前：11月7日 → 延期後：11月21日」
        if let new = text.first(of: ["変更後", "延期後", "訂正後"], in: after),
            let label = text.label(at: new.lowerBound, before: content.upperBound)
        {
            read(label, of: line)
        }
    }

    // MARK: - 時間, 時程

    private func corrected(_ content: LetterText.Span) -> LetterText.Span {
        guard let word = text.first(of: ["正しくは"], in: content) else { return content }
        let end = text.first(of: ["("], in: word.upperBound..<content.upperBound)?.lowerBound ?? content.upperBound
        return word.upperBound..<end
    }

    private mutating func readHours(_ content: LetterText.Span, line: LetterLine) {
        guard !content.isEmpty else { return }
        let content = firstSentence(content)
        if readParts(content, line: line) { return }
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
    private mutating func readProgram(_ line: LetterLine) -> Bool {
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
        let times = TimeScanner(text: text).times(in: content)
        guard let time = times.first, let start = time.start,
            times.count == 1 || time.span.lowerBound == content.lowerBound || pending == .hours
        else { return false }
        let mentions = audiences.mentions(in: content).filter { !$0.grades.isEmpty && !$0.isEverybody }
        if times.count > 1, mentions.count == times.count { return readPairs(content, day: day, line: line) }
        let after = cutter.title(from: time.span.upperBound..<content.upperBound)
        let before = cutter.title(from: content.lowerBound..<time.span.lowerBound)
        let named = times[0].span.lowerBound > content.lowerBound ? before ?? after : after ?? before
        let title = named.flatMap { $0.hasSuffix("ます") || details.isPlace($0) ? nil : $0 }
        if let title, Self.steps.contains(where: { title.contains($0.text) }),
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

    func isStep(_ title: String) -> Bool { Self.steps.contains { title.contains($0.text) } }

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

    // MARK: - 場所, 対象, 雨天

    private func firstSentence(_ span: LetterText.Span) -> LetterText.Span { sentences(in: span).first ?? span }

    /// 行き先 as written; a remark behind a wide gap or in a closing bracket with a comma-separated list is left out.
    private func placeText(_ content: LetterText.Span) -> String? {
        var span = firstSentence(content)
        if let gap = text.first(of: ["  ", "※"], in: span) { span = span.lowerBound..<gap.lowerBound }
        if let bracket = text.first(of: ["("], in: span),
            let close = text.closing(of: bracket.lowerBound, before: span.upperBound), close == span.upperBound
        {
            span = span.lowerBound..<bracket.lowerBound
        }
        let place = text.string(text.trimmed(span)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let clean = place.hasSuffix("。") ? String(place.dropLast()) : place
        return clean.isEmpty || clean.count > 60 ? nil : clean
    }

    private mutating func readAudience(_ content: LetterText.Span) {
        let content = firstSentence(content)
        if text.contains(["自由参加", "も参加"], in: content) { scopes[scope].isOpenToOthers = true }
        var result = AudienceMention(span: content)
        for mention in audiences.mentions(in: content)
        where !SentenceReader.isException(mention, in: content, text: text) {
            result.grades.formUnion(mention.grades)
            result.classes.formUnion(mention.classes)
            result.groups += mention.groups
            result.isNew = result.isNew || mention.isNew
        }
        if !result.grades.isEmpty || !result.groups.isEmpty { scopes[scope].audience = result }
    }

    private mutating func readRain(_ content: LetterText.Span, line: LetterLine, isReserve: Bool) {
        var reader = SentenceReader(walk: self, line: line, sentence: content)
        reader.isRain = true
        reader.read()
        take(reader)
        _ = isReserve
    }

    private mutating func readMeeting(_ content: LetterText.Span, line: LetterLine, isGathering: Bool) {
        var finder = resolver
        let phrases = DatePhraseFinder(text: text, facts: facts).phrases(in: content, resolver: &finder)
        let day = phrases.first?.days.first?.first
        let time = TimeScanner(text: text).times(in: content).first
        if isGathering {
            if scopes[scope].gathering == nil {
                scopes[scope].gathering = (day, time?.start, details.place(in: content))
            }
        } else if scopes[scope].parting == nil {
            scopes[scope].parting = (day, time?.start ?? time?.end)
        }
        if !phrases.isEmpty { resolver = finder }
        if scopes[scope].items.isEmpty { scopes[scope].items = details.items(in: content) }
    }

    // MARK: - 締切, 提出物

    private mutating func readDeadline(_ content: LetterText.Span, line: LetterLine, label: LetterText.FoundLabel) {
        let base = mainTitle.map { $0 + " " } ?? ""
        for sentence in sentences(in: content) {
            var reader = SentenceReader(walk: self, line: line, sentence: sentence)
            reader.deadlineTitle = base + text.string(label.span).filter { !$0.isWhitespace }
            reader.read()
            take(reader)
        }
    }

    private mutating func readDeadlineList(_ content: LetterText.Span, line: LetterLine, label: LetterText.FoundLabel?)
    {
        guard !content.isEmpty else { return }
        let words = label.map { text.string($0.span).filter { !$0.isWhitespace } } ?? "提出"
        for sentence in sentences(in: content) {
            var reader = SentenceReader(walk: self, line: line, sentence: sentence)
            reader.deadlineTitle = (mainTitle.map { $0 + " " } ?? "") + words
            reader.prefersSubject = true
            reader.read()
            take(reader)
        }
    }
}
