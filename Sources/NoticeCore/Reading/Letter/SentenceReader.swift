/// A day that no longer holds, and what was to happen on it.
struct FormerDay: Equatable {
    let title: String?
    let day: SchoolDay
    let start: WallTime?
    /// Whether something was due on it.
    var isDeadline = false
}

/// Reads the days of one sentence or table line into drafts.
struct SentenceReader {
    let text: LetterText
    let walk: LetterWalk
    let line: LetterLine
    let sentence: LetterText.Span
    var resolver: DateResolver

    /// Set for the content of 日時: what the days are called.
    var mainTitle: String?
    var isMain = false
    /// Set for the content of 締切 and 提出物.
    var deadlineTitle: String?
    /// Words before the day name the thing better than the label does.
    var prefersSubject = false
    /// Set for the content of 雨天の場合 and 予備日.
    var isRain = false

    var drafts: [LetterDraft] = []
    private(set) var rain: [(index: Int, days: [SchoolDay])] = []
    private(set) var scopeRain: [SchoolDay]?
    /// For the event before it on the line.
    private(set) var moreItems: [String] = []
    private(set) var moreHours: ItemHours?
    private(set) var gathering: WallTime?
    private(set) var itemGathering: WallTime?
    private(set) var namedItems: (title: String, items: [String])?
    private(set) var morePlace: String?
    /// For the letter's one event, said in a line of its own.
    private(set) var mainItems: [String] = []
    /// 「校庭草取りを行います」 before the 日時 of its block.
    private(set) var announced: String?
    /// 「1年生の保護者が対象です」 behind an event.
    private(set) var targets: [AudienceMention] = []
    var mismatches: [WeekdayMismatch] = []
    var contingencies: [LetterText.Span] = []
    var moves: [LetterText.Span] = []
    /// A day that is spoken of as what was planned; the next day replaces it.
    var former: FormerDay?

    init(walk: LetterWalk, line: LetterLine, sentence: LetterText.Span) {
        self.walk = walk
        self.line = line
        self.sentence = sentence
        text = walk.text
        resolver = walk.resolver
        former = walk.former
    }

    mutating func read() {
        let finder = DatePhraseFinder(text: text, facts: walk.facts)
        if walk.scopes[walk.scope].day == nil, let day = walk.scopes[walk.outer].day, resolver.last == nil {
            resolver.returnTo(day)
        }
        if let named = walk.dayNamed(in: sentence) { resolver.returnTo(named) }
        resolver.anchor = walk.scopes[walk.outer].hasMain ? walk.scopes[walk.outer].day : nil
        let phrases = finder.phrases(in: sentence, resolver: &resolver)
        guard !phrases.isEmpty else {
            if let implied = impliedDay {
                drafts += drafts(of: implied)
            } else {
                readWithoutDay()
            }
            return
        }
        if isMenu { return }
        let isAfter = walk.cutter.title(from: sentence.lowerBound..<phrases[0].span.lowerBound) == nil
        for (index, phrase) in phrases.enumerated() {
            let from = index == 0 ? sentence.lowerBound : phrases[index - 1].span.upperBound
            let next = index + 1 < phrases.count ? phrases[index + 1].span.lowerBound : sentence.upperBound
            let gap = from..<phrase.span.lowerBound
            if isRainDay(phrase, gap: gap, next: next) {
                takeRain(phrase)
                continue
            }
            if index + 1 < phrases.count, let draft = bracketed(phrase, gap: gap) {
                drafts.append(draft)
                continue
            }
            let before = isAfter ? (index == 0 ? gap : leadIn(gap)) : lastPart(gap)
            var after = phrase.span.upperBound..<next
            if !isAfter, index + 1 < phrases.count { after = firstPart(after) }
            if isAfter, index + 1 < phrases.count { after = after.lowerBound..<leadIn(after).lowerBound }
            if phrases.count > 1, isAfter, isEmptyCell(phrase, before: next) { continue }
            let clause = Clause(before: before, phrase: phrase, after: after, isAfter: isAfter)
            drafts += self.drafts(of: clause)
        }
    }

