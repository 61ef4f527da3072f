/// A PERIOD of time: a start with an end or a duration.
///
/// RFC 5545, section 3.3.9: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.9>
public struct CalendarPeriod: Hashable, Sendable {
    /// How a period ends (RFC 5545, section 3.3.9).
    public enum End: Hashable, Sendable {
        /// At a time (RFC 5545, section 3.3.9, "period-explicit").
        case time(CalendarTime)
        /// After a duration (RFC 5545, section 3.3.9, "period-start").
        case duration(CalendarDuration)
    }

    /// The start (RFC 5545, section 3.3.9).
    public let start: CalendarTime
    /// The end (RFC 5545, section 3.3.9).
    public let end: End

    /// A period by its parts (RFC 5545, section 3.3.9).
    public init(start: CalendarTime, end: End) {
        self.start = start
        self.end = end
    }

    /// Reads `start/end` or `start/duration` (RFC 5545, section 3.3.9), or gives `nil`.
    public init?(_ text: String, timeZone: String? = nil) {
        self.init(text.utf8.span, timeZone: timeZone)
    }

    init?(_ bytes: Span<UInt8>, timeZone: String?) {
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
            let start = CalendarTime(bytes.extracting(0..<slash), timeZone: timeZone), !start.isDate
        else { return nil }
        let rest = bytes.extracting((slash + 1)..<bytes.count)
        if let end = CalendarTime(rest, timeZone: timeZone), !end.isDate {
            self.init(start: start, end: .time(end))
        } else if let duration = CalendarDuration(rest) {
            self.init(start: start, end: .duration(duration))
        } else {
            return nil
        }
    }

    /// The value as it stands after the colon (RFC 5545, section 3.3.9).
    public var wireForm: String {
        switch end {
        case .time(let end): "\(start.wireForm)/\(end.wireForm)"
        case .duration(let duration): "\(start.wireForm)/\(duration.wireForm)"
        }
    }
}
