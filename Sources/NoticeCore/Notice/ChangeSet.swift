/// What is cleared and published as one: a letter with its events, an import, a move, a cancellation.
struct ChangeSet: Equatable, Sendable {
    typealias ID = EntityID<ChangeSet>

    let id: ID
    let association: Association.ID
    let kind: Kind
    let school: School.ID?
    /// The letter, and which revision of it, for ``Kind/letter``; the letter alone for a withdrawal of one.
    let notice: Notice.ID?
    let noticeRevision: Int?
    let state: State
    /// Why, in the officer's words.
    let reason: String?
    let author: Officer.ID
    let created: Moment
    let submitted: Moment?
    let clearance: Clearance?
    let returnedReason: String?
    let published: Moment?

    enum Kind: String, CaseIterable, Sendable {
        case letter
        case `import`
        case events
        case move
        case cancel
        case withdraw
    }

    enum State: String, CaseIterable, Sendable {
        case draft
        case pending
        case returned
        case cleared
        case published
        case discarded

        /// Whether its author may still change it.
        var isBeingWritten: Bool { self == .draft || self == .returned }
        var isOpen: Bool { self != .published && self != .discarded }
    }
}

/// One event of a change set.
struct ChangeItem: Equatable, Sendable {
    let event: Event.ID
    let action: Action
    /// The revision that the content was written upon; 0 for a new event.
    let baseRevision: Int
    /// The number that this revision has, or 0 before it is saved.
    var revision = 0
    let content: EventContent
    /// Set for an event that this change set brings into being.
    var birth: Birth?

    enum Action: String, Sendable {
        case create
        case revise
        case cancel
        case withdraw
    }

    /// What an event is born with and keeps.
    struct Birth: Equatable, Sendable {
        let externalID: String?
        let source: NoticeSource
    }
}
