/// What a household chose for one of its calendars.
public struct FeedOptions: Hashable, Sendable {
    public var kinds: Set<EventKind> = Set(EventKind.allCases)
    public var detail: Detail = .full
    /// Minutes before the start at which a calendar program reminds; none unless chosen.
    public var reminders: [Int] = []
    public var language: Language = .ja
    public var cancelledStyle: CancelledStyle = .summary

    public init() {}

    public enum Detail: String, CaseIterable, Sendable {
        case full
        /// Titles and times only, for calendars that others can see.
        case titles
    }

    public enum CancelledStyle: String, CaseIterable, Sendable {
        /// 「中止」 in the title; the item stays visible everywhere.
        case summary
        /// STATUS:CANCELLED as well, which some calendar programs hide.
        case status
    }
}
