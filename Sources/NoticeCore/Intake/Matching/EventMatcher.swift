/// Finds what of a letter is registered already, so that one event never becomes two (PRODUCT, "Events stand on their own").
///
/// Sure things come first: what an officer decided before, the same name on the same day, titles that list several things,
/// similar names on the same day, the letter's own word that a date is replaced, and last the same name on a near day. Each draft
/// and each event is taken once.
struct EventMatcher {
    let drafts: [DraftedEvent?]
    let known: [RegisteredEvent]
    let context: MatchContext
    var openDrafts: Set<Int>
    var openKnown: Set<Int>
    var plan = MatchPlan()

    /// How far the same name may have moved without a word about it; a month is another occasion.
    static let nearDays = 14
    /// How far the edge of 上旬, 中旬, 下旬 may be off.
    private static let nearWindowDays = 10

    /// - Parameter drafts: `nil` for an entry that names its event itself.
    init(drafts: [EventContent?], known: [RegisteredEvent], context: MatchContext) {
        self.drafts = drafts.map { $0.map(DraftedEvent.init) }
        self.known = known
        self.context = context
        openDrafts = Set(drafts.indices.filter { drafts[$0] != nil })
        openKnown = Set(known.indices)
    }

    static func plan(drafts: [EventContent?], known: [RegisteredEvent], context: MatchContext) -> MatchPlan {
        var matcher = EventMatcher(drafts: drafts, known: known, context: context)
        matcher.takeDecided()
        matcher.takeCovered()
        matcher.take(.same) { !$0.relation.isApart }
        matcher.takeParts()
        matcher.take(.similar) { !$0.relation.isApart }
        matcher.takeCompounds()
        matcher.take(.similar) { $0.isReplaced }
        matcher.takeRainDates()
        matcher.takeMoved()
        matcher.takeDaysOfRanges()
        matcher.plan.matches.sort { ($0.draft, $0.event.text) < ($1.draft, $1.event.text) }
        return matcher.plan
    }

    // MARK: - Pairs

    /// A draft beside an event that it might speak of.
    struct Pair {
        let draft: Int
        let event: Int
        let likeness: EventName.Likeness
        let relation: DayRelation
        let isReplaced: Bool
        let score: [Int]
    }

    func pair(_ draft: Int, _ event: Int) -> Pair? {
        guard let drafted = drafts[draft], canMeet(draft, event),
            let likeness = drafted.name.likeness(to: known[event].name)
        else { return nil }
        let (mine, theirs) = (drafted.content, known[event].content)
        let relation = DayRelation(of: mine, to: theirs)
        let isReplaced = context.replaced.contains {
            $0.day == theirs.firstDay && $0.name.likeness(to: drafted.name) != nil
        }
        let score = [
            likeness.rawValue, relation == .same ? 1 : 0, mine.audience == theirs.audience ? 1 : 0,
            mine.start == theirs.start ? 1 : 0, mine.lastDay == theirs.lastDay ? 1 : 0,
        ]
        return Pair(
            draft: draft, event: event, likeness: likeness, relation: relation, isReplaced: isReplaced, score: score)
    }

    /// Of one kind, for somebody in common, in one school year, and not told apart by an officer. What the school called off is
    /// over: a new date for it is a new event.
    func canMeet(_ draft: Int, _ event: Int) -> Bool {
        guard let drafted = drafts[draft] else { return false }
        let (mine, theirs) = (drafted.content, known[event].content)
        guard mine.kind == theirs.kind, mine.firstDay.schoolYear == theirs.firstDay.schoolYear,
            mine.audience.overlaps(theirs.audience), theirs.status != .cancelled || mine.status == .cancelled
        else { return false }
        return !isDecided(draft, event, .separate)
    }

    private func isDecided(_ draft: Int, _ event: Int, _ verdict: MatchDecision.Verdict) -> Bool {
        let key = drafts[draft]?.key
        return context.decisions.contains { $0.event == known[event].id && $0.key == key && $0.verdict == verdict }
    }

    // MARK: - Passes

    private mutating func takeDecided() {
        for draft in openDrafts.sorted() {
            guard let event = openKnown.sorted().first(where: { isDecided(draft, $0, .update) }) else { continue }
            take(draft, event, [.decidedBefore])
        }
    }

