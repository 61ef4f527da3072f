/// `POST /matches`: what of a letter's drafts is registered already.
public struct MatchRequestBody: Codable, Equatable, Sendable {
    public var school: String?
    public var wholeAssociation: Bool?
    /// To whom the letter is addressed; default: all grades of the school.
    public var grades: [Int]?
    public var classes: [String]?
    /// The letter's day of issue; default: today.
    public var issued: String?
    /// Drafts as `POST /notices` takes them; one with `id` is passed over.
    public var events: [EventDraftBody]
    /// Events whose date the letter itself calls replaced.
    public var replaces: [ReplacedEventBody]?

    public init(events: [EventDraftBody]) {
        self.events = events
    }
}

/// An event at a date that no longer holds.
public struct ReplacedEventBody: Codable, Equatable, Sendable {
    public var title: String
    public var start: String

    public init(title: String, start: String) {
        self.title = title
        self.start = start
    }
}

/// Which drafts speak of registered events, and what else follows from that.
public struct MatchesBody: Codable, Equatable, Sendable {
    public var matches: [MatchBody]
    public var adjustments: [AdjustmentBody]

    public init(matches: [MatchBody] = [], adjustments: [AdjustmentBody] = []) {
        self.matches = matches
        self.adjustments = adjustments
    }
}

/// A draft that speaks of a registered event.
public struct MatchBody: Codable, Equatable, Sendable {
    /// The place of the draft in the request, from 0.
    public var draft: Int
    /// `update`: send `update` in place of the draft. `covered`: the draft names several events; send each `update`. `part`: send
    /// the draft as a new event; the registered one keeps the rest of its title.
    public var action: String
    public var event: EventBody
    /// `import`, `letter` or `officer`: where the event comes from.
    public var source: String
    /// The title of the newest letter it rests on.
    @Nullable public var letter: String?
    public var reasons: [MatchReasonBody]
    /// `date_differs`, `audience_differs`, `ambiguous`: why a person has to look.
    public var doubts: [String]
    /// The fields that `update` changes.
    public var fields: [String]
    /// Only `id` when the letter adds nothing; absent for `part`.
    @Nullable public var update: EventDraftBody?
}

/// Why a draft and an event are taken for one.
public struct MatchReasonBody: Codable, Equatable, Sendable {
    /// `same_title`, `similar_title`, `part_of_title`, `same_grades`, `shared_grades`, `same_day`, `shared_days`, `days_apart`,
    /// `replaces` or `decided_before`.
    public var code: String
    /// With `days_apart`: from the registered date to the letter's.
    public var days: Int?
}

/// A registered event that loses a part of its title to a draft.
public struct AdjustmentBody: Codable, Equatable, Sendable {
    public var event: EventBody
    /// Send it along with the drafts.
    public var update: EventDraftBody

    public init(event: EventBody, update: EventDraftBody) {
        self.event = event
        self.update = update
    }
}

/// What an officer decided about a draft and a registered event; `POST /notices` remembers it.
public struct MatchDecisionBody: Codable, Equatable, Sendable {
    public var event: String
    /// `update` or `separate`.
    public var decision: String
    /// The draft as the letter has it.
    public var title: String
    public var kind: String
    public var start: String

    public init(event: String, decision: String, title: String, kind: String, start: String) {
        self.event = event
        self.decision = decision
        self.title = title
        self.kind = kind
        self.start = start
    }
}
