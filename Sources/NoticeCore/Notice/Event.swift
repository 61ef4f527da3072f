/// An event stands on its own: it has its own identity and history, and rests on letters and imports.
public enum Event {
    public typealias ID = EntityID<Event>
}

/// A letter of the school or the association.
public enum Notice {
    public typealias ID = EntityID<Notice>
}
