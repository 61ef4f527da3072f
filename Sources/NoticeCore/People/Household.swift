/// A family: one secret, and a seat for each child. It has no name (PRODUCT, R4).
public struct Household: Equatable, Sendable {
    public typealias ID = EntityID<Household>

    public let id: ID
    public let seats: [Seat]
    /// Groups whose items this household chose not to see; no officer can set, see or count them.
    public let hiddenGroups: [String]
}

/// One child's place at a school: no name, only when the child entered.
public struct Seat: Hashable, Sendable {
    public typealias ID = EntityID<Seat>

    public let id: ID
    public let placement: Placement

    /// The last day of a seat: the 30 April after graduation.
    static func lastDay(entryYear: Int, at school: School) -> SchoolDay {
        SchoolYear(entryYear + school.grades.upperBound).dayOfFarewell.adding(days: -1)
    }
}
