/// A VFREEBUSY.
///
/// RFC 5545, section 3.6.4: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6.4>
public struct FreeBusy: ComponentView {
    /// The component itself (RFC 5545, section 3.6.4).
    public var component: Component

    /// A component seen as free and busy time (RFC 5545, section 3.6.4).
    public init(_ component: Component = Component(.freeBusy)) { self.component = component }

    /// A stretch of time with what FBTYPE says about it (RFC 5545, section 3.2.9).
    public struct Stretch: Hashable, Sendable {
        /// When (RFC 5545, section 3.3.9).
        public let period: CalendarPeriod
        /// FBTYPE, BUSY if absent (RFC 5545, section 3.2.9).
        public let kind: String
    }

    /// DTEND (RFC 5545, section 3.8.2.2).
    public var end: CalendarTime? {
        get { time(.end) }
        set { set(.end, time: newValue) }
    }

    /// Every FREEBUSY period (RFC 5545, section 3.8.2.6).
    public var stretches: [Stretch] {
        component.all(.freeBusyTime).flatMap { property in
            let kind = property.first("FBTYPE") ?? "BUSY"
            return property.periods.map { Stretch(period: $0, kind: kind) }
        }
    }
}
