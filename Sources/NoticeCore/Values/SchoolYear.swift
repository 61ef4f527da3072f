import ICalKit

/// 年度: named after the year in which it begins, 1 April to 31 March.
public struct SchoolYear: Hashable, Comparable, Sendable, Codable {
    public let year: Int

    public init(_ year: Int) {
        self.year = year
    }

    public init(from decoder: any Decoder) throws {
        year = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(year)
    }

    public static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.year < right.year }

    public var next: SchoolYear { SchoolYear(year + 1) }
    public var previous: SchoolYear { SchoolYear(year - 1) }

    /// 1 April.
    public var firstDay: SchoolDay { day(4, of: year) }
    /// 31 March of the following calendar year.
    public var lastDay: SchoolDay { day(4, of: year + 1).adding(days: -1) }
    /// The first day (1 May) on which the previous year's graduates are gone and its items leave the calendars.
    public var dayOfFarewell: SchoolDay { day(5, of: year) }

    /// The oldest school year whose items a calendar shows on `day`: until 30 April the previous one.
    public static func oldestShown(on day: SchoolDay) -> SchoolYear {
        day < day.schoolYear.dayOfFarewell ? day.schoolYear.previous : day.schoolYear
    }

    /// The first day of a month; beyond the years that a calendar can spell, their first or last day.
    private func day(_ month: Int, of year: Int) -> SchoolDay {
        SchoolDay(year: year, month: month, day: 1)
            ?? SchoolDay(daysSince1970: (year < 0 ? CalendarDate.earliest : .latest).daysSince1970)
    }
}
