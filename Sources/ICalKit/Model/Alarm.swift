/// A VALARM.
///
/// RFC 5545, section 3.6.6: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6.6>
public struct Alarm: ComponentView {
    /// When an alarm goes off (RFC 5545, section 3.8.6.3).
    public enum Trigger: Hashable, Sendable {
        /// So long after the start, or before it if negative (RFC 5545, section 3.2.14, RELATED=START).
        case start(CalendarDuration)
        /// So long after the end, or before it if negative (RFC 5545, section 3.2.14, RELATED=END).
        case end(CalendarDuration)
        /// At a moment (RFC 5545, section 3.8.6.3).
        case time(CalendarTime)
    }

    /// The component itself (RFC 5545, section 3.6.6).
    public var component: Component

    /// A component seen as an alarm (RFC 5545, section 3.6.6).
    public init(_ component: Component = Component(.alarm)) { self.component = component }

    /// ACTION (RFC 5545, section 3.8.6.1).
    public var action: String? {
        get { text(.action) }
        set { set(.action, text: newValue) }
    }

    /// TRIGGER (RFC 5545, section 3.8.6.3).
    public var trigger: Trigger? {
        guard let property = component[.trigger] else { return nil }
        if let time = property.time { return .time(time) }
        guard let duration = property.duration else { return nil }
        return property.first("RELATED")?.utf8.span.upperText == "END" ? .end(duration) : .start(duration)
    }

    /// REPEAT, 0 if absent (RFC 5545, section 3.8.6.2).
    public var repeatCount: Int { integer(.repeatCount) ?? 0 }
}
