/// The rules that a VTIMEZONE spells out.
///
/// RFC 5545, section 3.6.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5>
struct EmbeddedTimeZone {
    /// 2450: an unending rule is written out until then; 400 years of it repeat.
    private static let end = Int64(CivilCalendar.days(year: 2_450, month: 1, day: 1)) * CivilCalendar.secondsPerDay
    /// Onsets of one observance: since 1601, once a year, with room to spare. Bounds a rule that fires every second.
    private static let mostOnsets = 1_000

    /// Steps for the onsets of one observance, for a rule that never comes true.
    private static let mostWork = 200_000
    /// Changes of a whole zone, more than any history of a real one written out twice.
    private static let mostChanges = 10_000

    /// The rules of a VTIMEZONE, or `nil` where no observance of it can be used.
    static func rules(_ component: Component) -> TimeZoneRules? {
        var changes: [(change: TimeZoneRules.Transition, before: Int)] = []
        var repeats = false
        for inner in component.components where inner.name == .standard || inner.name == .daylight {
            guard changes.count < mostChanges, let observance = Observance(inner) else { continue }
            repeats = repeats || observance.isUnending
            changes += observance.onsets.map { local in
                let moment = local - Int64(observance.from)
                return (TimeZoneRules.Transition(moment: moment, offset: observance.offset), observance.from)
            }
        }
        changes.sort { $0.change.moment < $1.change.moment }
        guard let first = changes.first else { return nil }
        var transitions: [TimeZoneRules.Transition] = []
        for (change, _) in changes where change.moment > transitions.last?.moment ?? .min {
            transitions.append(change)
        }
        return TimeZoneRules(
            initial: .init(seconds: first.before, name: first.change.offset.name), transitions: transitions,
            repeats: repeats)
    }

    /// STANDARD or DAYLIGHT.
    private struct Observance {
        let from: Int
        let offset: TimeZoneRules.Offset
        let onsets: [Int64]
        let isUnending: Bool

        init?(_ component: Component) {
            guard let start = component[.start]?.time,
                let from = component[.offsetFrom].flatMap({ UTCOffset($0.rawValue.trimmed) }),
                let to = component[.offsetTo].flatMap({ UTCOffset($0.rawValue.trimmed) })
            else { return nil }
            self.from = from.seconds
            offset = .init(
                seconds: to.seconds, isDaylight: component.name == .daylight,
                name: component[.timeZoneName]?.text ?? "")
            let rules = component.all(.recurrenceRule).compactMap(\.rule)
            let additions = component.all(.recurrenceDate).flatMap(\.times).map { RecurrenceSet.Addition($0) }
            isUnending = rules.contains { $0.count == nil && $0.until == nil && $0.frequency == .yearly }
            // UNTIL is in UTC and the onsets are on the clock before the change (RFC 5545, section 3.6.5).
            let clock = TimeZoneRules(initial: .init(seconds: from.seconds), transitions: [])
            let set = RecurrenceSet(
                start: .zoned(start.local, ""), zone: clock, rules: rules, additions: additions)
            var onsets: [Int64] = []
            for instance in IteratorSequence(
                RecurrenceSet.Instances(set, from: nil, mostWork: EmbeddedTimeZone.mostWork))
            {
                guard onsets.count < EmbeddedTimeZone.mostOnsets, instance.local.seconds <= EmbeddedTimeZone.end else {
                    break
                }
                onsets.append(instance.local.seconds)
            }
            self.onsets = onsets
        }
    }
}
