extension SentenceReader {
    /// The drafts of one date phrase: one per day or range, or one per grade where each has its own time.
    mutating func drafts(of clause: Clause) -> [LetterDraft] {
        let kind = kind(of: clause)
        if takeFormer(clause, kind: kind) { return [] }
        guard let first = clause.phrase.days.first else { return [] }
        if isNoEvent(clause, kind: kind, day: first.first) || walk.isBelowCut && kind != .deadline { return [] }
        for days in clause.phrase.days { if let mismatch = days.mismatch { mismatches.append(mismatch) } }
        if walk.listsPeople && line.bullet == nil && isNameOnly(clause) || isRota(clause) { return [] }
        if let cells = eventCells(of: clause) { return cells.flatMap { drafts(of: $0) } }
        if let parts = partsByAudience(of: clause), kind == .event { return parts }
        if let parts = partsByTime(of: clause), kind == .event { return parts }
        if kind == .event, let split = closureCell(of: clause) { return split }
        guard var title = title(of: clause, kind: kind), !isCommemoration(title, kind: kind),
            !isInstruction(title, kind: kind)
        else { return [] }
        var days = clause.phrase.days
        var finalKind = kind
        if kind == .event, let word = ["しめきり", "締切", "〆切", "締め切り", "提出日", "提出締切"].first(where: title.hasSuffix),
            title.count > word.count
        {
            finalKind = .deadline
            title = String(title.dropLast(word.count)).trimmed + " 提出"
        }
        // 「12(金)　持ち帰り調査　回答〆切」, 「学級文庫の返却」, 「容器提出」
        let ends = text.cells(of: clause.after, rules: ["|", "("]).filter { walk.details.place(in: $0) == nil }
        let isDue = ends.contains { text.ends(with: ["〆切", "締切", "締め切り", "しめきり", "の回収"], $0) != nil }
        let isReturned = title.hasSuffix("返却") && !["テスト", "答案", "通知"].contains(where: title.contains)
        if kind == .event, isDue || isReturned || title.hasSuffix("提出") && title.count > 2 { finalKind = .deadline }
        if kind == .event,
            ["最終振替", "最終引落", "引落", "引き落とし", "費の振替", "金の振替", "口座振替", "集金日", "集金", "振替日", "再振替"].contains(
                where: title.hasSuffix)
        {
            finalKind = .deadline
        }
        title = named(title, kind: finalKind)
        if finalKind == .deadline, let last = days.last {
            days = [DatePhrase.Days(first: last.last, last: last.last, mismatch: last.mismatch)]
        }
        return days.map {
            draft(title: title, kind: closureKind(finalKind, title: title, clause: clause), days: $0, clause: clause)
        }
    }

    /// 「12(火)  給食開始  発育測定(5・6年)」: cells of a list that name one thing more on the same day.
    private func eventCells(of clause: Clause) -> [Clause]? {
        guard clause.isAfter, clause.phrase.days.count == 1, !clause.phrase.isRange, deadlineTitle == nil, !isMain,
            walk.tableHeads.isEmpty, line.content.lowerBound == clause.phrase.span.lowerBound
        else { return nil }
        let cells = text.cells(of: clause.after)
        guard cells.count >= 2, walk.cutter.title(from: cells[0]) != nil else { return nil }
        let further = cells.indices.dropFirst().filter { isThing(cells[$0]) }
        guard !further.isEmpty else { return nil }
        let starts = [0] + further
        return starts.enumerated().map { index, start in
            let end = index + 1 < starts.count ? cells[starts[index + 1]].lowerBound : clause.after.upperBound
            return Clause(
                before: clause.before, phrase: clause.phrase,
                after: cells[start].lowerBound..<text.trimmed(cells[start].lowerBound..<end).upperBound,
                isAfter: true)
        }
    }

    /// Whether a cell names something that happens or is due, not where, when, for whom or with what.
    private func isThing(_ cell: LetterText.Span) -> Bool {
        guard let title = walk.cutter.title(from: cell), !walk.details.isPlace(title) else { return false }
        let bare = title.prefix { $0 != "(" }
        guard !["回答", "申込", "提出", "参加", "応募"].contains(where: { bare.hasPrefix($0) && bare.count <= 5 }) else {
            return false
        }
        guard !["開式", "閉式", "開会", "閉会", "準備", "練習", "学習", "活動"].contains(bare) else { return false }
        return
            ((LetterWords.happenings + LetterWords.collections).contains { bare.hasSuffix($0.text) }
            || text.contains(["集めます", "提出します", "回収します"], in: cell))
            && !text.contains(["持ち物", "。", "※", "会場", "場所", "下校", "給食後", "集合", "受付", "開会式", "閉会式"], in: cell)
    }