    /// The best pairs first; of equally good ones the earlier, with a doubt.
    private mutating func take(_ least: EventName.Likeness, where fits: (Pair) -> Bool) {
        var pairs: [Pair] = []
        for draft in openDrafts.sorted() {
            for event in openKnown.sorted() {
                if let pair = pair(draft, event), pair.likeness >= least, fits(pair) { pairs.append(pair) }
            }
        }
        // Stable, so that of equals the first draft gets the first event.
        pairs = pairs.enumerated().sorted {
            $0.element.score == $1.element.score
                ? $0.offset < $1.offset : $1.element.score.lexicographicallyPrecedes($0.element.score)
        }.map(\.element)
        for pair in pairs where openDrafts.contains(pair.draft) && openKnown.contains(pair.event) {
            let rivals = pairs.filter {
                $0.draft == pair.draft && $0.event != pair.event && openKnown.contains($0.event)
                    && $0.score == pair.score
            }
            take(pair, isAmbiguous: !rivals.isEmpty)
        }
    }

    /// The same name, once in the letter and once in the plan, some days off, and the old day not yet past.
    private mutating func takeMoved() {
        for draft in openDrafts.sorted() {
            // A day without school belongs to its date (振替休業日): another date is another day off.
            guard let drafted = drafts[draft], drafted.content.kind != .closure, !drafted.name.isRainDate else {
                continue
            }
            let near = known.indices.compactMap { pair(draft, $0) }.filter { $0.likeness == .same && isNear($0) }
            guard near.count == 1, let pair = near.first, openKnown.contains(pair.event) else { continue }
            let isOnce = drafts.indices.allSatisfy { $0 == draft || self.pair($0, pair.event)?.likeness != .same }
            if isOnce { take(pair, isAmbiguous: false) }
        }
    }

    private func isNear(_ pair: Pair) -> Bool {
        guard case .apart(let days) = pair.relation, let drafted = drafts[pair.draft] else { return false }
        let (mine, theirs) = (drafted.content, known[pair.event].content)
        guard theirs.lastDay >= context.issued else { return false }
        let isExact = mine.precision == .exact && theirs.precision == .exact
        return abs(days) <= (isExact ? Self.nearDays : Self.nearWindowDays)
    }

    // MARK: - Taking

    private mutating func take(_ pair: Pair, isAmbiguous: Bool) {
        var reasons: [EventMatch.Reason] = [pair.likeness == .same ? .sameTitle : .similarTitle]
        if pair.isReplaced { reasons.append(.replaces) }
        take(pair.draft, pair.event, reasons, isAmbiguous: isAmbiguous)
    }

    private mutating func take(
        _ draft: Int, _ event: Int, _ reasons: [EventMatch.Reason], isAmbiguous: Bool = false
    ) {
        guard let drafted = drafts[draft] else { return }
        let old = known[event].content
        let new = old.enriched(by: drafted.content)
        var match = EventMatch(
            draft: draft, event: known[event].id, action: .update,
            reasons: reasons + circumstances(drafted.content, old), content: new)
        if !reasons.contains(.decidedBefore) {
            let isTold = reasons.contains(.replaces)
            match.doubts = doubts(drafted.content, old, new, isTold: isTold) + (isAmbiguous ? [.ambiguous] : [])
        }
        plan.matches.append(match)
        openDrafts.remove(draft)
        openKnown.remove(event)
    }

    /// The grades and days that they have in common.
    func circumstances(_ draft: EventContent, _ old: EventContent) -> [EventMatch.Reason] {
        var reasons: [EventMatch.Reason] = [draft.audience == old.audience ? .sameGrades : .sharedGrades]
        switch DayRelation(of: draft, to: old) {
        case .same: reasons.append(.sameDay)
        case .shared: reasons.append(.sharedDays)
        case .apart(let days): reasons.append(.daysApart(days))
        }
        return reasons
    }

    private func doubts(
        _ draft: EventContent, _ old: EventContent, _ new: EventContent, isTold: Bool
    ) -> [EventMatch.Doubt] {
        var doubts: [EventMatch.Doubt] = []
        if new.isMoved(from: old), old.precision == .exact, !isTold { doubts.append(.dateDiffers) }
        if draft.audience != old.audience {
            // For the letter's own audience the draft may just have inherited it, which says nothing of the event's; but what
            // it adds would then be told to more people than it was written to.
            let isInherited = draft.audience == context.audience
            let isNarrower =
                old.audience == .wholeAssociation || !Set(old.audience.grades).isSubset(of: draft.audience.grades)
            if !isInherited || (isNarrower && new != old) { doubts.append(.audienceDiffers) }
        }
        return doubts
    }
}
