/// Which of a letter's drafts speak of what is registered already, and what they add to it.
struct MatchPlan: Equatable, Sendable {
    var matches: [EventMatch] = []
    /// Registered events that lose a part of their title to a draft.
    var adjustments: [EventAdjustment] = []
}

/// A draft that speaks of a registered event.
struct EventMatch: Equatable, Sendable {
    /// The place of the draft in its letter. One draft may speak of several events (授業参観・懇談会).
    let draft: Int
    let event: Event.ID
    let action: Action
    var reasons: [Reason]
    var doubts: [Doubt] = []
    /// What the event says with the draft's additions.
    let content: EventContent

    enum Action: String, CaseIterable, Sendable {
        /// The draft becomes a new revision of the event.
        case update
        /// The event is one of several that the draft names together.
        case covered
        /// The event's title lists what the draft names alone: the draft becomes an event of its own.
        case part
    }

    /// Why they are taken for one.
    enum Reason: Equatable, Sendable {
        case sameTitle, similarTitle, partOfTitle
        case sameGrades, sharedGrades
        case sameDay, sharedDays
        case daysApart(Int)
        /// The letter itself names the old date.
        case replaces
        case decidedBefore
    }

    /// Why a person has to look.
    enum Doubt: String, CaseIterable, Sendable {
        /// The date would change, and the letter does not say that it replaces one.
        case dateDiffers = "date_differs"
        case audienceDiffers = "audience_differs"
        /// Another event fits as well.
        case ambiguous
    }
}

/// A registered event whose title no longer lists what has become an event of its own.
struct EventAdjustment: Equatable, Sendable {
    let event: Event.ID
    let content: EventContent
}
