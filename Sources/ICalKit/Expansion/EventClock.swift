/// The clock on which an event's times are shown: that of its zone, UTC, or the wall clock of whoever reads it.
///
/// RFC 5545, section 3.3.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5>
struct EventClock {
    let zone: TimeZoneRules
    /// Whether its times are moments: not so for whole days, floating times and zones that nobody knows.
    let isAbsolute: Bool

    init(of time: CalendarTime, resolver: inout TimeZoneResolver) {
        switch time {
        case .date, .floating:
            zone = .utc
            isAbsolute = false
        case .utc:
            zone = .utc
            isAbsolute = true
        case .zoned(_, let identifier):
            let rules = resolver.rules(identifier)
            zone = rules ?? .utc
            isAbsolute = rules != nil
        }
    }

    /// A time of any form as a moment; one without a zone is read on this clock.
    func moment(_ time: CalendarTime, resolver: inout TimeZoneResolver) -> Int64 {
        switch time {
        case .utc(let moment):
            return isAbsolute ? moment.seconds : zone.local(at: moment.seconds)
        case .date, .floating:
            return zone.moment(local: time.local.seconds)
        case .zoned(let local, let identifier):
            guard isAbsolute, let rules = resolver.rules(identifier) else { return zone.moment(local: local.seconds) }
            return rules.moment(local: local.seconds)
        }
    }
}