    /// 「9/1(月)～5(金)　川端 ゆうと　三好 ひより」: who is on duty, by name.
    private func isRota(_ clause: Clause) -> Bool {
        let cells = text.cells(of: clause.after, rules: ["|"])
        let finder = NameFinder(text: text)
        return cells.count >= 2 && cells.allSatisfy { $0.count <= 9 && finder.names(in: $0) == 1 }
    }

    /// 「2/14  はせがわ ひな」
    func isNameOnly(_ clause: Clause) -> Bool {
        let words = text.trimmed(clause.after)
        guard words.count <= 14 else { return false }
        return NameFinder(text: text, allowsKana: true).names(in: words) > 0
    }

    /// A row of a rota names only who is on duty: 仲町1班 → 旗当番(仲町1班).
    func named(_ title: String, kind: EventKind) -> String {
        guard kind == .event, ["班", "町", "丁目", "地区", "町内"].contains(where: title.hasSuffix), let main = walk.mainTitle,
            !title.contains(main)
        else { return title }
        return main + "(" + title + ")"
    }

    mutating func draft(title: String, kind: EventKind, days: DatePhrase.Days, clause: Clause) -> LetterDraft {
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
            draft.place = tablePlace(clause) ?? walk.details.place(in: clause.after)
            draft.items = walk.details.items(in: clause.after)
        }
        inherit(&draft, title: title, clause: clause)
        return draft
    }

    /// The cell under 場所 or 会場.
    func tablePlace(_ clause: Clause) -> String? {
        guard !walk.tableHeads.isEmpty else { return nil }
        var place = clause.after.lowerBound
        while place < clause.after.upperBound {
            let isStart =
                place == clause.after.lowerBound || text.scalars[place - 1] == "|"
                || text.has("  ", at: place - 2, before: place)
            if isStart, text.scalars[place] != " ", text.scalars[place] != "|", let head = walk.tableHead(at: place),
                text.contains(["場所", "会場", "ところ"], in: head)
            {
                var end = place
                while end < clause.after.upperBound, text.scalars[end] != "|",
                    !text.has("  ", at: end, before: clause.after.upperBound)
                { end += 1 }
                return text.string(text.trimmed(place..<end))
            }
            place += 1
        }
        return nil
    }

    var isListed: Bool { resolver.heading != nil && line.bullet != .dot || line.prefix != nil }

    func evidence(of clause: Clause) -> LetterText.Span {
        let low =
            text.trimmed(clause.before).isEmpty ? clause.phrase.span.lowerBound : text.trimmed(clause.before).lowerBound
        let high =
            text.trimmed(clause.after).isEmpty ? clause.phrase.span.upperBound : text.trimmed(clause.after).upperBound
        return low..<max(high, clause.phrase.span.upperBound)
    }

    // MARK: - Kind

    func kind(of clause: Clause) -> EventKind {
        if deadlineTitle != nil, clause.phrase.days.count == 1,
            !text.contains(
                ["開始", "から受付"], in: clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 8))
        {
            return .deadline
        }
        if let former, former.isDeadline, replacesFormer(clause) { return .deadline }
        let behind = behindTime(clause)
        // 「8時から9時半まで」 are hours.
        let isHours = TimeScanner(text: text).times(
            in: clause.phrase.span.upperBound..<min(sentence.upperBound, behind)
        ).contains { $0.start != nil && $0.end != nil }
        let isUntil =
            !isHours && text.end(of: LetterWords.deadlineAfterDay, at: behind, before: sentence.upperBound) != nil
        let isPeriod = clause.phrase.isRange || clause.phrase.isOnlyEnd
        if isUntil, !isPeriod || text.contains(["申込", "申し込み", "申しこみ", "募集", "提出", "受付", "回答", "販売"], in: clause.before)
        {
            if text.contains(["まで"], in: behind..<min(sentence.upperBound, behind + 2)), isAttendance(clause, behind) {
                return .event
            }
            return .deadline
        }
        if text.contains(LetterWords.deadlineNouns, in: clause.before), !isMain,
            !text.contains(["資源", "古紙", "廃品", "リサイクル"], in: clause.before)
        {
            return .deadline
        }
        // 「出願書類を担任へ  12月11日(金)」
        if text.ends(with: ["を担任へ", "を担任に", "を学校へ", "を事務室へ", "を提出", "へ提出", "に提出", "の提出"], text.trimmed(clause.before))
            != nil
        {
            return .deadline
        }
        // 「24日(火)に各学級へ提出」
        if text.has("に", at: clause.phrase.span.upperBound, before: sentence.upperBound),
            text.contains(
                ["へ提出", "に提出", "へ返却", "に返却"],
                in: clause.phrase.span.upperBound..<min(sentence.upperBound, clause.phrase.span.upperBound + 14))
        {
            return .deadline
        }
        // 「23日(火)が回答の締切です」
        if text.has("が", at: clause.phrase.span.upperBound, before: sentence.upperBound),
            text.contains(
                ["締切", "締め切り", "〆切", "期限", "しめきり", "回収日", "提出日", "集金日"],
                in: clause.phrase.span.upperBound..<min(sentence.upperBound, clause.phrase.span.upperBound + 12))
        {
            return .deadline
        }
        let rest = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 40)
        if text.has("に", at: clause.phrase.span.upperBound, before: sentence.upperBound), !clause.isAfter,
            text.contains(["持たせてください", "出してください", "お出しください", "お持たせください"], in: rest)
        {
            return .deadline
        }
        if text.contains(LetterWords.deadlineVerbs, in: rest) { return .deadline }
        if let head = walk.tableHead(at: clause.phrase.span.lowerBound),
            text.contains(LetterWords.deadlineNouns + LetterWords.deadlineHeadings, in: head)
        {
            return .deadline
        }
        if clause.isAfter, walk.cutter.title(from: clause.after) == nil, let last = lastSentence,
            text.contains(LetterWords.deadlineNouns, in: last)
        {
            return .deadline
        }
        // A remark below the list of what is to be handed in tells something else.
        if line.bullet == .remark { return .event }
        if walk.scopes[walk.scope].listsDeadlines || walk.scopes[walk.outer].listsDeadlines
            || walk.parent?.isDeadlineList == true
        {
            return .deadline
        }
        let cell = text.cells(of: clause.after, rules: ["|"]).first ?? clause.after
        if text.contains(["回収"], in: cell), cell.count < 30,
            !text.contains(["資源", "廃品"], in: clause.whole)
        {
            return .deadline
        }
        return .event
    }

    /// 「8:30までに集合」 on a day: that is where to be, not what to hand in.
    func isAttendance(_ clause: Clause, _ behind: Int) -> Bool {
        let after = behind..<min(sentence.upperBound, behind + 14)
        return behind > clause.phrase.span.upperBound + 1
            && text.contains(["集合", "登校", "お集まり", "ご来校", "お迎え", "入場", "着席"], in: after)
    }

    /// Where the words behind the day and its clock time begin.
    func behindTime(_ clause: Clause) -> Int {
        var place = text.skippingSpaces(clause.phrase.span.upperBound, before: sentence.upperBound)
        let lead = text.end(of: ["の朝", "朝", "の放課後", "の", "、"], at: place, before: sentence.upperBound).map {
            text.skippingSpaces($0, before: sentence.upperBound)
        }
        for start in [place, lead].compactMap({ $0 }) {
            guard let time = TimeScanner(text: text).mention(at: start, before: sentence.upperBound) else { continue }
            place = text.skippingSpaces(time.span.upperBound, before: sentence.upperBound)
            break
        }
        for word in ["放課後", "朝", "必ず", "の朝", "中"]
        where text.has(Word(stringLiteral: word), at: place, before: sentence.upperBound) {
            let next = place + word.unicodeScalars.count
            if text.end(of: ["まで", "に提出"], at: next, before: sentence.upperBound) != nil { return next }
        }
        return place
    }

    func closureKind(_ kind: EventKind, title: String, clause: Clause) -> EventKind {
        guard kind == .event else { return kind }
        let strong = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 40)
        if !isMain, text.contains(["学校閉庁日", "臨時休業と", "休業日とし"], in: strong) { return .closure }
        guard !isOpenDay(title) else { return kind }
        if LetterWords.isClosure(title) { return .closure }
        let near = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 24)
        if !isMain,
            text.contains(
                [
                    "は休業", "は臨時休業", "を休業", "(休業", "休業とし", "休校とし", "学校閉庁", "閉庁日", "お休みとし", "お休みです", "お休みにな", "休みになり",
                    "閉鎖とし", "閉鎖します",
                ],
                in: near)
        {
            return .closure
        }
        return kind
    }

    func isOpenDay(_ title: String) -> Bool {
        title.contains(anyOf: LetterWords.openDays)
    }

    // MARK: - Inheriting

    /// A sub-line takes time, place and audience from the bullet it belongs to.
    func inherit(_ draft: inout LetterDraft, title: String, clause: Clause) {
        guard let parent = walk.parent, parent.scope == walk.scope, line.indent > parent.indent else { return }
        if draft.kind == .deadline {
            // 「■6年生」 over what they are to hand in.
            if parent.title == nil, draft.grades.isEmpty { draft.grades = parent.audience?.grades ?? [] }
            return
        }
        if parent.title == title, draft.start == nil, !draft.isRange {
            draft.start = parent.hours.start
            draft.end = parent.hours.end
        }
        if draft.kind == .event { draft.place = draft.place ?? walk.scopes[walk.scope].place }
        guard let audience = parent.audience else { return }
        if draft.grades.isEmpty { draft.isNewGrade = draft.isNewGrade || audience.isNew }
        if draft.grades.isEmpty { draft.grades = audience.grades }
        draft.groups += audience.groups.filter { !draft.groups.contains($0) }
    }
}
