/// A calendar of a household.
public struct Feed: Equatable, Sendable {
    public typealias ID = EntityID<Feed>

    public let id: ID
    public let household: Household.ID
    public let label: String
    public let options: FeedOptions
    public let created: Moment
    public let lastFetched: SchoolDay?
    public let revoked: Moment?
}
