/// An instant: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Moment: Hashable, Comparable, Sendable, Codable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    /// Whole seconds since 1970, rounded down.
    public var seconds: Int64 { milliseconds.quotientRoundedDown(by: 1000) }

    public func adding(seconds: Int64) -> Moment { Moment(milliseconds: milliseconds + seconds * 1000) }
    public func adding(days: Int) -> Moment { adding(seconds: Int64(days) * 86_400) }

    /// The day in Asia/Tokyo, whatever `TZ` says: Japan has kept UTC+9 without summer time since 1952.
    public var day: SchoolDay {
        SchoolDay(daysSince1970: Int((seconds + Self.tokyoOffset).quotientRoundedDown(by: 86_400)))
    }

    /// The first instant of a day in Asia/Tokyo.
    public init(startOf day: SchoolDay) {
        milliseconds = (Int64(day.daysSince1970) * 86_400 - Self.tokyoOffset) * 1000
    }

    /// RFC 3339 with Tokyo's offset, in whole seconds: `2026-05-23T09:00:00+09:00`.
    public var text: String {
        let second = Int(seconds + Self.tokyoOffset - Int64(day.daysSince1970) * 86_400)
        return "\(day.text)T\(WallTime(minute: second / 60).text):\(paddedTwo(second % 60))+09:00"
    }

    /// Seconds that Asia/Tokyo is ahead of UTC.
    static let tokyoOffset: Int64 = 9 * 3600
}

extension FixedWidthInteger {
    /// Division that rounds towards minus infinity, for days and seconds before 1970.
    func quotientRoundedDown(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// Two digits, for clock and calendar fields.
func paddedTwo(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
