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
    public var firstDay: SchoolDay { SchoolDay(daysSince1970: Self.april(1, of: year)) }
    /// 31 March of the following calendar year.
    public var lastDay: SchoolDay { SchoolDay(daysSince1970: Self.april(1, of: year + 1) - 1) }
    /// The first day (1 May) on which the previous year's graduates are gone and its items leave the calendars.
    public var dayOfFarewell: SchoolDay { SchoolDay(daysSince1970: Self.april(1, of: year) + 30) }

    /// The oldest school year whose items a calendar shows on `day`: until 30 April the previous one.
    public static func oldestShown(on day: SchoolDay) -> SchoolYear {
        day < day.schoolYear.dayOfFarewell ? day.schoolYear.previous : day.schoolYear
    }

    /// Days from 1970 to a day of April; the calendar always has it, so no optional comes back.
    private static func april(_ day: Int, of year: Int) -> Int {
        let before = year - 1
        let leapDays = before / 4 - before / 100 + before / 400 - 477
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return (year - 1970) * 365 + leapDays + (isLeap ? 91 : 90) + day - 1
    }
}
