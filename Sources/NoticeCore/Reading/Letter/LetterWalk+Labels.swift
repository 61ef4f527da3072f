extension LetterWalk {
    /// Reads what stands behind a label.
    mutating func read(_ found: LetterText.FoundLabel, of line: LetterLine) {
        let content = found.content..<line.span.upperBound
        let above = (label: pending, indent: pendingIndent)
        pending = nil
        pendingIndent = line.indent
        defer {
            // 「受付 8:40」 below 「日時」 is a line of its program, more may follow.
            if pending == nil, let label = above.label, [.when, .hours].contains(label), line.indent > above.indent,
                [.reception, .gathering, .parting].contains(found.label)
            {
                (pending, pendingIndent, pendingIsOpen) = (label, above.indent, false)
            }
        }
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
        case .rain, .reserve: readRain(content, line: line)
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
            // The subject of a mail is the letter's own title.
            if text.contains(["件名"], in: found.span) { break }
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
            if giveToDay(line) { return true }
            guard DateScanner(text: text).dates(in: line.content).isEmpty else { break }
            if let mark = text.first(of: ["……", "…", ":", "→"], in: line.content),
                mark.lowerBound > line.content.lowerBound
            {
                give(
                    details.list(mark.upperBound..<line.content.upperBound),
                    toNamed: text.string(line.content.lowerBound..<mark.lowerBound))
                return true
            }
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
            readRain(line.content, line: line)
            return true
        case .deadlineList:
            readDeadlineList(line.content, line: line, label: nil)
            return true
        default: break
        }
        pending = nil
        return false
    }

    /// 「町たんけん……水筒、名札」: things for one event of the letter.
    private mutating func give(_ items: [String], toNamed name: String) {
        let key = matchingKey(of: name)
        guard key.count >= 2 else { return }
        for index in drafts.indices where drafts[index].kind == .event && drafts[index].items.isEmpty {
            let title = matchingKey(of: drafts[index].title)
            if title.contains(key) || key.contains(title) {
                drafts[index].items = items.map { $0.drop { "…:→".contains($0) } }.map(String.init)
            }
        }
    }

    /// 「3日……探検バッグ、水とう」: things for what happens on that day.
    private mutating func giveToDay(_ line: LetterLine) -> Bool {
        guard let mention = DateScanner(text: text).dates(in: line.content).first,
            mention.span.lowerBound == line.content.lowerBound,
            let mark = text.end(
                of: ["……", "…", ":", "→"], at: mention.span.upperBound, before: line.content.upperBound)
        else { return false }
        var finder = resolver
        let days = DatePhraseFinder(text: text, facts: facts).phrases(in: mention.span, resolver: &finder).flatMap(
            \.days)
        let number: Int? = if case .number(let number) = mention.day { number } else { nil }
        for index in drafts.indices where drafts[index].kind == .event && drafts[index].items.isEmpty {
            if days.contains(where: { $0.first == drafts[index].first })
                || mention.month == nil && number == drafts[index].first.dayOfMonth
            {
                drafts[index].items = details.list(mark..<line.content.upperBound)
            }
        }
        return true
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

    /// A label's row that belongs to no event of its block speaks of what the letter is about.
    var subject: Int? {
        guard let title = facts.title.map(matchingKey) else { return drafts.firstIndex(where: \.isMain) }
        return drafts.firstIndex { $0.kind == .event && matchingKey(of: $0.title) == title }
            ?? drafts.firstIndex(where: \.isMain)
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
            title: cutter.title(from: content.lowerBound..<phrase.span.lowerBound)
                ?? cutter.title(from: after).flatMap { details.isPlace($0) ? nil : $0 } ?? mainTitle, day: days.first,
            start: ItemHours(in: after, text: text).start)
        // 「延期前：11月7日 → 延期後：11月21日」
        if let new = text.first(of: ["変更後", "延期後", "訂正後", "【正】"], in: after),
            let label = text.label(at: new.lowerBound, before: content.upperBound)
        {
            read(label, of: line)
        }
    }

    // MARK: - 場所, 対象, 雨天

    func firstSentence(_ span: LetterText.Span) -> LetterText.Span { sentences(in: span).first ?? span }

    /// 行き先 as written; a remark behind a wide gap or in a closing bracket with a comma-separated list is left out.
    private func placeText(_ content: LetterText.Span) -> String? {
        var span = firstSentence(content)
        if let gap = text.first(of: ["  ", "※"], in: span) {
            // 「桐原市文化会館　大ホール」: a house and a room in it.
            let next = text.skippingSpaces(gap.upperBound, before: span.upperBound)
            let room = text.cells(of: next..<span.upperBound).first ?? next..<next
            let isRoom = next - gap.lowerBound == 2 && text.ends(with: ["ホール", "室", "階", "館", "会場"], room) != nil
            span = span.lowerBound..<(isRoom ? room.upperBound : gap.lowerBound)
        }
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

    private mutating func readRain(_ content: LetterText.Span, line: LetterLine) {
        var reader = SentenceReader(walk: self, line: line, sentence: content)
        reader.isRain = true
        reader.read()
        take(reader)
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
