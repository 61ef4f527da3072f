/// A letter's draft on its way to the matcher.
struct DraftedEvent: Sendable {
    let content: EventContent
    let name: EventName
    /// Tells one draft from another when an officer's decision is remembered: what, of which kind, when.
    let key: String

    init(_ content: EventContent) {
        self.content = content
        name = EventName(content.title)
        key = Self.key(kind: content.kind, name: name, day: content.firstDay)
    }

    static func key(kind: EventKind, name: EventName, day: SchoolDay) -> String {
        "\(kind.rawValue):\(name.core):\(day.text)"
    }
}
