public import ICalKit

/// A calendar day in Asia/Tokyo.
public struct SchoolDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let daysSince1970: Int

    public init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    /// - Returns: `nil` for a day that the calendar does not have (2026-02-30).
    public init?(year: Int, month: Int, day: Int) {
        guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
        daysSince1970 = date.daysSince1970
    }

    /// Reads `YYYY-MM-DD`.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var date: CalendarDate { CalendarDate(daysSince1970: daysSince1970) }
    public var year: Int { date.year }
    public var month: Int { date.month }
    public var dayOfMonth: Int { date.day }

    /// ISO 8601: 1 is Monday, 7 is Sunday.
    public var weekday: Int { date.weekday }

    public static func < (left: SchoolDay, right: SchoolDay) -> Bool { left.daysSince1970 < right.daysSince1970 }
    public func adding(days: Int) -> SchoolDay { SchoolDay(daysSince1970: daysSince1970 + days) }

    /// `YYYY-MM-DD`.
    public var text: String {
        let date = date
        let year = String(date.year)
        return String(repeating: "0", count: max(0, 4 - year.count)) + year
            + "-\(paddedTwo(date.month))-\(paddedTwo(date.day))"
    }

    /// `5/23`, as the change part of a summary writes it.
    public var monthSlashDay: String {
        let date = date
        return "\(date.month)/\(date.day)"
    }

    /// The school year that contains this day: 1 April to 31 March (学校教育法施行規則 第59条).
    public var schoolYear: SchoolYear {
        let date = date
        return SchoolYear(date.month >= 4 ? date.year : date.year - 1)
    }
}

extension SchoolDay: CustomStringConvertible {
    public var description: String { text }
}

extension SchoolDay: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = SchoolDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day YYYY-MM-DD")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
