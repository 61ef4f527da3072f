/// An event with everything that stands in for single instances of it.
///
/// RFC 5545, section 3.8.4.4: <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.4.4>
struct EventSeries {
    private let identifier: String
    private var masters: [SharedEvent] = []
    private var overrides: [SharedEvent] = []

    private init(identifier: String) { self.identifier = identifier }

    /// The series of a document by UID: events that share one belong together.
    static func all(_ events: [Event]) -> [EventSeries] {
        var indices: [String: Int] = [:]
        indices.reserveCapacity(events.count)
        var series: [EventSeries] = []
        series.reserveCapacity(events.count)
        for (place, event) in events.enumerated() {
            var index = series.count
            let identifier = event.uniqueIdentifier
            if let identifier {
                if let known = indices[identifier] { index = known } else { indices[identifier] = index }
            }
            if index == series.count { series.append(EventSeries(identifier: identifier ?? "")) }
            let shared = SharedEvent(events, place)
            if event.component[.recurrenceIdentifier] == nil {
                series[index].masters.append(shared)
            } else {
                series[index].overrides.append(shared)
            }
        }
        series.sort { $0.identifier < $1.identifier }
        return series
    }

    func collect(
        into collector: inout OccurrenceCollector, resolver: inout TimeZoneResolver
    ) throws(ExpansionError) {
        let changes = overrides.isEmpty ? InstanceChanges() : InstanceChanges(overrides, resolver: &resolver)
        var plans: [Plan] = []
        for master in newestMasters {
            guard let timing = EventTiming(master.event.component, resolver: &resolver) else { continue }
            let set = RecurrenceSet(master.event, timing, resolver: &resolver)
            plans.append(Plan(event: master, timing: timing, set: set))
        }
        for change in changes.single {
            try collector.add(work: plans.count)
            if plans.contains(where: { $0.set?.excludes(change.identifier) ?? false }) { continue }
            try collector.take(
                Occurrence(
                    change.event, change.timing, local: change.timing.start.local.seconds,
                    identifier: change.identifier))
        }
        for plan in plans { try plan.collect(changes, into: &collector) }
    }

    /// Events without RECURRENCE-ID: one, or several of the same SEQUENCE, which careless programs write. One with a
    /// lower SEQUENCE is what the others revise (RFC 5545, section 3.8.7.4).
    private var newestMasters: [SharedEvent] {
        guard masters.count > 1 else { return masters }
        let newest = masters.map(\.event.sequence).max()
        return masters.filter { $0.event.sequence == newest }
    }

    /// An event with its recurrence laid out.
    private struct Plan {
        let event: SharedEvent
        let timing: EventTiming
        let set: RecurrenceSet?

        func collect(
            _ changes: InstanceChanges, into collector: inout OccurrenceCollector
        ) throws(ExpansionError) {
            guard let set else {
                if changes.replaced.contains(timing.startMoment) { return }
                return try collector.take(
                    Occurrence(event, timing, local: timing.start.local.seconds, identifier: timing.startMoment))
            }
            let following = changes.following
            let first = LocalDateTime(seconds: collector.window.lowerBound - changes.reach)
            let last = collector.window.upperBound + changes.reach
            var instances = RecurrenceSet.Instances(set, from: first.seconds, mostWork: collector.workLeft)
            var followed = 0
            while let instance = instances.next(), instance.moment < last {
                while followed < following.count, following[followed].identifier <= instance.moment { followed += 1 }
                if !changes.replaced.isEmpty, changes.replaced.contains(instance.moment) { continue }
                if followed > 0 {
                    let change = following[followed - 1]
                    try collector.take(
                        Occurrence(
                            change.event, change.timing, local: change.local(of: instance.moment),
                            identifier: instance.moment))
                } else {
                    try collector.take(Occurrence(event, timing, instance: instance))
                }
            }
            try collector.add(work: instances.work)
        }
    }
}

extension Occurrence {
    init(_ event: SharedEvent, _ timing: EventTiming, local: Int64, identifier: Int64) {
        let moment = timing.zone.moment(local: local)
        self.init(
            shared: event, isDate: timing.start.isDate, isAbsolute: timing.isAbsolute, startMoment: moment,
            endMoment: timing.end(local: local, moment: moment), identifierMoment: identifier)
    }

    init(_ event: SharedEvent, _ timing: EventTiming, instance: RecurrenceSet.Instance) {
        let end =
            instance.periodDuration.map { instance.moment + $0 }
            ?? timing.end(local: instance.local.seconds, moment: instance.moment)
        self.init(
            shared: event, isDate: timing.start.isDate, isAbsolute: timing.isAbsolute, startMoment: instance.moment,
            endMoment: end, identifierMoment: instance.moment)
    }
}

extension RecurrenceSet {
    /// The recurrence of an event, or `nil` where it takes place once.
    init?(_ event: Event, _ timing: EventTiming, resolver: inout TimeZoneResolver) {
        var rules: [RecurrenceRule] = []
        var additions: [Addition] = []
        var exceptions: [CalendarTime] = []
        for property in event.component.properties {
            switch property.name {
            case .recurrenceRule:
                if let rule = property.rule { rules.append(rule) }
            case .recurrenceDate:
                additions += property.times.map { Addition($0) }
                additions += property.periods.map { Addition($0, timing, resolver: &resolver) }
            case .exceptionDate:
                exceptions += property.times
            default: break
            }
        }
        if rules.isEmpty, additions.isEmpty, exceptions.isEmpty { return nil }
        var zones: [String: TimeZoneRules] = [:]
        for time in additions.map(\.time) + exceptions {
            if case .zoned(_, let identifier) = time { zones[identifier] = resolver.rules(identifier) }
        }
        self.init(
            start: timing.start, zone: timing.zone, rules: rules, additions: additions, exceptions: exceptions,
            zoneOf: { zones[$0] })
    }
}

extension RecurrenceSet.Addition {
    fileprivate init(_ period: CalendarPeriod, _ timing: EventTiming, resolver: inout TimeZoneResolver) {
        func moment(_ time: CalendarTime) -> Int64 {
            EventTiming.moment(time, beside: timing.zone, isAbsolute: timing.isAbsolute, resolver: &resolver)
        }
        let duration: Int64 =
            switch period.end {
            case .time(let end): moment(end) - moment(period.start)
            case .duration(let duration):
                // Days of the calendar, then seconds of the clock (RFC 5545, section 3.3.6).
                timing.zone.moment(
                    local: timing.zone.local(at: moment(period.start)) + Int64(duration.days)
                        * CivilCalendar.secondsPerDay) + Int64(duration.seconds) - moment(period.start)
            }
        self.init(period.start, duration: duration)
    }
}
