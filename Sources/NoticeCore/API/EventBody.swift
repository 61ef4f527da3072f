/// An event as officers see it; the fields of `testdata/SCHEMA.md`, and its identity.
public struct EventBody: Codable, Equatable, Sendable {
    public var id: String
    /// The newest revision, published or not; `If-Match` takes it.
    public var revision: Int
    /// `draft` (never published), `live`, `cancelled` or `withdrawn`.
    public var state: String
    @Nullable public var school: String?
    /// The identity that the source gave it (行事ID).
    @Nullable public var externalID: String?
    public var title: String
    public var kind: String
    public var start: String
    @Nullable public var end: String?
    public var allDay: Bool
    public var datePrecision: String
    public var status: String
    /// True when every grade of every school of the association is meant.
    public var wholeAssociation: Bool
    public var grades: [Int]
    /// `3-2` is 3年2組.
    public var classes: [String]
    public var groups: [String]
    @Nullable public var place: String?
    public var rainDates: [String]
    public var items: [String]
    @Nullable public var reception: String?
    @Nullable public var note: String?
    /// The letters it rests on.
    public var notices: [String]

    enum CodingKeys: String, CodingKey {
        case id, revision, state, school, title, kind, start, end, allDay, datePrecision, status, wholeAssociation
        case grades, classes, groups, place, rainDates, items, reception, note, notices
        case externalID = "externalId"
    }
}

/// What an officer says of an event. With `id` it updates that event: absent or null keeps a value, `[]` clears it, and
/// so does `""` for a text.
public struct EventDraftBody: Codable, Equatable, Sendable {
    public var id: String?
    public var school: String?
    public var externalID: String?
    public var title: String?
    public var kind: String?
    public var start: String?
    public var end: String?
    public var allDay: Bool?
    public var datePrecision: String?
    public var status: String?
    public var wholeAssociation: Bool?
    public var grades: [Int]?
    public var classes: [String]?
    public var groups: [String]?
    public var place: String?
    public var rainDates: [String]?
    public var items: [String]?
    public var reception: String?
    public var note: String?

    public init() {}

    enum CodingKeys: String, CodingKey {
        case id, school, title, kind, start, end, allDay, datePrecision, status, wholeAssociation
        case grades, classes, groups, place, rainDates, items, reception, note
        case externalID = "externalId"
    }
}

/// `GET /events`.
public struct EventListBody: Codable, Equatable, Sendable {
    public var events: [EventBody]
    /// Pass as `after` to read on; absent on the last page.
    public var next: String?
}

/// `POST /events/{id}/move`: only what is given changes. Rain dates of the old date are dropped unless given anew.
public struct MoveBody: Codable, Equatable, Sendable {
    public var start: String
    public var end: String?
    public var rainDates: [String]?
    public var place: String?
    /// For the officers who look at it; households are told what changed, not why.
    public var reason: String?

    public init(
        start: String, end: String? = nil, rainDates: [String]? = nil, place: String? = nil, reason: String? = nil
    ) {
        self.start = start
        self.end = end
        self.rainDates = rainDates
        self.place = place
        self.reason = reason
    }
}

/// `POST …/cancel`, `POST …/withdraw`, `POST …/return`: why, in the officer's words.
public struct ReasonBody: Codable, Equatable, Sendable {
    public var reason: String?

    public init(reason: String? = nil) {
        self.reason = reason
    }
}
