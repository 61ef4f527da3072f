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
        /// The moment that RECURRENCE-ID names, as the series has it.
        let identifier: Int64
        let identifierForm: Occurrence.IdentifierForm
        /// How far it moves its instance from the wall clock of the series to its own: what moves from 9 to 10 o'clock
        /// starts at 10 all year (RFC 5545, section 3.2.13).
        let shift: Int64
    }

    /// One for each instance that is named.
    private(set) var single: [Change] = []
    /// Those that also hold for later instances, ascending.
    private(set) var following: [Change] = []
    private(set) var replaced: Set<Int64> = []

    init() {}

    /// - Parameter clock: That of the series, if it is there: its instances are named on it, whatever they become. A whole
    ///   day may become an hour of it, and the other way round.
    init(_ overrides: [SharedEvent], of clock: EventClock?, resolver: inout TimeZoneResolver) {
        var newest: [Int64: Int] = [:]
        var newestFollowing: [Int64: Int] = [:]
        for event in overrides {
            guard let change = Change(event, of: clock, resolver: &resolver) else { continue }
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
    fileprivate init?(_ shared: SharedEvent, of clock: EventClock?, resolver: inout TimeZoneResolver) {
        let event = shared.event
        guard let timing = EventTiming(event.component, resolver: &resolver), let time = event.recurrenceIdentifier
        else { return nil }
        let clock = clock ?? EventClock(of: time, resolver: &resolver)
        let moment = clock.moment(time, resolver: &resolver)
        var form = Occurrence.IdentifierForm.property
        if case .zoned = time { form = clock.isAbsolute ? .utc : .floating }
        self.init(
            event: shared, timing: timing, identifier: moment, identifierForm: form,
            shift: timing.start.local.seconds - clock.zone.local(at: moment))
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
