/// What a household's own page shows.
public struct HomeContent: Equatable, Sendable {
    public let household: HouseholdBody
    public let today: SchoolDay
    /// The children's schools, in the order of their seats, each once.
    public let schools: [HomeSchool]
    /// Newest first, at most 50.
    public let letters: [HomeLetter]
    /// From today on, at most ten.
    public let nextItems: [DigestItem]
    public let digest: WeekDigest
    /// Groups that occur in what the household sees, and those it hides: name and what people call it.
    public let groups: [HomeGroup]
}

public struct HomeSchool: Equatable, Sendable {
    public let association: String
    public let id: String
    public let name: String
    /// Of a grade: the classes that the school named.
    public let classes: [Int: [Int]]
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
    public let schoolName: String
    public let associationName: String
    public let source: NoticeSource
    /// The household's own grades that it concerns: 「1・3年」.
    public let label: String
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
