/// 「A 26日に実施 / B 27日に実施 / C 中止」: what holds in which branch of a plan.
struct BranchPlan {
    /// The branch that is being read, 0 being the plan proper.
    var current: Int?
    var indent = 0
    /// Closures by day: in which branches, and where it says so.
    var closures: [SchoolDay: (branches: Set<Int>, title: String, evidence: LetterText.Span, order: Int)] = [:]
    var runs: [(branch: Int, days: DatePhrase.Days, evidence: LetterText.Span)] = []
    var spans: [LetterText.Span] = []

    /// What says that school is closed.
    static let holds: [Word] = ["振替休業", "代休", "休業", "家庭学習日", "学校は休み", "は休み", "お休み"]
}

extension LetterWalk {
    /// - Returns: Whether the line belongs to such a plan.
    mutating func readBranch(_ line: LetterLine) -> Bool {
        if hasPlans, let branch = branch(of: line) {
            branches.current = branch
            branches.indent = line.indent
            branches.spans.append(line.span)
        } else if branches.current != nil {
            let isOutside =
                line.bullet == .head || line.isHeading || line.followsBlank
                || line.indent < branches.indent && line.bullet != nil
            if isOutside {
                branches.current = nil
                return false
            }
        }
        guard branches.current != nil else { return false }
        for sentence in sentences(in: line.span) { readBranch(sentence: sentence) }
        return true
    }

    /// Whether there is more than one plan: asked once, for a letter may have a thousand lines that begin with A.
    func namesPlans() -> Bool {
        var named: Set<Int> = []
        for line in lines { if let branch = branch(of: line) { named.insert(branch) } }
        return named.isSuperset(of: [0, 1])
    }

    /// A, Ａ, プランB, 案2, ［プランC］ at the beginning: its number from 0.
    private func branch(of line: LetterLine) -> Int? {
        var place = line.span.lowerBound
        let limit = line.span.upperBound
        place = text.end(of: ["[", "(", "【", "<", "〔", "■", "●", "・"], at: place, before: limit) ?? place
        let isNamed = text.end(of: ["プラン", "パターン", "ケース", "案"], at: place, before: limit)
        place = isNamed ?? place
        guard place < limit else { return nil }
        let letters: [Unicode.Scalar] = ["A", "B", "C", "D"]
        let numbers: [Unicode.Scalar] = ["1", "2", "3", "4"]
        let index =
            letters.firstIndex(of: text.scalars[place])
            ?? (isNamed == nil ? nil : numbers.firstIndex(of: text.scalars[place]))
        guard let index, place + 1 < limit, " )]】>〕:.、案".unicodeScalars.contains(text.scalars[place + 1]) else {
            return nil
        }
        return DateScanner(text: text).dates(in: line.span).isEmpty ? nil : index
    }

    private static let runs: [Word] = ["実施", "に行", "開催", "にでき", "に延期", "に順延", "運動会", "体育祭", "大会", "行う", "行い"]

    private mutating func readBranch(sentence: LetterText.Span) {
        guard let branch = branches.current else { return }
        var finder = resolver
        let phraseFinder = DatePhraseFinder(text: text, facts: facts)
        let phrases = phraseFinder.phrases(in: sentence, resolver: &finder)
        resolver = finder
        for (index, phrase) in phrases.enumerated() {
            let next = index + 1 < phrases.count ? phrases[index + 1].span.lowerBound : sentence.upperBound
            let after = phrase.span.upperBound..<next
            let near = after.lowerBound..<min(after.upperBound, after.lowerBound + 14)
            for days in phrase.days {
                if text.contains(BranchPlan.holds, in: near), !text.contains(["ありません", "なし", "変更"], in: near) {
                    note(
                        closureOn: days, branch: branch, evidence: phrase.span.lowerBound..<near.upperBound, near: near)
                } else if text.contains(Self.runs, in: near)
                    || text.contains(["実施"], in: sentence.lowerBound..<phrase.span.lowerBound) && index == 0
                        && !phrase.isBare,
                    !text.contains(["授業", "中止", "だめ", "雨で", "が雨"], in: near)
                {
                    branches.runs.append((branch, days, phrase.span))
                }
            }
        }
    }

    mutating func note(
        closureOn days: DatePhrase.Days, branch: Int, evidence: LetterText.Span, near: LetterText.Span
    ) {
        for number in days.first.daysSince1970...days.last.daysSince1970 {
            let day = SchoolDay(daysSince1970: number)
            let isPlain = !text.contains(["振替", "代休", "家庭学習"], in: near)
            if isPlain, day.weekday == 7 { continue }
            let title = text.contains(["代休"], in: near) ? "代休" : text.contains(["家庭学習"], in: near) ? "家庭学習日" : "振替休業日"
            var known = branches.closures[day] ?? ([], isPlain ? "休み" : title, evidence, branches.closures.count)
            known.branches.insert(branch)
            branches.closures[day] = known
        }
    }

    /// The plan proper is the event, where nothing but the plans name its days.
    private mutating func startPlan() {
        guard let title = facts.title, let plan = branches.runs.first(where: { $0.branch == 0 }),
            !drafts.contains(where: { $0.kind == .event && ($0.first == plan.days.first || $0.isMain) })
        else { return }
        drafts.append(
            LetterDraft(
                title: title, kind: .event, first: plan.days.first, last: plan.days.last, evidence: plan.evidence,
                scope: outer))
    }

    /// A closure that holds in the plan proper or in two branches is settled, another hangs on the weather.
    mutating func settleBranches() {
        guard !branches.spans.isEmpty else { return }
        let mains = branches.runs.filter { $0.branch == 0 }.map(\.days.first)
        startPlan()
        let target =
            drafts.lastIndex { $0.kind == .event && mains.contains($0.first) && !$0.isRange } ?? drafts.lastIndex {
                $0.kind == .event && $0.isMain
            }
            ?? drafts.lastIndex { $0.kind == .event }
        if let target {
            for run in branches.runs
            where run.branch > 0 && run.days.first != drafts[target].first
                && !drafts[target].rainDates.contains(run.days.first)
            {
                drafts[target].rainDates.append(run.days.first)
            }
        }
        for (day, closure) in branches.closures.sorted(by: { $0.value.order < $1.value.order }) {
            if let known = drafts.firstIndex(where: { $0.kind == .closure && $0.first == day }) {
                if ["お休み", "休み", "休業日"].contains(drafts[known].title) { drafts[known].title = closure.title }
                continue
            }
            var draft = LetterDraft(
                title: closure.title, kind: .closure, first: day, last: day, evidence: closure.evidence, scope: outer)
            if !closure.branches.contains(0), closure.branches.count < 2 { draft.status = .contingent }
            drafts.append(draft)
        }
        contingencies += branches.spans
    }
}
