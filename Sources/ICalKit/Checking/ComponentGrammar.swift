/// Which properties a component must have, and which it may have once.
///
/// RFC 5545, section 3.6: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6>
struct ComponentGrammar {
    let section: String
    let required: [Token]
    let single: Set<Token>
    var exclusive: [(Token, Token)] = []

    private static let described: Set<Token> = [
        .uniqueIdentifier, .stamp, .start, .classification, .created, .lastModified, .organizer, .recurrenceIdentifier,
        .sequence, .status, .summary, .url, .color,
    ]

    static func of(_ name: Token) -> ComponentGrammar? { table[name] }

    private static let table: [Token: ComponentGrammar] = [
        .calendar: ComponentGrammar(
            section: "3.6", required: [.productIdentifier],
            single: [
                .productIdentifier, .version, .calendarScale, .method, .uniqueIdentifier, .lastModified, .url,
                .refreshInterval, .source, .color,
            ]),
        .event: ComponentGrammar(
            section: "3.6.1", required: [.uniqueIdentifier, .stamp, .start],
            single: described.union([
                .description, .geo, .location, .priority, .transparency, .end, .duration, .recurrenceRule,
            ]),
            exclusive: [(.end, .duration)]),
        .toDo: ComponentGrammar(
            section: "3.6.2", required: [.uniqueIdentifier, .stamp],
            single: described.union([
                .description, .geo, .location, .priority, .completed, .percentComplete, .due, .duration,
                .recurrenceRule,
            ]),
            exclusive: [(.due, .duration)]),
        .journal: ComponentGrammar(
            section: "3.6.3", required: [.uniqueIdentifier, .stamp], single: described.union([.recurrenceRule])),
        .freeBusy: ComponentGrammar(
            section: "3.6.4", required: [.uniqueIdentifier, .stamp],
            single: [.uniqueIdentifier, .stamp, .start, .end, .contact, .organizer, .url]),
        .timeZone: ComponentGrammar(
            section: "3.6.5", required: [.timeZoneIdentifier],
            single: [.timeZoneIdentifier, .lastModified, .timeZoneURL]),
        .standard: observance, .daylight: observance,
        .alarm: ComponentGrammar(
            section: "3.6.6", required: [.action, .trigger],
            single: [.action, .trigger, .duration, .repeatCount, .description, .summary]),
    ]

    private static let observance = ComponentGrammar(
        section: "3.6.5", required: [.start, .offsetFrom, .offsetTo], single: [.start, .offsetFrom, .offsetTo])
}
