/// A component seen as what it is, with typed access to what people use and ``component`` for the rest.
///
/// RFC 5545, section 3.6: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6>
public protocol ComponentView: Hashable, Sendable {
    /// The component itself, with every property (RFC 5545, section 3.6).
    var component: Component { get set }
}

extension ComponentView {
    func text(_ name: Token) -> String? { component[name]?.text }

    mutating func set(_ name: Token, text: String?) { set(name, text.map { .text(name, $0) }) }

    func time(_ name: Token) -> CalendarTime? { component[name]?.time }

    mutating func set(_ name: Token, time: CalendarTime?) { set(name, time.map { .time(name, $0) }) }

    func integer(_ name: Token) -> Int? { component[name]?.integer }

    mutating func set(_ name: Token, integer: Int?) {
        set(name, integer.map { Property(name, rawValue: "\($0)") })
    }

    mutating func set(_ name: Token, _ property: Property?) {
        if let property { component.set(property) } else { component.remove(name) }
    }
}

/// What VEVENT, VTODO, VJOURNAL and VFREEBUSY have in common.
extension ComponentView {
    /// UID (RFC 5545, section 3.8.4.7).
    public var uniqueIdentifier: String? {
        get { text(.uniqueIdentifier) }
        set { set(.uniqueIdentifier, text: newValue) }
    }

    /// DTSTAMP (RFC 5545, section 3.8.7.2).
    public var stamp: CalendarTime? {
        get { time(.stamp) }
        set { set(.stamp, time: newValue) }
    }

    /// DTSTART (RFC 5545, section 3.8.2.4).
    public var start: CalendarTime? {
        get { time(.start) }
        set { set(.start, time: newValue) }
    }

    /// SUMMARY (RFC 5545, section 3.8.1.12).
    public var summary: String? {
        get { text(.summary) }
        set { set(.summary, text: newValue) }
    }

    /// DESCRIPTION (RFC 5545, section 3.8.1.5).
    public var description: String? {
        get { text(.description) }
        set { set(.description, text: newValue) }
    }

    /// URL (RFC 5545, section 3.8.4.6).
    public var url: String? {
        get { component[.url]?.rawValue }
        set { set(.url, newValue.map { Property(.url, rawValue: $0) }) }
    }

    /// ATTENDEE addresses (RFC 5545, section 3.8.4.1).
    public var attendees: [Property] { component.all(.attendee) }

    /// ORGANIZER (RFC 5545, section 3.8.4.3).
    public var organizer: Property? { component[.organizer] }
}
