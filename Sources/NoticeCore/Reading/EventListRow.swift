/// One row of an event list, valid by itself.
///
/// Whether it is new or a correction of an event that is already registered is for the import to find out. With an
/// ``externalID`` that is certain. Without one only title, kind and grades can be compared, and those are no identity: two
/// rows that differ in nothing but their days (資源回収 in June and in October) are two events, and a row whose day was
/// corrected looks the same. The import reports such a match as a guess.
public struct EventListRow: Equatable, Sendable {
    /// As a spreadsheet shows it, the header being row 1.
    public let row: Int
    /// The month's heading, when the table is a year plan of days × months.
    public let column: String?
    /// 行事ID
    public let externalID: String?
    public let title: String
    public let kind: EventKind
    public let firstDay: SchoolDay
    /// Inclusive; ``firstDay`` when the row names no other.
    public let lastDay: SchoolDay
    public let start: WallTime?
    /// May stand without ``start``: a deadline's last moment.
    public let end: WallTime?
    public let status: EventStatus
    /// Ascending; empty for people outside the school.
    public let grades: [Int]
    /// Empty when whole grades are meant.
    public let classes: [SchoolClass]
    /// Labels such as `parents`; a list has no column for them.
    public let groups: [String]
    public let place: String?
    public let rainDates: [SchoolDay]
    /// Things to bring.
    public let items: [String]
    public let note: String?
}
