/// A DURATION: whole days on the calendar and seconds on the clock.
///
/// RFC 5545, section 3.3.6: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.6>
///
/// The two parts stay apart, because a day is not always 24 hours long.
public struct CalendarDuration: Hashable, Sendable {
    /// Days, a week being seven; negative for a duration that runs backwards (RFC 5545, section 3.3.6).
    public let days: Int
    /// Seconds beside the days, with the same sign (RFC 5545, section 3.3.6).
    public let seconds: Int

    /// A duration by its parts (RFC 5545, section 3.3.6).
    public init(days: Int = 0, seconds: Int = 0) {
        self.days = days
        self.seconds = seconds
    }

    /// Reads `P1DT2H`, `-PT15M`, `P2W` (RFC 5545, section 3.3.6), or gives `nil`.
    public init?(_ text: String) {
        self.init(text.utf8.span)
    }

    init?(_ bytes: Span<UInt8>) {
        var index = 0
        var sign = 1
        if bytes.count > 0, bytes[0] == Byte.minus || bytes[0] == Byte.plus {
            sign = bytes[0] == Byte.minus ? -1 : 1
            index = 1
        }
        guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "p") else { return nil }
        var days = 0
        var seconds = 0
        var number: Int?
        var isTime = false
        index += 1
        guard index < bytes.count else { return nil }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if Byte.isDigit(byte) {
                let value = (number ?? 0) * 10 + Int(byte - Byte.zero)
                guard value <= RecurrenceRule.largestNumber else { return nil }
                number = value
                continue
            }
            let unit = byte & 0xDF
            if unit == Byte.upperT, number == nil, !isTime {
                isTime = true
                continue
            }
            guard let value = number else { return nil }
            number = nil
            switch (unit, isTime) {
            case (UInt8(ascii: "W"), false): days += value * 7
            case (UInt8(ascii: "D"), false): days += value
            case (UInt8(ascii: "H"), true): seconds += value * 3_600
            case (UInt8(ascii: "M"), true): seconds += value * 60
            case (UInt8(ascii: "S"), true): seconds += value
            default: return nil
            }
        }
        guard number == nil else { return nil }
        self.init(days: sign * days, seconds: sign * seconds)
    }

    /// The canonical form (RFC 5545, section 3.3.6).
    public var wireForm: String {
        let isNegative = days < 0 || seconds < 0
        let (days, seconds) = (abs(days), abs(seconds))
        var text = isNegative ? "-P" : "P"
        if seconds == 0, days % 7 == 0, days > 0 { return text + "\(days / 7)W" }
        if days > 0 { text += "\(days)D" }
        if seconds == 0, days > 0 { return text }
        text += "T"
        if seconds >= 3_600 { text += "\(seconds / 3_600)H" }
        if seconds / 60 % 60 > 0 { text += "\(seconds / 60 % 60)M" }
        if seconds % 60 > 0 || seconds == 0 { text += "\(seconds % 60)S" }
        return text
    }
}
