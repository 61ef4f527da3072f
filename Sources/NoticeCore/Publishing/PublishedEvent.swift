/// What households see of an event: its newest published revision, and how it came to differ from what they saw before.
struct PublishedEvent: Sendable {
    let id: Event.ID
    let association: Association.ID
    let revision: Int
    let content: EventContent
    let isWithdrawn: Bool
    /// When this revision was published.
    let published: Moment
    /// The change that families are told of, if any.
    let change: VisibleChange?
    /// Whether the rain dates belong to the present date; a move drops those of the old one.
    let rainDatesHold: Bool
    /// Whose words it carries: `school` as soon as one of the school's letters or tables contributed.
    let source: NoticeSource
}

/// A change of date, time or place since the version published before it.
struct VisibleChange: Hashable, Sendable {
    /// The last published first day.
    let oldDay: SchoolDay
    let oldStart: WallTime?
    let oldPlace: String?
    /// When it was published.
    let published: Moment
}
