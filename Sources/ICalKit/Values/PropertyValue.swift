/// A decoded value of a property.
///
/// RFC 5545, section 3.3: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3>
public enum PropertyValue: Hashable, Sendable {
    /// BINARY, decoded from BASE64 (RFC 5545, section 3.3.1).
    case binary([UInt8])
    /// BOOLEAN (RFC 5545, section 3.3.2).
    case boolean(Bool)
    /// CAL-ADDRESS (RFC 5545, section 3.3.3).
    case calendarAddress(String)
    /// DATE or DATE-TIME (RFC 5545, sections 3.3.4 and 3.3.5).
    case time(CalendarTime)
    /// DURATION (RFC 5545, section 3.3.6).
    case duration(CalendarDuration)
    /// FLOAT (RFC 5545, section 3.3.7).
    case float(Double)
    /// INTEGER (RFC 5545, section 3.3.8).
    case integer(Int)
    /// PERIOD (RFC 5545, section 3.3.9).
    case period(CalendarPeriod)
    /// RECUR (RFC 5545, section 3.3.10).
    case recurrence(RecurrenceRule)
    /// TEXT, without escapes (RFC 5545, section 3.3.11).
    case text(String)
    /// TIME (RFC 5545, section 3.3.12).
    case timeOfDay(TimeOfDay)
    /// URI (RFC 5545, section 3.3.13).
    case uri(String)
    /// UTC-OFFSET (RFC 5545, section 3.3.14).
    case utcOffset(UTCOffset)
    /// A value of a type that is not registered, as it stands (RFC 5545, section 3.2.20).
    case unknown(String)

    /// The value as it stands after the colon (RFC 5545, section 3.3).
    public var wireForm: String {
        switch self {
        case .binary(let bytes): Base64.encoded(bytes)
        case .boolean(let flag): flag ? "TRUE" : "FALSE"
        case .calendarAddress(let text), .uri(let text), .unknown(let text): text
        case .time(let time): time.wireForm
        case .duration(let duration): duration.wireForm
        case .float(let number): number.plainForm
        case .integer(let number): "\(number)"
        case .period(let period): period.wireForm
        case .recurrence(let rule): rule.wireForm
        case .text(let text): text.escapedText
        case .timeOfDay(let time): time.wireForm
        case .utcOffset(let offset): offset.wireForm
        }
    }

    init?(_ text: String, type: ValueType, timeZone: String?) {
        let value: PropertyValue? =
            switch type {
            case .binary: Base64.decoded(text).map(Self.binary)
            case .boolean: Self.flag(text).map(Self.boolean)
            case .calendarAddress: .calendarAddress(text)
            case .date, .dateTime: CalendarTime(text, timeZone: timeZone).map(Self.time)
            case .duration: CalendarDuration(text).map(Self.duration)
            case .float: text.float.map(Self.float)
            case .integer: text.utf8.span.integer.map(Self.integer)
            case .period: CalendarPeriod(text, timeZone: timeZone).map(Self.period)
            case .recurrence: (try? RecurrenceRule(text)).map(Self.recurrence)
            case .text: .text(text.unescapedText)
            case .time: TimeOfDay(text).map(Self.timeOfDay)
            case .uri: .uri(text)
            case .utcOffset: UTCOffset(text).map(Self.utcOffset)
            }
        guard let value else { return nil }
        self = value
    }

    private static func flag(_ text: String) -> Bool? {
        switch text.utf8.span.upperText {
        case "TRUE": true
        case "FALSE": false
        default: nil
        }
    }
}

extension String {
    /// A FLOAT: digits with at most one full stop and no exponent (RFC 5545, section 3.3.7).
    var float: Double? {
        let digits = utf8.first == Byte.plus || utf8.first == Byte.minus ? utf8.dropFirst() : utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Byte.isDigit) }) else { return nil }
        return Double(self)
    }

    /// TEXT with its escapes (RFC 5545, section 3.3.11).
    var escapedText: String {
        var bytes: [UInt8] = []
        bytes.append(escapedText: self)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Double {
    /// The number without an exponent (RFC 5545, section 3.3.7).
    fileprivate var plainForm: String {
        let text = "\(self)"
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
        let digits = parts[0].filter { $0 != "." && $0 != "-" }
        let whole = (parts[0].firstIndex(of: ".").map { parts[0][..<$0] } ?? parts[0]).filter { $0 != "-" }.count
        let sign = self < 0 ? "-" : ""
        let place = whole + exponent
        if place <= 0 { return sign + "0." + String(repeating: "0", count: -place) + digits }
        return sign + digits + String(repeating: "0", count: max(place - digits.count, 0))
    }
}
