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
    /// For each draft the events that it might speak of: every pass chooses among these.
    private let pairs: [[Pair]]
    private let finder: PairFinder
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
        let finder = PairFinder(known: known, context: context)
        self.finder = finder
        pairs = self.drafts.enumerated().map { index, draft in draft.map { finder.pairs(of: $0, at: index) } ?? [] }
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

    /// - Returns: `nil` when they cannot be one, or are called too differently.
    func pair(_ draft: Int, _ event: Int) -> Pair? { pairs[draft].first { $0.event == event } }

    /// The events that a draft might speak of, in their order.
    func pairs(of draft: Int) -> [Pair] { pairs[draft] }

    func canMeet(_ draft: Int, _ event: Int) -> Bool {
        drafts[draft].map { finder.canMeet($0, known[event]) } ?? false
    }

    // MARK: - Passes

    private mutating func takeDecided() {
        for draft in openDrafts.sorted() {
            guard let drafted = drafts[draft],
                let event = openKnown.sorted().first(where: { finder.isDecided(drafted, known[$0], .update) })
            else { continue }
            take(draft, event, [.decidedBefore])
        }
    }

    /// The best pairs first; of equally good ones the earlier, with a doubt.
    private mutating func take(_ least: EventName.Likeness, where fits: (Pair) -> Bool) {
        let fitting = openDrafts.sorted().flatMap { draft in
            pairs[draft].filter { openKnown.contains($0.event) && $0.likeness >= least && fits($0) }
        }
        // Stable, so that of equals the first draft gets the first event.
        let best = fitting.enumerated().sorted {
            ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
        }.map(\.element)
        for pair in best where openDrafts.contains(pair.draft) && openKnown.contains(pair.event) {
            let isAmbiguous = pairs[pair.draft].contains {
                $0.event != pair.event && $0.score == pair.score && openKnown.contains($0.event) && fits($0)
            }
            take(pair, isAmbiguous: isAmbiguous)
        }
    }

    /// The same name, once in the letter and once in the plan, some days off, and the old day not yet past.
    private mutating func takeMoved() {
        for draft in openDrafts.sorted() {
            // A day without school belongs to its date (振替休業日): another date is another day off.
            guard let drafted = drafts[draft], drafted.content.kind != .closure, !drafted.name.isRainDate else {
                continue
            }
            let near = pairs[draft].filter { $0.likeness == .same && isNear($0) }
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
