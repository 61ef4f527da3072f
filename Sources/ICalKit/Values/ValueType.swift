/// The types that a property value may have.
///
/// RFC 5545, section 3.2.20: <https://www.rfc-editor.org/rfc/rfc5545#section-3.2.20>
public enum ValueType: String, Hashable, Sendable, CaseIterable {
    /// BINARY (RFC 5545, section 3.3.1).
    case binary = "BINARY"
    /// BOOLEAN (RFC 5545, section 3.3.2).
    case boolean = "BOOLEAN"
    /// CAL-ADDRESS (RFC 5545, section 3.3.3).
    case calendarAddress = "CAL-ADDRESS"
    /// DATE (RFC 5545, section 3.3.4).
    case date = "DATE"
    /// DATE-TIME (RFC 5545, section 3.3.5).
    case dateTime = "DATE-TIME"
    /// DURATION (RFC 5545, section 3.3.6).
    case duration = "DURATION"
    /// FLOAT (RFC 5545, section 3.3.7).
    case float = "FLOAT"
    /// INTEGER (RFC 5545, section 3.3.8).
    case integer = "INTEGER"
    /// PERIOD (RFC 5545, section 3.3.9).
    case period = "PERIOD"
    /// RECUR (RFC 5545, section 3.3.10).
    case recurrence = "RECUR"
    /// TEXT (RFC 5545, section 3.3.11).
    case text = "TEXT"
    /// TIME (RFC 5545, section 3.3.12).
    case time = "TIME"
    /// URI (RFC 5545, section 3.3.13).
    case uri = "URI"
    /// UTC-OFFSET (RFC 5545, section 3.3.14).
    case utcOffset = "UTC-OFFSET"

    /// The type that a property has where VALUE does not say otherwise (RFC 5545, section 3.8); TEXT for unknown ones.
    static func usual(_ name: Token) -> ValueType { table[name] ?? .text }

    /// Whether white space is part of a value.
    var isText: Bool { self == .text || self == .uri || self == .calendarAddress }

    /// Properties whose value is a list with commas (RFC 5545, section 3.8).
    static let lists: Set<Token> = [
        .categories, .resources, .freeBusyTime, .exceptionDate, .recurrenceDate, .locationType,
    ]

    private static let table: [Token: ValueType] = [
        .attachment: .uri, .timeZoneURL: .uri, .url: .uri, .source: .uri, .image: .uri, .conference: .uri,
        .structuredData: .uri,
        .attendee: .calendarAddress, .organizer: .calendarAddress, .calendarAddress: .calendarAddress,
        .completed: .dateTime, .end: .dateTime, .due: .dateTime, .start: .dateTime, .recurrenceIdentifier: .dateTime,
        .exceptionDate: .dateTime, .recurrenceDate: .dateTime, .created: .dateTime, .stamp: .dateTime,
        .lastModified: .dateTime,
        .duration: .duration, .trigger: .duration, .refreshInterval: .duration,
        .freeBusyTime: .period, .recurrenceRule: .recurrence, "EXRULE": .recurrence,
        .percentComplete: .integer, .priority: .integer, .repeatCount: .integer, .sequence: .integer,
        .offsetFrom: .utcOffset, .offsetTo: .utcOffset, .geo: .float,
    ]
}