    /// 「6(金)生活科見学  21(土)」: nothing stands beside the second day.
    private func isEmptyCell(_ phrase: DatePhrase, before next: Int) -> Bool {
        text.scalars[phrase.span.upperBound..<next].allSatisfy { " ↓〃|\n".unicodeScalars.contains($0) }
            && resolver.heading != nil && walk.tableHeads.isEmpty
            && phrase.superseded == nil && !phrase.isRange && walk.scopes[walk.scope].listsDeadlines == false
            && deadlineTitle == nil && !isMain && former == nil && !phrase.isOnlyEnd && line.bullet == nil
            && ")月火水木金土日".unicodeScalars.contains(text.scalars[phrase.span.upperBound - 1])
    }

    /// 「放課後子ども教室は中止です」 under ＜本日＞.
    private var impliedDay: Clause? {
        let scope = walk.scopes[walk.outer]
        guard scope.impliesDay, let day = scope.day else { return nil }
        let hours = ItemHours(in: sentence, text: text)
        guard
            hours.start != nil || hours.dismissal != nil || text.contains(LetterWords.cancelled, in: sentence),
            !text.contains(["場合", "ときは", "方は"], in: sentence)
        else { return nil }
        let phrase = DatePhrase(
            span: sentence.lowerBound..<sentence.lowerBound, days: [DatePhrase.Days(first: day, last: day)])
        return Clause(
            before: sentence.lowerBound..<sentence.lowerBound, phrase: phrase, after: sentence, isAfter: true)
    }

    struct Clause {
        let before: LetterText.Span
        let phrase: DatePhrase
        let after: LetterText.Span
        let isAfter: Bool

        var whole: LetterText.Span { before.lowerBound..<after.upperBound }
    }

    // MARK: - Parts of the sentence

    private var isMenu: Bool {
        let words = LetterWords.menu.count { text.contains([$0], in: sentence) }
        guard words >= 1, walk.isInMenu || words >= 2 || text.contains(["kcal", "kcaI"], in: sentence) else {
            return false
        }
        return !text.contains(["給食なし", "弁当", "休業", "試食"], in: sentence)
    }

    /// In a list of days the words for the next one begin behind the last gap: an audience before it (1・2年 7/27).
    ///
    /// 「11月16日(月)～22日(日)　チャレンジカードは24日(火)に提出」: what ends in は belongs to the day behind it.
    private func leadIn(_ gap: LetterText.Span) -> LetterText.Span {
        let none = gap.upperBound..<gap.upperBound
        guard let last = text.cells(of: gap).last, last.upperBound == gap.upperBound, last.lowerBound > gap.lowerBound,
            text.ends(with: ["は"], last) != nil,
            text.cells(of: gap).count >= 2 || text.has("  ", at: gap.lowerBound, before: gap.upperBound),
            walk.cutter.title(from: last) != nil
        else { return none }
        return last
    }

    /// 「、始業式 」 before the second day: what stands behind the last comma or gap.
    private func lastPart(_ gap: LetterText.Span) -> LetterText.Span {
        guard gap.lowerBound > sentence.lowerBound else { return gap }
        var start = gap.lowerBound
        for place in gap where "、,。 |".unicodeScalars.contains(text.scalars[place]) {
            if text.scalars[place] == " ", !text.has("  ", at: place, before: gap.upperBound) { continue }
            if text.trimmed(place + 1..<gap.upperBound).count >= 2 { start = place + 1; break }
        }
        return start..<gap.upperBound
    }

    /// Up to the comma or gap behind which the next day's words begin.
    private func firstPart(_ after: LetterText.Span) -> LetterText.Span {
        for place in after
        where "、,。|".unicodeScalars.contains(text.scalars[place]) || text.has("  ", at: place, before: after.upperBound)
        {
            return after.lowerBound..<place
        }
        return after
    }

