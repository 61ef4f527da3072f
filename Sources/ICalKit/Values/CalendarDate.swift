/// A day of the proleptic Gregorian calendar, from 0000-01-01 to 9999-12-31.
///
/// RFC 5545, section 3.3.4: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.4>
public struct CalendarDate: Hashable, Comparable, Sendable {
    let days: Int32

    /// The first day that an iCalendar DATE can spell, 0000-01-01 (RFC 5545, section 3.3.4).
    public static let earliest = CalendarDate(daysSince1970: CivilCalendar.earliestDay)

    /// The last day that an iCalendar DATE can spell, 9999-12-31 (RFC 5545, section 3.3.4).
    public static let latest = CalendarDate(daysSince1970: CivilCalendar.latestDay)

    /// A day by its parts, or `nil` where the calendar has no such day (RFC 5545, section 3.3.4).
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilCalendar.daysInMonth(year: year, month: month)
        else { return nil }
        days = Int32(truncatingIfNeeded: CivilCalendar.days(year: year, month: month, day: day))
    }

    /// The day that lies so many days after 1970-01-01, held inside the years 0000 to 9999 (RFC 5545, section 3.3.4).
    public init(daysSince1970: Int) {
        days = Int32(truncatingIfNeeded: min(max(daysSince1970, CivilCalendar.earliestDay), CivilCalendar.latestDay))
    }

    /// Days after 1970-01-01, negative before it; the arithmetic form of RFC 5545, section 3.3.4.
    public var daysSince1970: Int { Int(days) }

    /// Year, 0 to 9999 (RFC 5545, section 3.3.4).
    public var year: Int { CivilCalendar.civil(Int(days)).year }

    /// Month, 1 to 12 (RFC 5545, section 3.3.4).
    public var month: Int { CivilCalendar.civil(Int(days)).month }

    /// Day of the month, 1 to 31 (RFC 5545, section 3.3.4).
    public var day: Int { CivilCalendar.civil(Int(days)).day }

    /// Year, month and day at once, cheaper than one after the other (RFC 5545, section 3.3.4).
    public var parts: (year: Int, month: Int, day: Int) { CivilCalendar.civil(Int(days)) }

    /// Weekday as ISO 8601 counts: Monday is 1, Sunday is 7 (RFC 5545, section 3.3.10, default of WKST).
    public var weekday: Int { CivilCalendar.weekday(Int(days)) + 1 }

    /// Orders by time, the order of RFC 5545, section 3.3.4 values.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }
}
