/// The events that stand in for single instances of a series, or for all from one on.
///
/// RFC 5545, section 3.8.4.4: <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.4.4>
///
/// Of several for one instance the newest counts: SEQUENCE decides, then DTSTAMP, as RFC 5546, section 2.1.5 says, then
/// the place in the file.
struct InstanceChanges {
    /// An event with RECURRENCE-ID.
    struct Change {
        let event: SharedEvent
        let timing: EventTiming
        /// The moment that RECURRENCE-ID names.
        let identifier: Int64

        /// How far it moves its instance, on its own clock: what moves from 9 to 10 o'clock starts at 10 all year.
        var shift: Int64 { timing.start.local.seconds - timing.zone.local(at: identifier) }

        /// The wall clock of an instance that follows, moved as far (RFC 5545, section 3.2.13).
        func local(of moment: Int64) -> Int64 { timing.zone.local(at: moment) + shift }
    }

    /// One for each instance that is named.
    private(set) var single: [Change] = []
    /// Those that also hold for later instances, ascending.
    private(set) var following: [Change] = []
    private(set) var replaced: Set<Int64> = []

    init() {}

    init(_ overrides: [SharedEvent], resolver: inout TimeZoneResolver) {
        var newest: [Int64: Int] = [:]
        var newestFollowing: [Int64: Int] = [:]
        for event in overrides {
            guard let change = Change(event, resolver: &resolver) else { continue }
            Self.keep(change, in: &single, &newest)
            if event.event.changesFuture { Self.keep(change, in: &following, &newestFollowing) }
        }
        following.sort { $0.identifier < $1.identifier }
        replaced = Set(single.map(\.identifier))
    }

    private static func keep(_ change: Change, in changes: inout [Change], _ places: inout [Int64: Int]) {
        if let known = places[change.identifier] {
            if !changes[known].event.event.isNewer(than: change.event.event) { changes[known] = change }
        } else {
            places[change.identifier] = changes.count
            changes.append(change)
        }
    }

    /// Seconds by which an instance may have moved into a window or out of it.
    var reach: Int64 {
        following.reduce(CivilCalendar.secondsPerDay) { max($0, abs($1.shift) + CivilCalendar.secondsPerDay) }
    }
}

extension InstanceChanges.Change {
    fileprivate init?(_ shared: SharedEvent, resolver: inout TimeZoneResolver) {
        let event = shared.event
        guard let timing = EventTiming(event.component, resolver: &resolver), let time = event.recurrenceIdentifier
        else { return nil }
        self.init(
            event: shared, timing: timing,
            identifier: EventTiming.moment(
                time, beside: timing.zone, isAbsolute: timing.isAbsolute, resolver: &resolver))
    }
}

extension Event {
    /// Whether this is certainly a later revision (RFC 5546, section 2.1.5).
    fileprivate func isNewer(than other: Event) -> Bool {
        if sequence != other.sequence { return sequence > other.sequence }
        guard let stamp, let otherStamp = other.stamp else { return false }
        return stamp.local > otherStamp.local
    }
}
