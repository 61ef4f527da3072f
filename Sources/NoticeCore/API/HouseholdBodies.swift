public struct SeatBody: Codable, Equatable, Sendable {
    public var id: String
    public var association: String
    public var school: String
    /// In the present school year; 0 for a child that starts next April, above the last grade after graduation.
    public var grade: Int
    @Nullable public var `class`: Int?
}

/// `GET /household`.
public struct HouseholdBody: Codable, Equatable, Sendable {
    public var seats: [SeatBody]
    public var hiddenGroups: [String]
    public var feeds: [FeedBody]
}

/// `PATCH /household`.
public struct HouseholdPatchBody: Codable, Equatable, Sendable {
    public var hiddenGroups: [String]?

    public init(hiddenGroups: [String]?) {
        self.hiddenGroups = hiddenGroups
    }
}

/// `PATCH /household/seats/{id}`: the class of this school year.
public struct SeatPatchBody: Codable, Equatable, Sendable {
    public var `class`: Int?

    public init(class: Int?) {
        self.class = `class`
    }
}

/// A calendar of a household: its options. `url` only in the answer that made it.
public struct FeedBody: Codable, Equatable, Sendable {
    public var id: String
    public var label: String
    public var url: String?
    /// Subset of `event`, `deadline`, `closure`, `information`.
    public var kinds: [String]
    /// `full` or `titles`.
    public var detail: String
    /// Minutes before the start; all-day items count from 00:00 of the day. Empty: no reminder.
    public var reminders: [Int]
    /// `ja`, `en` or `ja-simple`.
    public var language: String
    /// `summary` (「中止」 stays visible) or `status` (STATUS:CANCELLED as well).
    public var cancelledStyle: String
    public var created: String
    /// The last day on which a calendar fetched it, or null.
    @Nullable public var lastFetched: String?
    public var revoked: Bool
}

public struct FeedDraftBody: Codable, Equatable, Sendable {
    public var label: String?
    public var kinds: [String]?
    public var detail: String?
    public var reminders: [Int]?
    public var language: String?
    public var cancelledStyle: String?

    public init() {}
}

public struct FeedListBody: Codable, Equatable, Sendable {
    public var feeds: [FeedBody]
}

/// `GET /households`: counts only; a count under five is absent.
public struct HouseholdCountsBody: Codable, Equatable, Sendable {
    @Nullable public var total: Int?
    public var seats: [SeatCountBody]
}

public struct SeatCountBody: Codable, Equatable, Sendable {
    public var school: String
    public var grade: Int
    @Nullable public var seats: Int?
}
