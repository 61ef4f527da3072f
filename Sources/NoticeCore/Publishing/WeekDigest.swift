/// This week and the next for a household or a grade.
public struct WeekDigest: Equatable, Sendable {
    public let language: Language
    public let week: Week
    /// The associations that speak, by their own names.
    public let associationNames: [SpokenText]
    /// The children concerned: 「1年」, 「中1・小4」.
    public let audience: String
    /// This week and the next.
    public let weeks: [DigestWeek]
    public let closures: [DigestItem]
    public let deadlines: [DigestItem]
    /// Told since a week before the first day.
    public let changes: [DigestChange]
    public let thingsToBring: [ThingsToBring]
    /// 「最終確認日」: when an officer last published something; the earlier one of several associations.
    public let lastConfirmed: SchoolDay?

    public var isEmpty: Bool { weeks.allSatisfy { $0.days.allSatisfy(\.items.isEmpty) } }
}

public struct DigestWeek: Equatable, Sendable {
    public let week: Week
    public let days: [DigestDay]

    public var isEmpty: Bool { days.allSatisfy(\.items.isEmpty) }
}

public struct DigestDay: Equatable, Sendable {
    public let day: SchoolDay
    /// The name of a public holiday.
    public let holiday: String?
    public let items: [DigestItem]
}

public struct ThingsToBring: Equatable, Sendable {
    public let day: SchoolDay
    public let title: String
    public let label: String
    public let things: [String]
}