    /// 「夏の補充学習（7/21・22）参加申込  7/14」: the day in brackets is the noun's own.
    private mutating func bracketed(_ phrase: DatePhrase, gap: LetterText.Span) -> LetterDraft? {
        guard phrase.span.lowerBound > sentence.lowerBound, text.scalars[phrase.span.lowerBound - 1] == "(",
            text.has(")", at: phrase.span.upperBound, before: sentence.upperBound), let days = phrase.days.first,
            let title = walk.cutter.subject(before: gap.lowerBound..<phrase.span.lowerBound - 1)
        else { return nil }
        var draft = LetterDraft(
            title: title, kind: .event, first: days.first, last: days.last,
            evidence: text.trimmed(gap).lowerBound..<phrase.span.upperBound + 1, scope: walk.scope)
        fillAudience(&draft, in: gap)
        return draft.first < walk.facts.issued ? nil : draft
    }

    // MARK: - Rain

    private func isRainDay(_ phrase: DatePhrase, gap: LetterText.Span, next: Int) -> Bool {
        if isRain, drafts.isEmpty { return true }
        let near = max(gap.lowerBound, gap.upperBound - 14)..<gap.upperBound
        let after = phrase.span.upperBound..<min(next, phrase.span.upperBound + 10)
        let close = phrase.span.upperBound..<min(next, phrase.span.upperBound + 5)
        if text.contains(["できない場合", "中止の場合", "できなかった場合"], in: gap), text.contains(["に"], in: close),
            !text.contains(["配信", "連絡"], in: after)
        {
            return true
        }
        if text.contains(["予備日", "順延", "よびび", "延期日", "延期の場合"], in: near),
            !text.contains(["まで"], in: after.lowerBound..<min(after.upperBound, after.lowerBound + 3))
        {
            return true
        }
        if let word = text.first(of: ["予備日", "に順延", "へ順延", "よびび"], in: close),
            text.scalars[close.lowerBound..<word.lowerBound].dropFirst().contains("(") == false
        {
            return true
        }
        let isCondition =
            text.contains(["雨", "荒天", "悪天候", "天候"], in: near) || text.contains(["雨天", "荒天", "悪天候", "雨の"], in: gap)
        // 「雨の予報のため、31日(日)に延期します」 is settled.
        guard isCondition, former == nil || !text.contains(["ため", "予報"], in: gap),
            text.ends(with: ["を", "が"], text.trimmed(gap)) == nil
        else { return false }
        return text.contains(["延期", "順延", "実施", "に行", "へ延", "に延", "に変更", "開催", "とします", "にします", ")"], in: after)
            || after.isEmpty
            || text.has("、", at: after.lowerBound, before: after.upperBound)
            || text.scalars[after].allSatisfy { " 。)\n".unicodeScalars.contains($0) }
    }

    private mutating func takeRain(_ phrase: DatePhrase) {
        let days = phrase.days.flatMap { days in
            (days.first.daysSince1970...days.last.daysSince1970).prefix(10).map(SchoolDay.init(daysSince1970:))
        }
        if let last = drafts.indices.last(where: { drafts[$0].kind == .event }) {
            drafts[last].rainDates += days.filter { !drafts[last].rainDates.contains($0) }
        } else {
            scopeRain = (scopeRain ?? []) + days
        }
    }

    // MARK: - Without a day

