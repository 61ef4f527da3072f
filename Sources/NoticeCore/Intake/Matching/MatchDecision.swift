/// What an officer said of a draft and a registered event, so that nobody is asked again.
struct MatchDecision: Equatable, Sendable {
    let event: Event.ID
    /// ``DraftedEvent/key``.
    let key: String
    let verdict: Verdict

    enum Verdict: String, CaseIterable, Sendable {
        /// They are one.
        case update
        /// They are two.
        case separate
    }
}
