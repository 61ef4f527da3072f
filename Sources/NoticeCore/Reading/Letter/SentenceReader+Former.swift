extension SentenceReader {
    private static let planned: [Word] = [
        "に予定して", "予定していた", "予定しておりました", "が締切だった", "が締切でした", "締切だった", "までとしていた", "までだった", "に予定され", "の予定でした", "を予定して",
        "に行う予定でした", "とお知らせ",
        "とご案内", "と記載", "としておりま", "としていま", "でしたが", "とありま",
        "実施予定だった", "に実施予定の", "を予定しておりま", "に計画して", "と申し上げ", "と書", "となっていました",
        "となっておりました", "とお伝え", "は誤り", "は間違", "開催予定の", "に開催予定でした", "予定の", "予定だった", "とあるのは", "と印刷", "のところ", "から変更", "を変更",
        "に実施する予定でした", "締切の", "〆切の", "が締切の", "までとして",
    ]

    /// Whether the day is what was planned or misprinted; what replaces it comes behind.
    mutating func takeFormer(_ clause: Clause, kind: EventKind) -> Bool {
        var place = text.skippingSpaces(clause.phrase.span.upperBound, before: sentence.upperBound)
        if let time = TimeScanner(text: text).mention(at: place, before: sentence.upperBound) {
            place = text.skippingSpaces(time.span.upperBound, before: sentence.upperBound)
        }
        let near = place..<min(sentence.upperBound, place + 14)
        guard text.contains(Self.planned, in: near) || isReplaced(clause) else { return false }
        guard
            text.contains(LetterWords.moved + LetterWords.corrections, in: line.span)
                || clause.after.upperBound < sentence.upperBound || walk.facts.isCorrection
        else { return false }
        // Called off without another day: that is an event's cancellation.
        if text.contains(["中止", "取りやめ"], in: line.span), clause.after.upperBound == sentence.upperBound {
            return false
        }
        let own =
            (clause.isAfter ? nil : walk.cutter.subject(before: clause.before))
            ?? walk.cutter.title(from: afterPlan(clause))
        let title = own.flatMap { Self.isGeneric($0) || walk.details.isPlace($0) ? nil : $0 }
        let start = ItemHours(in: clause.phrase.span.upperBound..<clause.after.upperBound, text: text).start
        if let days = clause.phrase.days.first {
            former = FormerDay(title: title, day: days.first, start: start, isDeadline: kind == .deadline)
        }
        return true
    }

    /// 「28日(木)の社会科見学は、2月9日(火)に行います」
    private func isReplaced(_ clause: Clause) -> Bool {
        if text.contains(["は行いません", "は実施しません", "は開催しません"], in: clause.after),
            text.contains(LetterWords.moved, in: line.span)
        {
            return true
        }
        guard clause.after.upperBound < sentence.upperBound,

            !text.contains(["予定どおり", "予定通り", "を行", "です"], in: clause.after),
            let next = DateScanner(text: text).dates(
                in: clause.after.upperBound..<min(sentence.upperBound, clause.after.upperBound + 60)
            ).first
        else { return false }
        // 「13日(土)　小雨決行、雨天の場合は14日(日)に順延」 names a rain date.
        if text.contains(["雨", "荒天", "天候"], in: clause.phrase.span.upperBound..<next.span.lowerBound),
            !text.contains(["予報", "のため"], in: clause.phrase.span.upperBound..<next.span.lowerBound)
        {
            return false
        }
        let isNoun = text.has("の", at: clause.phrase.span.upperBound, before: sentence.upperBound)
        if isNoun, text.end(of: ["に行", "に実施", "に開催"], at: next.span.upperBound, before: sentence.upperBound) != nil {
            return true
        }
        var behind = text.skippingSpaces(next.span.upperBound, before: sentence.upperBound)
        // 「3日(水)13:45～14:30に延期します」, 「26日(火)までに変更します」
        if let time = TimeScanner(text: text).mention(at: behind, before: sentence.upperBound) {
            behind = text.skippingSpaces(time.span.upperBound, before: sentence.upperBound)
        }
        // 「17日(火)の3・4校時に延期します」, 「取りやめ、10月2日(金)の6校時に行います」
        let rest = behind..<min(sentence.upperBound, behind + 16)
        let isOff = text.contains(["は取りやめ", "を取りやめ", "は中止し", "を中止し"], in: clause.after)
        if !text.contains(["、", "に変更は", "に変更あ"], in: rest),
            text.contains(["に延期", "に延ば", "に変更", "に移", "に振り替え"] + (isOff ? ["に行", "に実施"] : []), in: rest)
        {
            return true
        }
        behind = text.end(of: ["まで"], at: behind, before: sentence.upperBound) ?? behind
        if text.end(
            of: ["に変更", "に延期", "に延", "に変", "へ変更", "延ば", "受け付けます", "延長"], at: behind, before: sentence.upperBound) != nil
        {
            return true
        }
        return text.end(
            of: ["に延", "に変", "へ変", "に振り替え", "に順延", "へ延", "へ変", "に開催", "に移", "へ移", "に繰", "に改"], at: next.span.upperBound,
            before: sentence.upperBound) != nil
    }

    /// Whether the day stands where the new one is named: its own words say nothing but that.
    func replacesFormer(_ clause: Clause) -> Bool {
        guard former != nil else { return false }
        let own = walk.cutter.title(from: clause.after)
        return own == nil
            || text.end(of: ["に", "へ", "まで"], at: clause.phrase.span.upperBound, before: sentence.upperBound) != nil
    }

    /// 「に予定していた運動会は」: the words behind the plan.
    private func afterPlan(_ clause: Clause) -> LetterText.Span {
        let verbs: [Word] = [
            "していた", "しておりました", "しています", "されていた", "予定の", "予定だった", "しておりましたが", "としていた", "が締切だった", "締切だった",
        ]
        guard let verb = text.first(of: verbs, in: clause.after) else { return clause.after }
        return verb.upperBound..<clause.after.upperBound
    }

    /// Links a new day to the one it replaces.
    mutating func replace(_ draft: inout LetterDraft, _ clause: Clause) {
        if clause.phrase.superseded != nil { return }
        guard let old = former, old.day != draft.first || old.start != draft.start else { return }
        let says = LetterWords.moved + LetterWords.corrections + ["新日程", "変更後", "振り替え", "代わり", "代替", "正"]
        guard
            text.contains(says, in: line.span) || replacesFormer(clause) || walk.scopes[walk.scope].isChanged
                || walk.facts.isCorrection
        else { return }
        draft.superseded = old.day
        draft.supersededStart = old.start
        draft.status = .rescheduled
        if let title = old.title, clause.isAfter || isMain, walk.cutter.title(from: clause.after) == nil || isMain {
            draft.title = title
        }
        fillAudience(&draft, in: sentence)
        former = nil
    }
}