    /// A clock time on the letter's own day: 「総会終了後、学年委員の選出を行います（14:30～15:00）」.
    private mutating func readWithoutDay() {
        announced = announcement
        addItems()
        addHours()
        addPlace()
        addGathering()
        addNamedItems()
        addClosure()
        let lead = walk.audiences.mention(at: sentence.lowerBound, before: sentence.upperBound)
        let isSubject =
            lead.map { text.end(of: ["が", "と"], at: $0.span.upperBound, before: sentence.upperBound) != nil } ?? false
        let isAddress =
            sentence.count <= 22 && text.contains(["親子", "希望者", "児童", "生徒"], in: sentence)
            && !text.contains(["ます", "です"], in: sentence)
        if text.contains(["対象"], in: sentence) || isAddress && walk.drafts.count > walk.itemStart
            || isSubject && walk.drafts.count > walk.itemStart
        {
            targets = walk.audiences.mentions(in: sentence).filter { !$0.grades.isEmpty }
        }
        guard !isMain, deadlineTitle == nil, let day = walk.scopes[walk.scope].day ?? walk.scopes[walk.outer].day,
            walk.scopes[walk.outer].hasMain || walk.scopes[walk.scope].hasMain
        else { return }
        let times = TimeScanner(text: text).times(in: sentence).filter { $0.start != nil }
        guard times.count == 1, let time = times.first, let start = time.start,
            time.end != nil
                || text.contains(
                    ["終了後", "その後", "そのあと", "引き続き", "終了次第"], in: sentence.lowerBound..<time.span.lowerBound),
            TimeRole.role(of: time, in: sentence, text: text) == .event,
            text.contains(["行い", "開催", "実施", "予定", "開き", "あり"], in: sentence),
            let title = walk.cutter.subject(before: spoken(before: time)) ?? walk.cutter.title(from: sentence)
        else { return }
        var draft = LetterDraft(
            title: title, kind: .event, first: day, last: day, start: start, end: time.end, evidence: sentence,
            scope: walk.scope)
        draft.isPart = true
        fillAudience(&draft, in: sentence)
        draft.place = walk.details.place(in: sentence)
        drafts.append(draft)
    }

    /// 「夏の校庭草取りを行います」
    private var announcement: String? {
        let verbs: [Word] = ["を行います", "を開きます", "を開催します", "を開催いたします", "を実施します", "を実施いたします", "を催します"]
        guard let verb = text.first(of: verbs, in: sentence) else { return nil }
        let start = text.wordStart(before: verb.lowerBound, downTo: sentence.lowerBound, stops: "、。に は\n")
        return walk.cutter.title(from: start..<verb.lowerBound)
    }

    /// 「※お弁当の日」 behind an event on the same line.
    private mutating func addItems() {
        let items = walk.details.bareList(sentence) ?? walk.details.items(in: sentence)
        guard !items.isEmpty else { return }
        if walk.drafts.count > walk.itemStart {
            moreItems = items
        } else if line.bullet == .dot, walk.drafts.count(where: { $0.isMain && $0.kind == .event }) == 1,
            text.contains(["ください", "ご用意", "お持ち"], in: sentence)
        {
            mainItems = items
        }
    }

    /// 「30日は見学に行きます。9時半に学校を出て…」: the hours follow in a sentence of their own.
    private mutating func addHours() {
        guard walk.drafts.count > walk.itemStart, let last = walk.drafts.last, last.start == nil, !last.isRange,
            last.kind == .event
        else { return }
        let hours = ItemHours(in: sentence, text: text)
        if hours.start != nil {
            moreHours = hours
        } else if let dismissal = hours.dismissal, ["授業", "下校"].contains(where: last.title.contains) {
            // 「金曜日は4時間授業です。13時20分に下校します」
            var hours = hours
            hours.start = dismissal
            moreHours = hours
        }
    }

    /// 「会場は体育館ではなく、各教室です」 in a sentence of its own.
    private mutating func addPlace() {
        // 「体育館　持ち物：うちわ、敷物」 below a row
        if let cell = text.cells(of: sentence).first,
            ItemDetails.isRoom(cell, in: text) || text.ends(with: ["前集合"], cell) != nil
        {
            morePlace = walk.details.place(in: cell)
        }
        guard let word = text.first(of: ["場所は", "会場は", "会場が", "場所が"], in: sentence) else { return }
        let rest = word.upperBound..<sentence.upperBound
        let not = text.first(of: ["ではなく、", "でなく、", "ではなく"], in: rest)
        morePlace = walk.details.place(in: (not?.upperBound ?? rest.lowerBound)..<rest.upperBound)
    }

