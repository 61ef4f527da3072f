/// An event as officers see it: its newest wording, published or not.
struct EventRow: Sendable {
    let id: Event.ID
    let externalID: String?
    let latestRevision: Int
    let liveRevision: Int
    let isWithdrawn: Bool
    /// The revision that ``content`` is.
    let revision: Int
    let content: EventContent
    let notices: [String]

    /// Begins a statement; `l`, `e` and `i` are the listing, the event and its newest wording.
    static let select = """
        SELECT e.id AS event_id, e.external_id AS external_id, e.latest_revision AS latest_revision,
            e.live_revision AS live_revision, i.revision AS item_revision,
            coalesce((SELECT max(r.withdrawn) FROM event_revision r
                WHERE r.event_id = e.id AND r.revision = e.live_revision), 0) AS withdrawn,
            \(EventContentColumns.selected(from: "i"))
        FROM event_listing l
        JOIN event e ON e.id = l.event_id
        JOIN change_item i ON i.change_set_id = l.change_set_id AND i.event_id = l.event_id
        """

    init(_ row: Row, in database: any DatabaseSession) throws {
        id = try row.id("event_id")
        externalID = try row.textIfAny("external_id")
        latestRevision = try row.integer("latest_revision")
        liveRevision = try row.integer("live_revision")
        isWithdrawn = try row.flag("withdrawn")
        revision = try row.integer("item_revision")
        content = try EventContentColumns.content(from: row)
        notices = try database.query(
            "SELECT notice_id FROM notice_event WHERE event_id = $1 ORDER BY notice_id", .id(id)
        ).map { try $0.text("notice_id") }
    }

    /// Whether households already read exactly this.
    func isPublished(saying content: EventContent) -> Bool {
        liveRevision > 0 && liveRevision == latestRevision && !isWithdrawn && content == self.content
    }

    var body: EventBody {
        let state =
            if liveRevision == 0 {
                "draft"
            } else if isWithdrawn {
                "withdrawn"
            } else if content.status == .cancelled {
                "cancelled"
            } else {
                "live"
            }
        return EventBody(
            id: id, revision: latestRevision, state: state, externalID: externalID, content: content, notices: notices
        )
    }
}

extension DatabaseSession {
    /// - Throws: ``NoticeError/notFound`` also for one of another association.
    func event(_ id: Event.ID, of association: Association.ID) throws -> EventRow {
        guard
            let row = try first(
                "\(EventRow.select) WHERE l.event_id = $1 AND l.association_id = $2", .id(id), .slug(association)
            )
        else { throw NoticeError.notFound }
        return try EventRow(row, in: self)
    }

    /// - Throws: ``NoticeError/preconditionFailed(revision:)`` when somebody else was faster.
    func event(_ id: Event.ID, of association: Association.ID, expecting revision: Int) throws -> EventRow {
        let event = try event(id, of: association)
        guard event.latestRevision == revision else {
            throw NoticeError.preconditionFailed(revision: event.latestRevision)
        }
        return event
    }
}
