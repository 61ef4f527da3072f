extension SentenceReader {
    /// The drafts of one date phrase: one per day or range, or one per grade where each has its own time.
    mutating func drafts(of clause: Clause) -> [LetterDraft] {
        let kind = kind(of: clause)
        if takeFormer(clause, kind: kind) { return [] }
        guard let first = clause.phrase.days.first else { return [] }
        if isNoEvent(clause, kind: kind, day: first.first) || walk.isBelowCut && kind != .deadline { return [] }
        for days in clause.phrase.days { if let mismatch = days.mismatch { mismatches.append(mismatch) } }
        if walk.listsPeople, line.bullet == nil, isNameOnly(clause) { return [] }
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
        if kind == .event, ["引落", "引き落とし", "の振替", "口座振替", "集金日", "集金", "振替日", "再振替"].contains(where: title.hasSuffix) {
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

    /// 「2/14  はせがわ ひな」
    private func isNameOnly(_ clause: Clause) -> Bool {
        let words = text.trimmed(clause.after)
        guard words.count <= 14 else { return false }
        return NameFinder(text: text, allowsKana: true).names(in: words) > 0
    }

    /// A row of a rota names only who is on duty: 仲町1班 → 旗当番(仲町1班).
    private func named(_ title: String, kind: EventKind) -> String {
        guard kind == .event, ["班", "町", "丁目", "地区", "町内"].contains(where: title.hasSuffix), let main = walk.mainTitle,
            !title.contains(main)
        else { return title }
        return main + "(" + title + ")"
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
            draft.place = tablePlace(clause) ?? walk.details.place(in: clause.after)
            draft.items = walk.details.items(in: clause.after)
        }
        inherit(&draft, title: title, clause: clause)
        return draft
    }

    /// The cell under 場所 or 会場.
    private func tablePlace(_ clause: Clause) -> String? {
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
        if !walk.columnKinds.isEmpty { return walk.columnKind(at: clause.phrase.span.lowerBound) ? .deadline : .event }
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

    private func closureKind(_ kind: EventKind, title: String, clause: Clause) -> EventKind {
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
        if kind == .event,
            text.contains(
                ["は祝日", "、祝日", "は祝日"],
                in: clause.phrase.span.lowerBound..<min(clause.after.upperBound, clause.phrase.span.upperBound + 8))
        {
            return true
        }
        if kind == .event, text.contains(["の日」", "の日』", "記念の日"], in: clause.after) { return true }
        if text.contains(["再振替"], in: clause.before)
            || walk.tableHead(at: clause.phrase.span.lowerBound).map({ text.contains(["再振替"], in: $0) }) == true
        {
            return true
        }
        if text.contains(LetterWords.tellings, in: after), !hasDeadlineWord(clause) { return true }
        if distance <= 0, text.contains(LetterWords.past, in: clause.after) { return true }
        // 「明日からの台風のため、26日は休校とします」: why, not what.
        if clause.after.upperBound < sentence.upperBound,
            text.ends(with: ["ため", "ため、", "ので、"], text.trimmed(clause.after)) != nil
        {
            return true
        }
        if isUnlikely(clause) || isPast(clause) || isFamilyCall(clause, kind: kind) { return true }
        // 「8月6日は平和について考えましょう」, 「品物の受付(11日)もありません」
        if kind == .event, text.contains(["ましょう"], in: clause.after) { return true }
        if text.contains(
            ["もありません", "はありません", "からありません"],
            in: clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 12)), kind == .event,
            clause.isAfter || text.scalars[clause.before].contains("(")
        {
            return true
        }
        // Nobody is at school over the turn of the year.
        if kind == .event, !isListed, day.month == 12 && day.dayOfMonth >= 29 || day.month == 1 && day.dayOfMonth <= 3 {
            return true
        }
        // 「6月2日から少しずつ持たせてください」
        if kind == .event, clause.phrase.runsOn, text.contains(["持たせ", "持ってき", "お持ち"], in: clause.after) {
            return true
        }
        if clause.phrase.isBare, !isListed, kind == .event, clause.isAfter,
            text.end(
                of: [" ", "(", "は", "に", "の", "~", "、", "、"], at: clause.phrase.span.upperBound,
                before: sentence.upperBound) == nil
        {
            return true
        }
        return false
    }

    /// 「4月8日に入学した1年生」, 「12月10日は…採択された日です」, 「…は学校給食週間です」
    private func isPast(_ clause: Clause) -> Bool {
        guard !isListed, !isMain else { return false }
        let near = clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 26)
        if text.contains(["された日", "した日です", "年の日", "週間です", "記念日です"], in: near) { return true }
        let close = near.lowerBound..<min(near.upperBound, near.lowerBound + 14)
        guard text.contains(["した", "続けた", "始まった", "行った", "あった", "生まれた"], in: close) else { return false }
        return !text.contains(["したい", "したら", "した場合", "していた", "したとき", "した上", "したうえ"], in: close)
    }

    /// 「都合の悪い方は、20日までにお知らせください」: only a few families call.
    private func isFamilyCall(_ clause: Clause, kind: EventKind) -> Bool {
        let cannot: [Word] = [
            "できない", "来られない", "出られない", "都合が悪", "都合の悪", "都合がつか", "やむを得ない事情", "やむをえない", "休むとき", "欠席するとき", "変更を希望",
        ]
        if kind == .event,
            text.contains(
                ["に参加できない", "に来られない", "に出られない"],
                in: clause.after.lowerBound..<min(clause.after.upperBound, clause.after.lowerBound + 10))
        {
            return true
        }
        guard kind == .deadline, text.contains(cannot, in: sentence) else { return false }
        return text.contains(["連絡", "電話", "お知らせ", "ご相談"], in: clause.after)
            && !text.contains(["提出", "申込", "申し込"], in: sentence)
    }

    /// 「連続14日達成」: a bare number with 日 in the middle of a sentence, without what stands around a day.
    private func isUnlikely(_ clause: Clause) -> Bool {
        guard clause.phrase.isBare, !isListed, clause.phrase.span.lowerBound > sentence.lowerBound else { return false }
        let before = text.scalars[clause.phrase.span.lowerBound - 1]
        return !" 、。は(「~・:|\n".unicodeScalars.contains(before)
    }

    private func hasDeadlineWord(_ clause: Clause) -> Bool {
        text.end(of: ["まで", "〆", "締", "必着"], at: behindTime(clause), before: sentence.upperBound) != nil
            && !text.contains(["持ち帰"], in: clause.after)
    }

    /// 「当日は…」, 「前日までに残高を」 in passing: only a closure, or something to hand in, counts.
    private func isPassing(_ clause: Clause, kind: EventKind) -> Bool {
        guard clause.phrase.isFromLast else { return false }
        if kind == .deadline {
            return !text.contains(
                ["提出", "出し", "連絡", "申込", "申し込", "電話", "回答", "お知らせください", "届け出", "渡し"], in: clause.after)
        }
        if text.has("  ", at: clause.phrase.span.upperBound, before: sentence.upperBound) { return false }
        // 「当日は午前9時40分から授業公開を行います」
        if ItemHours(in: clause.after, text: text).start != nil,
            text.contains(["を行", "を開", "を実施", "があり", "お集まり", "集合"], in: clause.after)
        {
            return false
        }
        return !text.contains(LetterWords.closures, in: clause.whole)
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
        return LetterWords.commemorations.contains { title.contains($0.text) && title.count <= $0.text.count + 1 }
    }

    /// 「6月2日から少しずつ持たせてください」 is a request without an event.
    private func isInstruction(_ title: String, kind: EventKind) -> Bool {
        kind == .event
            && ["さん", "くん", "ちゃん", "ください", "ましょう", "ません", "ます", "一週間前", "日前", "週間前"].contains { title.hasSuffix($0) }
    }

    // MARK: - Title

    private func title(of clause: Clause, kind: EventKind) -> String? {
        if isMain {
            if let own = clause.isAfter ? nil : walk.cutter.subject(before: clause.before) { return own }
            return mainTitle ?? walk.cutter.title(from: clause.after)
        }
        if kind == .deadline { return deadline(clause) }
        if let old = former?.title, replacesFormer(clause) { return old }
        // 「児童の安全を第一に考え、23日は臨時休業とします」: behind 「日は」 stands what happens.
        let isTopic = text.end(of: ["は"], at: clause.phrase.span.upperBound, before: sentence.upperBound) != nil
        if isTopic, let title = walk.cutter.title(from: clause.after) { return title }
        let before = clause.isAfter ? nil : walk.cutter.subject(before: clause.before)
        if let spoken = spokenEvent(before, clause) { return spoken }
        // 「入賞した人は、19日の表彰式に出ます」
        if text.has("の", at: clause.phrase.span.upperBound, before: sentence.upperBound),
            let title = walk.cutter.title(from: clause.after)
        {
            return title
        }
        if !isDestination(clause), let title = before ?? walk.cutter.title(from: clause.after), !isBeside(title, clause)
        {
            return title
        }
        return former?.title ?? walk.parent?.title ?? saidBefore ?? walk.scopes[walk.scope].title ?? drafts.last?.title
            ?? walk.mainTitle
    }

    /// 「職業講話の日が入れかわっていました。正しくは…」
    private var saidBefore: String? {
        guard let last = lastSentence, text.contains(LetterWords.corrections, in: line.span),
            let topic = text.first(of: ["の日が", "の日程が", "の日時が", "が", "は"], in: last)
        else { return nil }
        return walk.cutter.subject(before: last.lowerBound..<topic.lowerBound)
    }

    /// Under 「① 楽器運搬のお手伝い」 a row such as 「7月12日 音楽室前に集合」 says where, not what.
    private func isBeside(_ title: String, _ clause: Clause) -> Bool {
        let hasOther = walk.parent?.title ?? walk.scopes[walk.scope].title ?? (isListed ? nil : walk.mainTitle)
        if clause.isAfter, hasOther != nil, walk.details.isPlace(title) { return true }
        guard let parent = walk.parent, parent.title != nil, line.indent > parent.indent, clause.isAfter else {
            return false
        }
        if ["集合", "解散", "のぞく", "除く", "出発", "到着"].contains(where: title.hasSuffix) { return true }
        return walk.details.place(in: clause.after).map { title.hasPrefix($0) || $0.hasPrefix(title) } ?? false
    }

    /// 「練習  11/9(月)から業間休みに「かけ足運動」を行います」: a short head says less than what is done.
    private func spokenEvent(_ before: String?, _ clause: Clause) -> String? {
        guard let before, before.count <= 2, let verb = text.first(of: ["を行", "を実施", "を開"], in: clause.after) else {
            return nil
        }
        var start = verb.lowerBound
        while start > clause.after.lowerBound, !"、。に ".unicodeScalars.contains(text.scalars[start - 1]) { start -= 1 }
        return walk.cutter.title(from: start..<verb.lowerBound)
    }

    /// 「9月3日～4日、少年の家へ行きます」 says where to.
    private func isDestination(_ clause: Clause) -> Bool {
        clause.isAfter && text.contains(["へ行きます", "に行きます", "へ行く", "へ出かけます", "に宿泊します"], in: clause.after)
            && (walk.parent?.title ?? walk.scopes[walk.scope].title) != nil
    }

    private static let actions: [(Word, String)] = [
        ("引き落", "口座引き落とし"), ("引落", "口座引き落とし"), ("振替", "口座振替"), ("申込", "申込"), ("申し込", "申込"), ("回答", "回答"), ("集金", "集金"),
        ("納入", "納入"), ("応募", "応募"), ("返信", "返信"), ("連絡", "連絡"), ("申請", "申請"), ("振り替え", "口座振替"), ("返却", "返却"),
        ("返して", "返却"), ("返し", "返却"), ("持たせて", "持参"),
    ]

    /// 「参観者カード 提出」: what, and what to do with it.
    private func deadline(_ clause: Clause) -> String? {
        if let old = former?.title, replacesFormer(clause) {
            return Self.actions.contains { old.contains($0.0.text) } || old.contains("提出") ? old : old + " 提出"
        }
        let subject = walk.cutter.subject(before: clause.before)
        if let deadlineTitle, subject == nil || !prefersSubject {
            return deadlineTitle + (subject.map { " " + $0 } ?? "")
        }
        let object = object(of: clause)
        let isPlaceOnly =
            text.contains(["ます", "ません", "ください"], in: clause.after) && !text.contains(["を"], in: clause.after)
        let behind =
            clause.isAfter && !isPlaceOnly
            ? walk.cutter.title(from: behindTime(clause)..<max(behindTime(clause), clause.after.upperBound)).map {
                String($0.split(separator: "は").first ?? "")
            } : nil
        var thing = subject ?? object ?? behind.flatMap { walk.details.isPlace($0) ? nil : $0 }
        if let subject, let object, !subject.contains(object), Self.isGeneric(subject) {
            thing = subject + " " + object
        }
        if thing == nil || Self.isGeneric(thing ?? "") || Self.isPerson(thing ?? "") {
            let about =
                priorSubject ?? walk.parent?.title ?? drafts.last { $0.kind != .deadline }?.title ?? walk.scopes[
                    walk.scope
                ].title
                ?? recentTitle ?? walk.mainTitle
            thing = [about, thing].compactMap { $0 }.joined(separator: " ")
        }
        guard let thing, !thing.isEmpty else { return tableTitle(clause) }
        let whole = clause.before.lowerBound..<min(sentence.upperBound, clause.after.upperBound)
        let action = Self.actions.first { text.contains([$0.0], in: whole) }?.1 ?? "提出"
        return thing.contains(action) || thing.hasSuffix("申込") ? thing : thing + " " + action
    }

    /// 「大きい荷物は先に送ります。6月1日の朝8時までに体育館へ」: what the sentence before speaks of.
    private var lastSentence: LetterText.Span? {
        guard sentence.lowerBound > line.content.lowerBound else { return nil }
        return walk.sentences(in: line.content.lowerBound..<sentence.lowerBound).last
    }

    private var priorSubject: String? {
        guard recentTitle == nil, sentence.lowerBound > line.content.lowerBound, line.label == nil else { return nil }
        let before = line.content.lowerBound..<sentence.lowerBound
        guard let last = walk.sentences(in: before).last, let topic = text.first(of: ["は"], in: last) else {
            return nil
        }
        return walk.cutter.title(from: last.lowerBound..<topic.lowerBound)
    }

    /// The event of the sentence before, when this one only says 「申込書は…」.
    private var recentTitle: String? {
        walk.drafts.dropFirst(walk.itemStart).last { $0.kind != .deadline }?.title
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

    /// 「どうしても来られない方」 says who.
    private static func isPerson(_ title: String) -> Bool {
        ["方", "人", "場合", "とき", "ご家庭", "児童", "生徒"].contains(where: title.hasSuffix)
    }

    private static let generic = [
        "承諾書の締切", "申込の締切", "締め切り", "出欠票の締切", "ご出欠", "下の用紙", "用紙", "承諾書の提出",
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
