extension EventDraftBody {
    /// What a letter says of an event, as far as a draft can hold it; a longer text is cut, for a person reads it anyway.
    public init(_ event: LetterEvent) {
        self.init()
        title = String(event.title.prefix(200))
        kind = event.kind.rawValue
        start = event.start
        end = event.end
        allDay = event.allDay
        datePrecision = event.datePrecision.rawValue
        status = event.status.rawValue
        grades = event.grades
        classes = event.classes.isEmpty ? nil : event.classes
        groups = event.groups.isEmpty ? nil : event.groups
        place = event.place.map { String($0.prefix(200)) }
        rainDates = event.rainDates.isEmpty ? nil : Array(event.rainDates.prefix(10))
        items = event.items.isEmpty ? nil : event.items.prefix(50).map { String($0.prefix(100)) }
        reception = event.reception
        note = event.note.map { String($0.prefix(2000)) }
    }
}

extension LetterReading {
    /// The events whose date the letter itself calls replaced.
    public var replacedEvents: [ReplacedEventBody] {
        warnings.flatMap { $0.replaces ?? [] }.map { ReplacedEventBody(title: $0.title, start: $0.start) }
    }
}
