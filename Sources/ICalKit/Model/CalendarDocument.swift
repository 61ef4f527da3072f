/// A whole text/calendar stream: usually one VCALENDAR, possibly several, or bare components.
///
/// RFC 5545, section 3.4: <https://www.rfc-editor.org/rfc/rfc5545#section-3.4>
public struct CalendarDocument: Hashable, Sendable {
    /// The outermost components in their order (RFC 5545, section 3.4).
    public var components: [Component]

    /// A document from its outermost components (RFC 5545, section 3.4).
    public init(_ components: [Component]) {
        self.components = components
    }

    /// Every component of a name, however deep, but not inside of another of that name (RFC 5545, section 3.6).
    public func all(_ name: Token) -> [Component] {
        var found: [Component] = []
        Self.collect(name, in: components, into: &found)
        return found
    }

    private static func collect(_ name: Token, in components: [Component], into found: inout [Component]) {
        for component in components {
            if component.name == name {
                found.append(component)
            } else if !component.components.isEmpty {
                collect(name, in: component.components, into: &found)
            }
        }
    }

    /// VCALENDAR components in file order (RFC 5545, section 3.4).
    public var calendars: [CalendarObject] { all(.calendar).map(CalendarObject.init) }

    /// VEVENT components in file order (RFC 5545, section 3.6.1).
    public var events: [Event] { all(.event).map(Event.init) }

    /// VTODO components in file order (RFC 5545, section 3.6.2).
    public var toDos: [ToDo] { all(.toDo).map(ToDo.init) }

    /// VJOURNAL components in file order (RFC 5545, section 3.6.3).
    public var journals: [Journal] { all(.journal).map(Journal.init) }

    /// VFREEBUSY components in file order (RFC 5545, section 3.6.4).
    public var freeBusys: [FreeBusy] { all(.freeBusy).map(FreeBusy.init) }

    /// VTIMEZONE components in file order (RFC 5545, section 3.6.5).
    public var timeZones: [Component] { all(.timeZone) }
}
