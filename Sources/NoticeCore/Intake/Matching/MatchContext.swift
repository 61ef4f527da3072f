/// What the letter as a whole says.
struct MatchContext: Sendable {
    /// A day before it can no longer be moved.
    var issued: SchoolDay
    /// To whom the letter is addressed; a draft for just these may merely have inherited them.
    var audience: Audience
    /// Events that the letter itself calls replaced (the reader's warnings).
    var replaced: [Replaced] = []
    var decisions: [MatchDecision] = []

    struct Replaced: Equatable, Sendable {
        let name: EventName
        let day: SchoolDay
    }
}
