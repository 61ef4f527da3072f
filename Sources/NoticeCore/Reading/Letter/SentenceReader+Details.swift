extension SentenceReader {
    // MARK: - Hours

    func fillHours(_ draft: inout LetterDraft, _ clause: Clause) {
        let end = clause.phrase.span.upperBound
        if draft.kind == .deadline {
            let gap = text.skippingSpaces(end, before: sentence.upperBound)
            let lead = text.end(of: ["の朝", "朝", "の放課後", "の", "、"], at: gap, before: sentence.upperBound)
            let place = lead.map { text.skippingSpaces($0, before: sentence.upperBound) } ?? gap
            draft.start = TimeScanner(text: text).mention(at: place, before: sentence.upperBound)?.start
            return
        }
        let hours = ItemHours(in: corrected(clause), text: text)
        draft.reception = hours.reception
        if let inner = clause.phrase.innerTimes.first, draft.isRange {
            draft.start = inner.start
            draft.end = hours.start ?? hours.end
            draft.isContinuous = true
            return
        }
        guard !draft.isRange, !draft.isApproximate else {
            if let span = hours.span { draft.notes.append(text.string(span)) }
            return
        }
        let isDismissal = hours.start == nil && ["下校", "早帰り", "帰宅", "解散"].contains(where: draft.title.contains)
        draft.start = isDismissal ? hours.dismissal : hours.start
        draft.end = hours.start == nil ? nil : hours.end ?? hours.parting
        // 「式場準備のため1～4年生は13:15下校」: the dismissal is what happens.
        if draft.start == nil, let dismissal = hours.dismissal, text.contains(["のため", "につき"], in: clause.after), !isMain
        {
            draft.start = dismissal
            draft.notes.append(draft.title)
            draft.title = "下校"
        }
        if let start = draft.start, let end = draft.end, end <= start { draft.end = nil }
    }

    /// 「集合時刻を7時10分と書きましたが、正しくは6時40分です」: only what stands behind 正しくは holds.
    private func corrected(_ clause: Clause) -> LetterText.Span {
        guard let word = text.first(of: ["正しくは"], in: clause.after.lowerBound..<sentence.upperBound) else {
            return clause.after
        }
        return word.upperBound..<sentence.upperBound
    }

    /// 「1～4年生は給食後下校（13:10）、6年生は11:30下校、5年生は15:30下校」: one event for each.
    func partsByAudience(of clause: Clause) -> [LetterDraft]? {
        guard let days = clause.phrase.days.first, clause.phrase.days.count == 1, !clause.phrase.isRange else {
            return nil
        }
        let mentions = walk.audiences.mentions(in: clause.after).filter { !$0.grades.isEmpty && !$0.isEverybody }
        guard mentions.count >= 2 else { return nil }
        var drafts: [LetterDraft] = []
        for (index, mention) in mentions.enumerated() {
            let next = index + 1 < mentions.count ? mentions[index + 1].span.lowerBound : clause.after.upperBound
            let part = mention.span.upperBound..<next
            guard let time = TimeScanner(text: text).times(in: part).first, let start = time.start else { return nil }
            let head = walk.cutter.title(from: part)
            let isDismissal =
                TimeRole.role(of: time, in: part, text: text) == .dismissal || head?.contains("下校") == true
            // 「会場準備のため、一～四年生は午後一時十分に下校します」: why is not what.
            let reason = text.trimmed(clause.after.lowerBound..<mentions[0].span.lowerBound)
            let isReason = text.ends(with: ["ため、", "ため", "につき、", "ので、", "の都合で、", "により、"], reason) != nil
            let own =
                (isReason ? nil : walk.cutter.title(from: reason))
                ?? (clause.isAfter ? nil : walk.cutter.subject(before: clause.before))
                ?? (isMain ? mainTitle : walk.parent?.title)
            let title = isDismissal ? head ?? "下校" : own ?? head ?? walk.mainTitle ?? ""
            guard !title.isEmpty else { return nil }
            var draft = LetterDraft(
                title: title, kind: .event, first: days.first, last: days.last, start: start,
                end: isDismissal ? nil : time.end,
                evidence: mention.span.lowerBound..<text.trimmed(part).upperBound, scope: walk.scope)
            // 「前日準備(5・6年は15:40下校)」 is one event; 「15日は、1年生は…下校」 tells of nothing else.
            if isDismissal, own != nil, !text.has("は", at: clause.phrase.span.upperBound, before: sentence.upperBound) {
                return nil
            }
            draft.grades = mention.grades
            draft.classes = mention.classes
            draft.place = walk.details.place(in: part)
            draft.isPart = isMain
            draft.mismatch = days.mismatch
            drafts.append(draft)
        }
        return drafts
    }

    /// 「参観日 13:45～14:30  学級懇談 14:40～15:20」: each with its own hours.
    func partsByTime(of clause: Clause) -> [LetterDraft]? {
        guard clause.isAfter, let days = clause.phrase.days.first, clause.phrase.days.count == 1, !clause.phrase.isRange
        else { return nil }
        let times = TimeScanner(text: text).times(in: clause.after).filter {
            $0.start != nil && $0.end != nil && TimeRole.role(of: $0, in: clause.after, text: text) == .event
        }
        guard times.count >= 2 else { return nil }
        var drafts: [LetterDraft] = []
        var from = clause.after.lowerBound
        for time in times {
            guard let title = walk.cutter.title(from: from..<time.span.lowerBound) else { return nil }
            var draft = LetterDraft(
                title: title, kind: .event, first: days.first, last: days.last, start: time.start, end: time.end,
                evidence: text.trimmed(from..<time.span.upperBound), scope: walk.scope)
            draft.mismatch = days.mismatch
            if days.mismatch != nil, days.mismatch?.resolved == nil { draft.status = .needsConfirmation }
            fillAudience(&draft, in: clause.whole)
            if text.has("(", at: time.span.upperBound, before: clause.after.upperBound),
                let close = text.closing(of: time.span.upperBound, before: clause.after.upperBound)
            {
                draft.place = walk.details.place(in: time.span.upperBound..<close)
            }
            drafts.append(draft)
            from = time.span.upperBound
        }
        return drafts
    }

    /// 「卒業式（5・6年）  1～4年生は休業日」: the second cell is a closure for the others.
    mutating func closureCell(of clause: Clause) -> [LetterDraft]? {
        guard clause.isAfter, let days = clause.phrase.days.first, clause.phrase.days.count == 1 else { return nil }
        for place in clause.after where text.has("  ", at: place, before: clause.after.upperBound) {
            let start = text.skippingSpaces(place, before: clause.after.upperBound)
            guard let mention = walk.audiences.mention(at: start, before: clause.after.upperBound),
                !mention.grades.isEmpty,
                text.has("は", at: mention.span.upperBound, before: clause.after.upperBound)
            else { continue }
            let rest = mention.span.upperBound..<clause.after.upperBound
            guard text.contains(["休業", "休み", "家庭学習"], in: rest), TimeScanner(text: text).times(in: rest).isEmpty,
                let name = walk.cutter.title(from: rest)
            else { continue }
            let first = Clause(
                before: clause.before, phrase: clause.phrase, after: clause.after.lowerBound..<place, isAfter: true)
            var closure = LetterDraft(
                title: name, kind: .closure, first: days.first, last: days.last,
                evidence: mention.span.lowerBound..<text.trimmed(rest).upperBound, scope: walk.scope)
            closure.grades = mention.grades
            closure.isNewGrade = mention.isNew
            return drafts(of: first) + [closure]
        }
        return nil
    }

    // MARK: - Audience

    func fillAudience(_ draft: inout LetterDraft, in span: LetterText.Span) {
        let mentions = walk.audiences.mentions(in: span).filter { !Self.isException($0, in: span, text: text) }
        let isNumbered = mentions.contains { !$0.grades.isEmpty && !isBand($0) }
        let isBracketed = mentions.contains { !$0.grades.isEmpty && isInBrackets($0, in: span) }
        for mention in mentions {
            // 「前期課程修了式（6年）」: the bracket is more exact than the name.
            if isBracketed, !mention.grades.isEmpty, !isInBrackets(mention, in: span),
                text.ends(with: ["課程", "学年"], mention.span) != nil
            {
                continue
            }
            // 「[前] なわとび大会（3～6年）」: the numbers are more exact than the part of the school.
            if isNumbered, isBand(mention) { continue }
            draft.groups += mention.groups.filter { !draft.groups.contains($0) }
            if isForeignDismissal(mention, in: span, title: draft.title) { continue }
            // 全校 in a letter for one grade means that grade's families.
            if mention.isEverybody, walk.facts.isForSome { continue }
            draft.isEverybody = draft.isEverybody || mention.isEverybody
            draft.isNewGrade = draft.isNewGrade || mention.isNew
            draft.grades.formUnion(mention.grades)
            draft.classes.formUnion(mention.classes)
        }
        // 「調査票は、1～5年生の全員が対象です。2月19日までに提出してください」
        if draft.grades.isEmpty, let last = lastSentence, text.contains(["対象"], in: last) {
            for mention in walk.audiences.mentions(in: last) { draft.grades.formUnion(mention.grades) }
        }
        if draft.groups.isEmpty, draft.grades.isEmpty, walk.scopes[walk.scope].audience == nil,
            let recent = walk.drafts.last, draft.kind == .deadline,
            walk.drafts.count > walk.itemStart, recent.kind == .event
        {
            draft.grades = recent.grades
            draft.groups = recent.groups
        }
    }

    /// 前期課程, 低学年, [前]
    private func isBand(_ mention: AudienceMention) -> Bool {
        !mention.grades.isEmpty && !mention.isEverybody
            && text.ends(with: ["課程", "学年", "]", "】", "〕", "学部", ">"], mention.span) != nil
            && !text.scalars[mention.span].contains { LetterText.digit($0) != nil }
    }

    private func isInBrackets(_ mention: AudienceMention, in span: LetterText.Span) -> Bool {
        let lead = text.scalars[span.lowerBound..<mention.span.lowerBound]
        return lead.count { $0 == "(" } > lead.count { $0 == ")" }
    }

    /// 「6年は体育館」, 「1年生は新規作成」, 「1・2年生は自由参加」: exceptions for some, not the audience.
    static func isException(_ mention: AudienceMention, in span: LetterText.Span, text: LetterText) -> Bool {
        guard !mention.grades.isEmpty else { return false }
        let after = mention.span.upperBound
        // 「（PTA役員、6年代表）」 are guests; 「水泳記録会（6年代表）」 is the sixth grade's.
        if text.end(of: ["代表", "の代表"], at: after, before: span.upperBound) != nil,
            mention.span.lowerBound > span.lowerBound,
            "、,・".unicodeScalars.contains(text.scalars[mention.span.lowerBound - 1])
        {
            return true
        }
        let rest = after..<min(span.upperBound, after + 10)
        if text.contains(["自由参加", "も参加", "は除", "を除", "は不要", "以外"], in: rest) { return true }
        if text.end(
            of: ["を送る", "を迎える", "との", "による", "から花", "の演技", "の発表を", "が中心"], at: after,
            before: span.upperBound)
            != nil
        {
            return true
        }
        guard text.end(of: ["は", "保護者は", "の保護者は", "生は", "のみ別"], at: after, before: span.upperBound) != nil else {
            return false
        }
        let inside = text.scalars[span.lowerBound..<mention.span.lowerBound]
        let depth = inside.count { $0 == "(" } - inside.count { $0 == ")" }
        return depth > 0 && TimeScanner(text: text).times(in: rest).isEmpty
    }

    /// 「前日準備(…)  1～4年 13:30下校»: those who go home.
    private func isForeignDismissal(_ mention: AudienceMention, in span: LetterText.Span, title: String) -> Bool {
        if !title.contains("下校"), !mention.grades.isEmpty, !isInBrackets(mention, in: span),
            let next = text.end(of: ["は"], at: mention.span.upperBound, before: span.upperBound),
            let time = TimeScanner(text: text).mention(at: next, before: span.upperBound),
            TimeRole.role(of: time, in: span, text: text) == .dismissal
        {
            return true
        }
        let lead = text.scalars[span.lowerBound..<mention.span.lowerBound]
        guard lead.count >= 2, lead.suffix(2).allSatisfy({ $0 == " " }) else { return false }
        let rest = mention.span.upperBound..<min(span.upperBound, mention.span.upperBound + 14)
        // Something else stands between the day and them.
        let day =
            DateScanner(text: text).dates(in: span).last { $0.span.upperBound <= mention.span.lowerBound }?.span
            .upperBound ?? span.lowerBound
        return text.contains(["下校"], in: rest) && walk.cutter.title(from: day..<mention.span.lowerBound) != nil
    }

    // MARK: - Status

    mutating func fillStatus(_ draft: inout LetterDraft, _ clause: Clause) {
        let hasCondition = text.contains(LetterWords.conditions, in: clause.whole)
        if text.contains(LetterWords.cancelled, in: clause.whole), !hasCondition {
            draft.status = .cancelled
            return
        }
        let isMoved = text.contains(LetterWords.moved, in: clause.after)
        let isRain = text.contains(["雨", "荒天", "天候"], in: clause.after)
        if isMoved, !hasCondition, !isRain,
            !text.contains(["変更は", "変更ありません", "変更はありません", "変更届", "変更する場合", "変更の"], in: clause.whole)
        {
            draft.status = .rescheduled
            moves.append(sentence)
        }
        if clause.phrase.superseded != nil || walk.scopes[walk.scope].isChanged && isMain {
            draft.status = .rescheduled
        }
        if hasCondition, draft.kind != .deadline, isConditional(clause) {
            draft.status = .contingent
            contingencies.append(sentence)
        }
        let near = clause.phrase.span.upperBound..<min(sentence.upperBound, clause.phrase.span.upperBound + 8)
        if draft.status == .confirmed, draft.kind != .deadline,
            text.end(of: ["予定", "(予定)", "頃予定"], at: near.lowerBound, before: sentence.upperBound) != nil
        {
            draft.status = .tentative
        }
        if draft.status == .confirmed, text.contains(["(予定)", "(案)", "(仮)", "する予定です"], in: clause.whole) {
            draft.status = .tentative
        }
    }

    private func isConditional(_ clause: Clause) -> Bool {
        guard let word = text.first(of: LetterWords.conditions, in: sentence) else { return false }
        // 「雨天のときは24日」 is a rain date.
        if text.contains(["雨", "荒天", "天候"], in: max(sentence.lowerBound, word.lowerBound - 5)..<word.lowerBound) {
            return false
        }
        return word.lowerBound < clause.after.upperBound
    }
}
