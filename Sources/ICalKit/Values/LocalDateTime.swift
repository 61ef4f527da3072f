/// What a calendar and a clock on a wall show together, in no particular zone.
///
/// RFC 5545, section 3.3.5, form 1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5>
public struct LocalDateTime: Hashable, Comparable, Sendable {
    /// Seconds between 1970-01-01 00:00 and this time on the same clock (RFC 5545, section 3.3.5).
    public let seconds: Int64

    /// A time by its distance from 1970-01-01 00:00, held inside the years 0000 to 9999 (RFC 5545, section 3.3.5).
    public init(seconds: Int64) {
        self.seconds = min(max(seconds, Self.earliest), Self.latest)
    }

    /// A time of a day; a second outside of 0 to 86,399 counts on into other days (RFC 5545, section 3.3.5).
    public init(_ date: CalendarDate, secondOfDay: Int = 0) {
        self.init(seconds: Int64(date.days) * CivilCalendar.secondsPerDay + Int64(secondOfDay))
    }

    /// The day (RFC 5545, section 3.3.4).
    public var date: CalendarDate { CalendarDate(daysSince1970: CivilCalendar.split(seconds).days) }

    /// Seconds since midnight, 0 to 86,399 (RFC 5545, section 3.3.12).
    public var secondOfDay: Int { CivilCalendar.split(seconds).second }

    /// Orders by time on the same clock (RFC 5545, section 3.3.5).
    public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool { left.seconds < right.seconds }

    static let earliest = Int64(CivilCalendar.earliestDay) * CivilCalendar.secondsPerDay
    static let latest = Int64(CivilCalendar.latestDay + 1) * CivilCalendar.secondsPerDay - 1
}
