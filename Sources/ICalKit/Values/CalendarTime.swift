/// A DATE or a DATE-TIME in one of its three forms.
///
/// RFC 5545, sections 3.3.4 and 3.3.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5>
public enum CalendarTime: Hashable, Sendable {
    /// A whole day (RFC 5545, section 3.3.4).
    case date(CalendarDate)
    /// The same wall clock wherever the reader is (RFC 5545, section 3.3.5, form 1).
    case floating(LocalDateTime)
    /// A moment in UTC (RFC 5545, section 3.3.5, form 2).
    case utc(LocalDateTime)
    /// A wall clock in the zone that TZID names (RFC 5545, section 3.3.5, form 3).
    case zoned(LocalDateTime, String)

    /// What the calendar and clock show, midnight for a whole day (RFC 5545, section 3.3.5).
    public var local: LocalDateTime {
        switch self {
        case .date(let date): LocalDateTime(date)
        case .floating(let local), .utc(let local), .zoned(let local, _): local
        }
    }

    /// Whether this is a whole day (RFC 5545, section 3.3.4).
    public var isDate: Bool {
        if case .date = self { return true }
        return false
    }

    /// The same form at another time: a shifted occurrence keeps DATE, zone or UTC (RFC 5545, section 3.8.5.3).
    public func replacingLocal(_ local: LocalDateTime) -> CalendarTime {
        switch self {
        case .date: .date(local.date)
        case .floating: .floating(local)
        case .utc: .utc(local)
        case .zoned(_, let identifier): .zoned(local, identifier)
        }
    }

    /// The value as it stands after the colon; TZID is a parameter and not part of it (RFC 5545, section 3.3.5).
    public var wireForm: String {
        var bytes: [UInt8] = []
        bytes.append(time: self)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads a DATE or DATE-TIME (RFC 5545, sections 3.3.4 and 3.3.5), or gives `nil`.
    ///
    /// - Parameters:
    ///   - text: The value as it stands after the colon.
    ///   - timeZone: TZID of the property; a value in UTC ignores it.
    public init?(_ text: String, timeZone: String? = nil) {
        self.init(text.utf8.span, timeZone: timeZone)
    }

    init?(_ bytes: Span<UInt8>, timeZone: String?) {
        guard let (date, second, isUTC) = Self.parts(bytes) else { return nil }
        guard let second else {
            self = .date(date)
            return
        }
        let local = LocalDateTime(date, secondOfDay: second)
        if isUTC {
            self = .utc(local)
        } else if let timeZone {
            self = .zoned(local, timeZone)
        } else {
            self = .floating(local)
        }
    }

    private static func parts(_ bytes: Span<UInt8>) -> (CalendarDate, Int?, isUTC: Bool)? {
        let count = bytes.count
        guard count >= 8, let century = bytes.twoDigits(0), let year = bytes.twoDigits(2),
            let month = bytes.twoDigits(4), let day = bytes.twoDigits(6),
            let date = CalendarDate(year: century * 100 + year, month: month, day: day)
        else { return nil }
        if count == 8 { return (date, nil, false) }
        guard count == 15 || count == 16, bytes[8] | 0x20 == 0x74, let hour = bytes.twoDigits(9), hour < 24,
            let minute = bytes.twoDigits(11), minute < 60, let second = bytes.twoDigits(13), second <= 60
        else { return nil }
        if count == 16, bytes[15] | 0x20 != 0x7A { return nil }
        // A leap second is read as the second before it (RFC 5545, section 3.3.12).
        return (date, hour * 3_600 + minute * 60 + min(second, 59), count == 16)
    }
}

extension Span where Element == UInt8 {
    @inline(__always)
    func twoDigits(_ index: Int) -> Int? {
        let tens = self[index] &- Byte.zero
        let ones = self[index + 1] &- Byte.zero
        guard tens < 10, ones < 10 else { return nil }
        return Int(tens) * 10 + Int(ones)
    }
}

extension [UInt8] {
    mutating func append(time: CalendarTime) {
        append(date: time.local.date)
        if time.isDate { return }
        append(timeOfDay: time.local.secondOfDay)
        if case .utc = time { append(Byte.upperZ) }
    }
}
