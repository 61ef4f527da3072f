/// A letter's draft on its way to the matcher.
struct DraftedEvent: Sendable {
    let content: EventContent
    let name: EventName

    init(_ content: EventContent) {
        self.content = content
        name = EventName(content.title)
    }

    /// Tells one draft from another when an officer's decision is remembered: what, of which kind, when.
    var key: String { Self.key(kind: content.kind, name: name, day: content.firstDay) }

    static func key(kind: EventKind, name: EventName, day: SchoolDay) -> String {
        "\(kind.rawValue):\(name.core):\(day.text)"
    }
}
