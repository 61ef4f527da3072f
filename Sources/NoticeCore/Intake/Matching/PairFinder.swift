/// A draft beside a registered event that it might speak of.
struct Pair: Sendable {
    /// Places in the letter and among the registered events.
    let draft: Int
    let event: Int
    let likeness: EventName.Likeness
    let relation: DayRelation
    /// Whether the letter itself says that the event's date is replaced.
    let isReplaced: Bool
    /// Higher is more alike.
    let score: Int
}

/// Finds for a draft the events that it might speak of.
struct PairFinder: Sendable {
    let known: [RegisteredEvent]
    let context: MatchContext
    private let decided: [String: MatchDecision.Verdict]

    init(known: [RegisteredEvent], context: MatchContext) {
        self.known = known
        self.context = context
        decided = Dictionary(
            context.decisions.map { (Self.name(of: $0.event, $0.key), $0.verdict) }, uniquingKeysWith: { _, new in new }
        )
    }

    func pairs(of draft: DraftedEvent, at place: Int) -> [Pair] {
        let replacedDays = Set(context.replaced.filter { $0.name.likeness(to: draft.name) != nil }.map(\.day))
        return known.enumerated().compactMap { index, event in
            guard canMeet(draft, event), let likeness = draft.name.likeness(to: event.name) else { return nil }
            let relation = DayRelation(of: draft.content, to: event.content)
            return Pair(
                draft: place, event: index, likeness: likeness, relation: relation,
                isReplaced: replacedDays.contains(event.content.firstDay),
                score: score(draft.content, event.content, likeness, relation))
        }
    }

    /// Of one kind, for somebody in common, in one school year, and not told apart by an officer. What the school called off is
    /// over: a new date for it is a new event.
    func canMeet(_ draft: DraftedEvent, _ event: RegisteredEvent) -> Bool {
        let (mine, theirs) = (draft.content, event.content)
        return mine.kind == theirs.kind && mine.firstDay.schoolYear == theirs.firstDay.schoolYear
            && mine.audience.overlaps(theirs.audience) && (theirs.status != .cancelled || mine.status == .cancelled)
            && !isDecided(draft, event, .separate)
    }

    func isDecided(_ draft: DraftedEvent, _ event: RegisteredEvent, _ verdict: MatchDecision.Verdict) -> Bool {
        !decided.isEmpty && decided[Self.name(of: event.id, draft.key)] == verdict
    }

    private static func name(of event: Event.ID, _ key: String) -> String { "\(event.text) \(key)" }

    /// The name counts before the day, the day before the people, these before the hours.
    private func score(
        _ draft: EventContent, _ event: EventContent, _ likeness: EventName.Likeness, _ relation: DayRelation
    ) -> Int {
        let signs = [
            likeness == .same, relation == .same, draft.audience == event.audience, draft.start == event.start,
            draft.lastDay == event.lastDay,
        ]
        return signs.reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
}