    /// 「発育測定の日は、体操服を持たせてください」, 「歯みがき指導では、歯ブラシ、コップを使います」
    private mutating func addNamedItems() {
        guard let topic = text.first(of: ["の日は、", "の持ち物", "では、", "には、", "は、"], in: sentence) else { return }
        let lead = text.string(sentence.lowerBound..<topic.lowerBound)
        let isList = text.contains(["の持ち物"], in: topic)
        guard
            let draft = walk.drafts.last(where: { $0.kind == .event && $0.title.count >= 2 && lead.contains($0.title) })
                ?? walk.drafts.first(where: {
                    isList && $0.kind == .event && lead.count >= 2 && $0.title.hasPrefix(lead.trimmed)
                })
        else { return }
        let rest = topic.upperBound..<sentence.upperBound
        var items = walk.details.items(in: isList ? topic.lowerBound..<sentence.upperBound : rest)
        if items.isEmpty, let verb = text.first(of: ["を使います", "が必要です", "を使用します"], in: rest) {
            items = walk.details.list(rest.lowerBound..<verb.lowerBound)
        }
        if !items.isEmpty { namedItems = (draft.title, items) }
    }

    /// 「児童は8時10分までに登校します」 in a letter about one day.
    private mutating func addGathering() {
        guard line.label == nil else { return }
        if !walk.scopes[walk.outer].hasMain {
            // 「児童は8時10分までに登校します」 behind the sentence that names the day.
            guard walk.drafts.count > walk.itemStart, text.contains(["児童は", "生徒は", "子どもたちは"], in: sentence) else {
                return
            }
            for time in TimeScanner(text: text).times(in: sentence)
            where TimeRole.role(of: time, in: sentence, text: text) == .gathering { itemGathering = time.start }
            return
        }
        for time in TimeScanner(text: text).times(in: sentence)
        where TimeRole.role(of: time, in: sentence, text: text) == .gathering
            && !text.contains(["役員", "係", "当番", "委員", "スタッフ", "部員", "手伝", "の方は", "方は"], in: sentence)
        { gathering = time.start }
    }

    /// 「1～4年生は休みです（家庭学習）」 under a day.
    private mutating func addClosure() {
        guard let last = walk.drafts.last, walk.drafts.count > walk.itemStart || walk.scopes[walk.outer].hasMain,
            text.contains(["休みです", "休業日です", "家庭学習日", "休業です", "お休みにな", "休業日とな", "休業とな"], in: sentence)
        else { return }
        let mentions = walk.audiences.mentions(in: sentence).filter { !$0.grades.isEmpty }
        guard !mentions.isEmpty, !text.contains(LetterWords.conditions, in: sentence) else { return }
        let day = walk.drafts.count > walk.itemStart ? last.first : walk.scopes[walk.outer].day ?? last.first
        var draft = LetterDraft(
            title: "休業日", kind: .closure, first: day, last: day, evidence: sentence, scope: walk.scope)
        if text.contains(["家庭学習"], in: sentence) { draft.title = "家庭学習日" }
        fillAudience(&draft, in: sentence)
        drafts.append(draft)
    }

    /// The noun before 「を行います」.
    private func spoken(before time: TimeMention) -> LetterText.Span {
        let verb = text.first(of: ["を行", "を開", "を実施", "を予定"], in: sentence) ?? text.last(of: ["を"], in: sentence)
        guard let verb else {
            return sentence.lowerBound..<time.span.lowerBound
        }
        var start = verb.lowerBound
        while start > sentence.lowerBound, text.ends(with: ["より", "から"], sentence.lowerBound..<start) == nil,
            !"、。で(は".unicodeScalars.contains(text.scalars[start - 1])
        { start -= 1 }
        return start..<verb.lowerBound
    }
}
