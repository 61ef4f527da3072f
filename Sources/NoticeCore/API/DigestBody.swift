/// A digest as JSON.
public struct DigestBody: Codable, Equatable, Sendable {
    /// `2026-W21`.
    public var week: String
    public var from: String
    public var to: String
    public var language: String
    public var associations: [String]
    public var audience: String
    public var lastConfirmed: String?
    /// This week's and next week's items, each once.
    public var items: [DigestItemBody]
    public var closures: [DigestItemBody]
    public var deadlines: [DigestItemBody]
    public var changes: [DigestChangeBody]
    public var thingsToBring: [ThingsToBringBody]

    public init(_ digest: WeekDigest) {
        week = digest.week.text
        from = digest.week.firstDay.text
        to = digest.week.next.lastDay.text
        language = digest.language.rawValue
        associations = digest.associationNames.map(\.text)
        audience = digest.audience
        lastConfirmed = digest.lastConfirmed?.text
        var seen: [DigestItem] = []
        for item in digest.weeks.flatMap(\.days).flatMap(\.items) where !seen.contains(item) { seen.append(item) }
        items = seen.map(DigestItemBody.init)
        closures = digest.closures.map(DigestItemBody.init)
        deadlines = digest.deadlines.map(DigestItemBody.init)
        changes = digest.changes.map(DigestChangeBody.init)
        thingsToBring = digest.thingsToBring.map {
            ThingsToBringBody(day: $0.day.text, title: $0.title, label: $0.label, things: $0.things)
        }
    }
}

public struct DigestItemBody: Codable, Equatable, Sendable {
    public var id: String
    public var title: String
    public var label: String
    public var kind: String
    public var status: String
    public var start: String
    public var end: String
    public var time: String?
    public var place: String?
    public var items: [String]
    public var reception: String?
    public var note: String?
    public var rainDates: [String]
    public var rainDate: Bool
    public var change: String?
    public var groups: [String]
    public var daysLeft: Int?

    init(_ item: DigestItem) {
        id = item.id
        title = item.title
        label = item.label
        kind = item.kind.rawValue
        status = item.status.rawValue
        start = item.firstDay.text
        end = item.lastDay.text
        time = item.time
        place = item.place
        items = item.items
        reception = item.reception
        note = item.note
        rainDates = item.rainDates.map(\.text)
        rainDate = item.isRainDate
        change = item.change
        groups = item.groups
        daysLeft = item.daysLeft
    }
}

public struct DigestChangeBody: Codable, Equatable, Sendable {
    /// `moved`, `cancelled` or `withdrawn`.
    public var kind: String
    public var title: String
    public var text: String
    public var published: String

    init(_ change: DigestChange) {
        kind = change.kind.rawValue
        title = change.title
        text = change.text
        published = change.published.text
    }
}

public struct ThingsToBringBody: Codable, Equatable, Sendable {
    public var day: String
    public var title: String
    public var label: String
    public var things: [String]
}
