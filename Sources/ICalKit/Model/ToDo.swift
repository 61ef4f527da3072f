/// A VTODO.
///
/// RFC 5545, section 3.6.2: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6.2>
public struct ToDo: RecurringView {
    /// The component itself (RFC 5545, section 3.6.2).
    public var component: Component

    /// A component seen as something to do (RFC 5545, section 3.6.2).
    public init(_ component: Component = Component(.toDo)) { self.component = component }

    /// DUE (RFC 5545, section 3.8.2.3).
    public var due: CalendarTime? {
        get { time(.due) }
        set { set(.due, time: newValue) }
    }

    /// DURATION (RFC 5545, section 3.8.2.5).
    public var duration: CalendarDuration? {
        get { component[.duration]?.duration }
        set { set(.duration, newValue.map { Property(.duration, rawValue: $0.wireForm) }) }
    }

    /// COMPLETED (RFC 5545, section 3.8.2.1).
    public var completed: CalendarTime? {
        get { time(.completed) }
        set { set(.completed, time: newValue) }
    }

    /// PERCENT-COMPLETE (RFC 5545, section 3.8.1.8).
    public var percentComplete: Int? {
        get { integer(.percentComplete) }
        set { set(.percentComplete, integer: newValue) }
    }

    /// VALARM components (RFC 5545, section 3.6.6).
    public var alarms: [Alarm] { component.components(.alarm).map(Alarm.init) }
}
