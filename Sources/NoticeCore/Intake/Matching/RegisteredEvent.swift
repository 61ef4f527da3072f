/// An event that a letter may speak of again.
struct RegisteredEvent: Sendable {
    let id: Event.ID
    let content: EventContent
    let name: EventName

    init(id: Event.ID, content: EventContent) {
        self.id = id
        self.content = content
        name = EventName(content.title)
    }
}
