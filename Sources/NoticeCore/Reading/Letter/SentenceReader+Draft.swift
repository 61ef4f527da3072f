extension SentenceReader {
    /// The drafts of one date phrase: one per day or range, or one per grade where each has its own time.
    mutating func drafts(of clause: Clause) -> [LetterDraft] {
        let kind = kind(of: clause)
        if takeFormer(clause, kind: kind) { return [] }
        guard let first = clause.phrase.days.first else { return [] }
        if isNoEvent(clause, kind: kind, day: first.first) { return [] }
        for days in clause.phrase.days { if let mismatch = days.mismatch { mismatches.append(mismatch) } }
        if let parts = partsByAudience(of: clause), kind == .event { return parts }
        guard let title = title(of: clause, kind: kind), !isCommemoration(title, kind: kind),
            !isInstruction(title, kind: kind)
        else { return [] }
        var days = clause.phrase.days
        if kind == .deadline, let last = days.last {
            days = [DatePhrase.Days(first: last.last, last: last.last, mismatch: last.mismatch)]
        }
        return days.map {
            draft(title: title, kind: closureKind(kind, title: title, clause: clause), days: $0, clause: clause)
        }
    }

    private mutating func draft(title: String, kind: EventKind, days: DatePhrase.Days, clause: Clause) -> LetterDraft {
        var draft = LetterDraft(
            title: title, kind: kind, first: days.first, last: days.last, evidence: evidence(of: clause),
            scope: walk.scope)
        draft.isApproximate = days.isApproximate
        draft.mismatch = days.mismatch
        draft.isMain = isMain
        draft.isListed = isListed
        draft.isRunningOn = clause.phrase.runsOn
        draft.isOnlyEnd = clause.phrase.isOnlyEnd
        draft.superseded = clause.phrase.superseded
        if days.mismatch != nil, days.mismatch?.resolved == nil { draft.status = .needsConfirmation }
        fillHours(&draft, clause)
        fillAudience(&draft, in: clause.whole)
        fillStatus(&draft, clause)
        replace(&draft, clause)
        if kind != .deadline {
            draft.place = walk.details.place(in: clause.after)
            draft.items = walk.details.items(in: clause.after)
        }
        inherit(&draft, title: title, clause: clause)
        return draft
    }

    private var isListed: Bool { resolver.heading != nil && line.bullet != .dot || line.prefix != nil }

    private func evidence(of clause: Clause) -> LetterText.Span {
        let low =
            text.trimmed(clause.before).isEmpty ? clause.phrase.span.lowerBound : text.trimmed(clause.before).lowerBound
        let high =
            text.trimmed(clause.after).isEmpty ? clause.phrase.span.upperBound : text.trimmed(clause.after).upperBound
        return low..<max(high, clause.phrase.span.upperBound)
    }

    // MARK: - Kind

    private func kind(of clause: Clause) -> EventKind {
        if deadlineTitle != nil, clause.phrase.days.count == 1,
            !text.contains(
                ["開始", "から受付"], in: clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 8))
        {
            return .deadline
        }
        let behind = behindTime(clause)
        let isUntil = text.end(of: LetterWords.deadlineAfterDay, at: behind, before: sentence.upperBound) != nil
        let isPeriod = clause.phrase.isRange || clause.phrase.isOnlyEnd
        if isUntil, !isPeriod || text.contains(["申込", "募集", "提出", "受付"], in: clause.before) {
            if text.contains(["まで"], in: behind..<min(sentence.upperBound, behind + 2)), isAttendance(clause, behind) {
                return .event
            }
            return .deadline
        }
        if text.contains(LetterWords.deadlineNouns, in: clause.before), !isMain { return .deadline }
        let rest = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 40)
        if text.contains(LetterWords.deadlineVerbs, in: rest) { return .deadline }
        if let head = walk.tableHead(at: clause.phrase.span.lowerBound),
            text.contains(LetterWords.deadlineNouns + LetterWords.deadlineHeadings, in: head)
        {
            return .deadline
        }
        if walk.scopes[walk.scope].listsDeadlines || walk.scopes[walk.outer].listsDeadlines
            || walk.parent?.isDeadlineList == true
        {
            return .deadline
        }
        if text.contains(["回収"], in: clause.after), clause.after.count < 40,
            !text.contains(["資源", "廃品"], in: clause.whole)
        {
            return .deadline
        }
        return .event
    }

    /// 「8:30までに集合」 on a day: that is where to be, not what to hand in.
    private func isAttendance(_ clause: Clause, _ behind: Int) -> Bool {
        let after = behind..<min(sentence.upperBound, behind + 14)
        return behind > clause.phrase.span.upperBound + 1
            && text.contains(["集合", "登校", "お集まり", "ご来校", "お迎え", "入場", "着席"], in: after)
    }

    /// Where the words behind the day and its clock time begin.
    private func behindTime(_ clause: Clause) -> Int {
        var place = text.skippingSpaces(clause.phrase.span.upperBound, before: sentence.upperBound)
        if let time = TimeScanner(text: text).mention(at: place, before: sentence.upperBound) {
            place = text.skippingSpaces(time.span.upperBound, before: sentence.upperBound)
        }
        for word in ["放課後", "朝", "必ず", "の朝", "中"]
        where text.has(Word(stringLiteral: word), at: place, before: sentence.upperBound) {
            let next = place + word.unicodeScalars.count
            if text.end(of: ["まで", "に提出"], at: next, before: sentence.upperBound) != nil { return next }
        }
        return place
    }

    private func closureKind(_ kind: EventKind, title: String, clause: Clause) -> EventKind {
        guard kind == .event, !isOpenDay(title) else { return kind }
        if LetterWords.closures.contains(where: { title.contains($0.text) }) { return .closure }
        let near = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 24)
        if !isMain,
            text.contains(
                ["は休業", "は臨時休業", "を休業", "(休業", "休業とし", "休校とし", "お休みとし", "お休みです", "お休みにな", "休みになり", "閉鎖とし", "閉鎖します"],
                in: near)
        {
            return .closure
        }
        return kind
    }

    private func isOpenDay(_ title: String) -> Bool {
        LetterWords.openDays.contains { title.contains($0.text) }
    }

    // MARK: - What is no event

    private mutating func isNoEvent(_ clause: Clause, kind: EventKind, day: SchoolDay) -> Bool {
        let issued = walk.facts.issued
        let distance = day.daysSince1970 - issued.daysSince1970
        if distance > 550 || distance < -400 { return true }
        let isImmediate = clause.phrase.superseded != nil
        if distance < 0, !isListed, !isImmediate { return true }
        let after = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 40)
        if clause.phrase.isRelative, isPassing(clause, kind: kind) { return true }
        if isCondition(clause) { return true }
        if text.contains(LetterWords.ordinary, in: clause.whole) { return true }
        if text.contains(["再振替"], in: clause.before)
            || walk.tableHead(at: clause.phrase.span.lowerBound).map({ text.contains(["再振替"], in: $0) }) == true
        {
            return true
        }
        if text.contains(LetterWords.tellings, in: after), !hasDeadlineWord(clause) { return true }
        if distance <= 0, text.contains(LetterWords.past, in: clause.after) { return true }
        if clause.phrase.isBare, !isListed, kind == .event, clause.isAfter,
            text.end(
                of: [" ", "(", "は", "に", "の", "~", "、", "、"], at: clause.phrase.span.upperBound,
                before: sentence.upperBound) == nil
        {
            return true
        }
        return false
    }

    private func hasDeadlineWord(_ clause: Clause) -> Bool {
        text.end(of: ["まで", "〆", "締", "必着"], at: behindTime(clause), before: sentence.upperBound) != nil
            && !text.contains(["持ち帰"], in: clause.after)
    }

    /// 「当日は…」, 「前日までに残高を」 in passing: only a closure, or something to hand in, counts.
    private func isPassing(_ clause: Clause, kind: EventKind) -> Bool {
        guard clause.phrase.isFromLast else { return false }
        if kind == .deadline {
            return !text.contains(["提出", "連絡", "申込", "申し込", "電話", "回答", "お知らせください", "届け出", "渡し"], in: clause.after)
        }
        return !text.contains(LetterWords.closures, in: clause.after)
    }

    /// 「9日に大雨の予報が出ている場合は」: the day is part of the condition.
    private mutating func isCondition(_ clause: Clause) -> Bool {
        let rest = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 24)
        guard text.end(of: ["が", "に", "の"], at: clause.phrase.span.upperBound, before: sentence.upperBound) != nil,
            text.contains(["場合は", "場合、", "場合に", "ときは", "とき、", "時は"], in: rest),
            clause.after.upperBound < sentence.upperBound
        else { return false }
        contingencies.append(sentence)
        return true
    }

    private func isCommemoration(_ title: String, kind: EventKind) -> Bool {
        guard kind != .closure else { return false }
        if LetterWords.closures.contains(where: { title.contains($0.text) }) { return false }
        return LetterWords.commemorations.contains { title.contains($0.text) && title.count <= $0.text.count + 4 }
    }

    /// 「6月2日から少しずつ持たせてください」 is a request without an event.
    private func isInstruction(_ title: String, kind: EventKind) -> Bool {
        kind == .event && ["ください", "ましょう", "ません", "ます"].contains { title.hasSuffix($0) }
    }

    // MARK: - Title

    private func title(of clause: Clause, kind: EventKind) -> String? {
        if isMain {
            if let own = clause.isAfter ? nil : walk.cutter.subject(before: clause.before) { return own }
            return mainTitle ?? walk.cutter.title(from: clause.after)
        }
        if kind == .deadline { return deadline(clause) }
        // 「児童の安全を第一に考え、23日は臨時休業とします」: behind 「日は」 stands what happens.
        let isTopic = text.end(of: ["は"], at: clause.phrase.span.upperBound, before: sentence.upperBound) != nil
        if isTopic, let title = walk.cutter.title(from: clause.after) { return title }
        let before = clause.isAfter ? nil : walk.cutter.subject(before: clause.before)
        if let title = before ?? walk.cutter.title(from: clause.after) { return title }
        return walk.parent?.title ?? walk.scopes[walk.scope].title ?? drafts.last?.title ?? walk.mainTitle
    }

    private static let actions: [(Word, String)] = [
        ("引き落", "口座引き落とし"), ("引落", "口座引き落とし"), ("振替", "口座振替"), ("申込", "申込"), ("申し込", "申込"), ("回答", "回答"), ("集金", "集金"),
        ("納入", "納入"), ("応募", "応募"), ("返信", "返信"), ("連絡", "連絡"), ("申請", "申請"),
    ]

    /// 「参観者カード 提出」: what, and what to do with it.
    private func deadline(_ clause: Clause) -> String? {
        let subject = walk.cutter.subject(before: clause.before)
        if let deadlineTitle, subject == nil || !prefersSubject {
            return deadlineTitle + (subject.map { " " + $0 } ?? "")
        }
        let object = object(of: clause)
        let behind =
            clause.isAfter
            ? walk.cutter.title(from: behindTime(clause)..<max(behindTime(clause), clause.after.upperBound)) : nil
        var thing = subject ?? object ?? behind
        if let subject, let object, !subject.contains(object), Self.isGeneric(subject) {
            thing = subject + " " + object
        }
        if thing == nil || Self.isGeneric(thing ?? "") {
            let about =
                walk.parent?.title ?? drafts.last { $0.kind != .deadline }?.title ?? walk.scopes[walk.scope].title
                ?? recentTitle ?? walk.mainTitle
            thing = [about, thing].compactMap { $0 }.joined(separator: " ")
        }
        guard let thing, !thing.isEmpty else { return tableTitle(clause) }
        let whole = clause.before.lowerBound..<min(sentence.upperBound, clause.after.upperBound)
        let action = Self.actions.first { text.contains([$0.0], in: whole) }?.1 ?? "提出"
        return thing.contains(action) || thing.hasSuffix("申込") ? thing : thing + " " + action
    }

    /// The event of the sentence before, when this one only says 「申込書は…」.
    private var recentTitle: String? {
        walk.drafts.last { $0.kind != .deadline && line.span.contains($0.evidence.lowerBound) }?.title
    }

    private func tableTitle(_ clause: Clause) -> String? {
        guard let head = walk.tableHead(at: clause.phrase.span.lowerBound) else { return nil }
        return [walk.mainTitle, walk.cutter.title(from: head)].compactMap { $0 }.joined(separator: " ")
    }

    /// 「までに届出書を事務室へ提出」: the noun before を.
    private func object(of clause: Clause) -> String? {
        guard let particle = text.first(of: ["を"], in: clause.after) else { return nil }
        var start = particle.lowerBound
        while start > clause.after.lowerBound, !"、。 に\n".unicodeScalars.contains(text.scalars[start - 1]) { start -= 1 }
        return walk.cutter.title(from: start..<particle.lowerBound)
    }

    private static let generic = [
        "申込書", "申込", "承諾書", "出欠票", "出欠", "調査票", "返信", "締切", "回答", "参加申込", "申し込み", "承諾", "提出", "申請", "〆切", "参加", "回収",
        "同意書", "応募", "アンケート", "希望調査票", "参加票", "出席票",
    ]

    private static func isGeneric(_ title: String) -> Bool { generic.contains(title) || title.count <= 2 }

    // MARK: - Inheriting

    /// A sub-line takes time, place and audience from the bullet it belongs to.
    private func inherit(_ draft: inout LetterDraft, title: String, clause: Clause) {
        guard let parent = walk.parent, parent.scope == walk.scope, line.indent > parent.indent, draft.kind != .deadline
        else { return }
        if parent.title == title, draft.start == nil, !draft.isRange {
            draft.start = parent.hours.start
            draft.end = parent.hours.end
        }
        guard let audience = parent.audience else { return }
        if draft.grades.isEmpty { draft.grades = audience.grades }
        draft.groups += audience.groups.filter { !draft.groups.contains($0) }
    }
}
