/// One time at which an event takes place.
///
/// RFC 5545, section 3.8.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5>
public struct Occurrence: Sendable {
    let shared: SharedEvent

    /// Whether the event takes whole days (RFC 5545, section 3.3.4).
    public let isDate: Bool
    /// Whether the moments are in UTC: the event is zoned or in UTC, and its zone is known (RFC 5545, section 3.3.5).
    public let isAbsolute: Bool
    let identifierForm: IdentifierForm
    /// The start as a moment; for whole days and floating times that of the wall clock (RFC 5545, section 3.3.5).
    public let startMoment: Int64
    /// The end as a moment, like ``startMoment`` (RFC 5545, section 3.8.2.2).
    public let endMoment: Int64
    /// The moment that RECURRENCE-ID names or would name (RFC 5545, section 3.8.4.4).
    public let identifierMoment: Int64

    /// The event, or the one that stands in for this instance (RFC 5545, section 3.8.4.4).
    public var event: Event { shared.event }

    /// What RECURRENCE-ID says or would say: DATE, floating, or UTC for a moment (RFC 5545, section 3.8.4.4).
    ///
    /// It has the form of the series, which an instance that was changed need not have kept.
    public var identifier: CalendarTime {
        let local = LocalDateTime(seconds: identifierMoment)
        switch identifierForm {
        case .date: return .date(local.date)
        case .floating: return .floating(local)
        case .utc: return .utc(local)
        case .property: return event.recurrenceIdentifier ?? .utc(local)
        }
    }

    /// Where the form of ``identifier`` comes from.
    enum IdentifierForm: UInt8 {
        case date, floating, utc
        /// RECURRENCE-ID as it stands.
        case property
    }

    /// A moment of this occurrence in its own form: DATE, floating, or UTC (RFC 5545, section 3.3.5).
    public func time(_ moment: Int64) -> CalendarTime {
        let local = LocalDateTime(seconds: moment)
        if isDate { return .date(local.date) }
        return isAbsolute ? .utc(local) : .floating(local)
    }
}

/// An event by its place among all events of a document: many occurrences share one list.
struct SharedEvent {
    private let events: [Event]
    private let place: Int32

    init(_ events: [Event], _ place: Int) {
        self.events = events
        self.place = Int32(truncatingIfNeeded: place)
    }

    var event: Event { events[Int(place)] }
}
