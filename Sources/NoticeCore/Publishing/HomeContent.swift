/// What a household's own page shows.
public struct HomeContent: Equatable, Sendable {
    public let household: HouseholdBody
    public let today: SchoolDay
    /// Newest first, at most 50.
    public let letters: [HomeLetter]
    /// From today on, at most ten.
    public let nextItems: [DigestItem]
    public let digest: WeekDigest
    /// Groups that occur in what the household sees, and those it hides: name and what people call it.
    public let groups: [HomeGroup]
}

public struct HomeGroup: Equatable, Sendable {
    public let id: String
    public let name: String
    public let isHidden: Bool
}

/// A published letter, as far as it may be republished.
public struct HomeLetter: Equatable, Sendable {
    public let id: String
    public let title: String
    public let issued: SchoolDay
    /// The school's name, or the association's for a letter of its own.
    public let sender: SpokenText
    /// Every grade that it was written for, for the chips.
    public let grades: [String]
    /// Absent where only dates may be republished.
    public let text: String?
    public let items: [DigestItem]
    /// Files stay with the school until they can be cleaned; only their number is told.
    public let attachments: Int
    /// Published more than once.
    public let isRevised: Bool
}
