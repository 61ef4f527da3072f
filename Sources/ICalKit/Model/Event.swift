/// A VEVENT.
///
/// RFC 5545, section 3.6.1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1>
public struct Event: RecurringView {
    /// The component itself (RFC 5545, section 3.6.1).
    public var component: Component

    /// A component seen as an event (RFC 5545, section 3.6.1).
    public init(_ component: Component = Component(.event)) { self.component = component }

    /// DTEND (RFC 5545, section 3.8.2.2).
    public var end: CalendarTime? {
        get { time(.end) }
        set { set(.end, time: newValue) }
    }

    /// DURATION (RFC 5545, section 3.8.2.5).
    public var duration: CalendarDuration? {
        get { component[.duration]?.duration }
        set { set(.duration, newValue.map { Property(.duration, rawValue: $0.wireForm) }) }
    }

    /// LOCATION (RFC 5545, section 3.8.1.7).
    public var location: String? {
        get { text(.location) }
        set { set(.location, text: newValue) }
    }

    /// GEO (RFC 5545, section 3.8.1.6).
    public var geo: (latitude: Double, longitude: Double)? { component[.geo]?.geo }

    /// PRIORITY, 0 if absent (RFC 5545, section 3.8.1.9).
    public var priority: Int {
        get { integer(.priority) ?? 0 }
        set { set(.priority, integer: newValue) }
    }

    /// Whether the time stays free for others, TRANSP (RFC 5545, section 3.8.2.7).
    public var isTransparent: Bool {
        get { text(.transparency)?.utf8.span.upperText == "TRANSPARENT" }
        set { set(.transparency, text: newValue ? "TRANSPARENT" : "OPAQUE") }
    }

    /// CONFERENCE (RFC 7986, section 5.11).
    public var conferences: [Property] { component.all(.conference) }

    /// VALARM components (RFC 5545, section 3.6.6).
    public var alarms: [Alarm] { component.components(.alarm).map(Alarm.init) }
}
