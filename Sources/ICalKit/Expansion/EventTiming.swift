/// When an event starts and how long it lasts, with its zone found.
///
/// RFC 5545, section 3.6.1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1>
struct EventTiming {
    let start: CalendarTime
    let clock: EventClock
    private let length: Length

    private enum Length {
        /// Seconds that pass.
        case exact(Int64)
        /// Seconds on the wall clock of the start.
        case wallClock(Int64)
        case nominal(CalendarDuration)
    }

    init?(_ component: Component, resolver: inout TimeZoneResolver) {
        var startProperty: Property?
        var endProperty: Property?
        var durationProperty: Property?
        for property in component.properties {
            switch property.name {
            case .start where startProperty == nil: startProperty = property
            case .end where endProperty == nil: endProperty = property
            case .duration where durationProperty == nil: durationProperty = property
            default: break
            }
        }
        guard let start = startProperty?.time else { return nil }
        self.start = start
        clock = EventClock(of: start, resolver: &resolver)
        if let end = endProperty?.time, end.sharesClock(with: start) {
            length = .wallClock(end.local.seconds - start.local.seconds)
        } else if let end = endProperty?.time {
            let endMoment = clock.moment(end, resolver: &resolver)
            length = .exact(endMoment - clock.zone.moment(local: start.local.seconds))
        } else if let duration = durationProperty?.duration {
            length = .nominal(duration)
        } else {
            length = .nominal(CalendarDuration(days: start.isDate ? 1 : 0))
        }
    }

    var zone: TimeZoneRules { clock.zone }

    var startMoment: Int64 { zone.moment(local: start.local.seconds) }

    /// End of an instance.
    ///
    /// A DTEND on the clock of DTSTART means that clock for every instance: camp ends at noon, also in the night when
    /// the clocks change. RFC 5545, section 3.8.5.3, would keep the number of seconds; calendar programs do not. The
    /// days of DURATION are days of the calendar (section 3.3.6).
    func end(local: Int64, moment: Int64) -> Int64 {
        switch length {
        case .exact(let seconds): return moment + seconds
        case .wallClock(let seconds): return zone.moment(local: local + seconds)
        case .nominal(let duration):
            if duration.days == 0 { return moment + Int64(duration.seconds) }
            let day = local + Int64(duration.days) * CivilCalendar.secondsPerDay
            return zone.moment(local: day) + Int64(duration.seconds)
        }
    }
}

extension CalendarTime {
    /// Whether both are shown by one clock, so that their difference is one on that clock.
    fileprivate func sharesClock(with other: CalendarTime) -> Bool {
        switch (self, other) {
        case (.date, .date), (.floating, .floating), (.utc, .utc): true
        case (.zoned(_, let own), .zoned(_, let identifier)): own == identifier
        default: false
        }
    }
}
