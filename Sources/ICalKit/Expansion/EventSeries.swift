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
        var replaced: Set<Int64> = []
        var following: [Following] = []
        for shared in overrides {
            let override = shared.event
            guard let timing = EventTiming(override.component, resolver: &resolver),
                let identifier = override.recurrenceIdentifier
            else { continue }
            let moment = EventTiming.moment(
                identifier, beside: timing.zone, isAbsolute: timing.isAbsolute, resolver: &resolver)
            replaced.insert(moment)
            if override.changesFuture {
                following.append(Following(from: moment, event: shared, timing: timing))
            }
            try collector.take(
                Occurrence(shared, timing, local: timing.start.local.seconds, identifier: moment))
        }
        following.sort { $0.from < $1.from }
        for master in masters {
            try collect(master, replaced: replaced, following: following, into: &collector, resolver: &resolver)
        }
    }

    /// A change to an instance and all later ones (RFC 5545, section 3.2.13).
    private struct Following {
        let from: Int64
        let event: SharedEvent
        let timing: EventTiming

        /// How far it moves each instance.
        var shift: Int64 { timing.startMoment - from }
    }

    private func collect(
        _ master: SharedEvent, replaced: Set<Int64>, following: [Following], into collector: inout OccurrenceCollector,
        resolver: inout TimeZoneResolver
    ) throws(ExpansionError) {
        guard let timing = EventTiming(master.event.component, resolver: &resolver) else { return }
        guard let set = RecurrenceSet(master.event, timing, resolver: &resolver) else {
            if replaced.contains(timing.startMoment) { return }
            return try collector.take(
                Occurrence(
                    master, timing, local: timing.start.local.seconds, identifier: timing.startMoment))
        }
        let reach = following.reduce(CivilCalendar.secondsPerDay) {
            max($0, abs($1.shift) + CivilCalendar.secondsPerDay)
        }
        let first = LocalDateTime(seconds: collector.window.lowerBound - reach)
        let last = collector.window.upperBound + reach
        var instances = RecurrenceSet.Instances(set, from: first.seconds, mostWork: collector.workLeft)
        var followed = 0
        while let instance = instances.next(), instance.moment < last {
            while followed < following.count, following[followed].from <= instance.moment { followed += 1 }
            if !replaced.isEmpty, replaced.contains(instance.moment) { continue }
            if followed > 0 {
                let change = following[followed - 1]
                let moment = instance.moment + change.shift
                try collector.take(
                    Occurrence(
                        change.event, change.timing, local: change.timing.zone.local(at: moment),
                        identifier: instance.moment))
            } else {
                try collector.take(Occurrence(master, timing, instance: instance))
            }
        }
        try collector.add(work: instances.work)
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
                Int64(duration.days) * CivilCalendar.secondsPerDay + Int64(duration.seconds)
            }
        self.init(period.start, duration: duration)
    }
}
