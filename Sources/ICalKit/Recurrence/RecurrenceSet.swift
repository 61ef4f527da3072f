/// Everything that DTSTART, RRULE, RDATE and EXDATE say together about when something happens.
///
/// RFC 5545, section 3.8.5.3: <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5.3>
///
/// Rules recur on the wall clock of DTSTART's zone. A local time that a change of the clock skips keeps its place and
/// its share of COUNT and is read with the offset before the change; one that occurs twice is the first of the two
/// (section 3.3.5). Section 3.3.10 would rather drop skipped times, but a daily reminder at 02:30 that is silently
/// missing one day a year helps nobody, and section 3.8.5.3 refers to section 3.3.5 itself.
public struct RecurrenceSet: Sendable {
    /// One instance: what DTSTART's clock shows, and the moment it means (RFC 5545, section 3.8.5.3).
    public struct Instance: Hashable, Sendable {
        /// The wall clock, in DTSTART's zone (RFC 5545, section 3.3.5).
        public let local: LocalDateTime
        /// Seconds since 1970 in UTC; for whole days and floating times those of the wall clock itself
        /// (RFC 5545, section 3.3.5).
        public let moment: Int64
        /// Where the instance came from an RDATE period, how long it lasts (RFC 5545, section 3.8.5.2).
        public let periodDuration: Int64?
    }

    /// A time that RDATE adds (RFC 5545, section 3.8.5.2).
    public struct Addition: Hashable, Sendable {
        /// When (RFC 5545, section 3.8.5.2).
        public let time: CalendarTime
        /// How many seconds, if RDATE gave a period (RFC 5545, section 3.3.9).
        public let duration: Int64?

        /// An RDATE value (RFC 5545, section 3.8.5.2).
        public init(_ time: CalendarTime, duration: Int64? = nil) {
            self.time = time
            self.duration = duration
        }
    }

    /// DTSTART (RFC 5545, section 3.8.2.4).
    public let start: CalendarTime
    let zone: TimeZoneRules
    let plans: [(plan: RulePlan, count: Int?, until: Int64)]
    /// DTSTART and RDATE, by wall clock, ascending.
    let listed: [(local: Int64, duration: Int64?)]
    let exceptMoments: Set<Int64>
    let exceptDays: Set<Int>

    /// - Parameters:
    ///   - start: DTSTART.
    ///   - zone: The zone of DTSTART; without meaning for whole days and floating times.
    ///   - rules: RRULE; more than one is allowed, though discouraged.
    ///   - additions: RDATE.
    ///   - exceptions: EXDATE; a DATE removes every instance of that day, a time one at that very moment.
    ///   - includesStart: Whether DTSTART is an instance even where no rule reaches it (RFC 5545, section 3.8.5.3).
    ///     It never is where every rule ends before it: so programs write a series of which nothing is left.
    ///   - zoneOf: The zones of additions and exceptions whose TZID differs from DTSTART's.
    public init(
        start: CalendarTime, zone: TimeZoneRules = .utc, rules: [RecurrenceRule] = [], additions: [Addition] = [],
        exceptions: [CalendarTime] = [], includesStart: Bool = true, zoneOf: (String) -> TimeZoneRules? = { _ in nil }
    ) {
        let clock = Clock(start: start, zone: zone)
        self.start = start
        self.zone = clock.zone
        plans = rules.map { rule in
            let plan = RulePlan(rule, start: start.local, isDate: start.isDate)
            return (plan, rule.count, clock.bound(rule.until))
        }
        var listed = additions.map { addition in
            (local: clock.local(addition.time, zoneOf: zoneOf), duration: addition.duration)
        }
        let hasEnded = !plans.isEmpty && plans.allSatisfy { $0.until < start.local.seconds }
        if includesStart, !hasEnded { listed.append((start.local.seconds, nil)) }
        if listed.count > 1 {
            // Of two at one time the period comes first and counts: it says more.
            listed.sort { ($0.local, $0.duration == nil ? 1 : 0) < ($1.local, $1.duration == nil ? 1 : 0) }
        }
        self.listed = listed
        var moments: Set<Int64> = []
        var days: Set<Int> = []
        for exception in exceptions {
            if case .date(let date) = exception, !start.isDate {
                days.insert(date.daysSince1970)
            } else if start.isDate {
                // A clock beside whole days names the day whose midnight it shows, as other programs read it.
                moments.insert(exception.local.seconds)
            } else {
                moments.insert(clock.zone.moment(local: clock.local(exception, zoneOf: zoneOf)))
            }
        }
        exceptMoments = moments
        exceptDays = days
    }

    /// Whether EXDATE takes out the instance of a moment (RFC 5545, section 3.8.5.1).
    func excludes(_ moment: Int64) -> Bool {
        exceptMoments.contains(moment)
            || (!exceptDays.isEmpty && exceptDays.contains(CivilCalendar.split(zone.local(at: moment)).days))
    }

    /// The instances from a wall clock time on, ascending; without a limit where a rule has none
    /// (RFC 5545, section 3.8.5.3).
    public func instances(from: LocalDateTime? = nil) -> Instances { Instances(self, from: from?.seconds) }
}

extension RecurrenceSet {
    /// The instances of a set, one after the other (RFC 5545, section 3.8.5.3).
    public struct Instances: Sequence, IteratorProtocol, Sendable {
        private let set: RecurrenceSet
        private var cursor: TimeZoneRules.Cursor
        private var listedIndex: Int
        private var iterators: [RuleIterator]
        private var heads: [Int64]
        private let from: Int64
        private var previous = Int64.min
        private var skipped = 0

        /// Steps of work done so far.
        var work: Int { iterators.reduce(skipped) { $0 + $1.work } }

        /// - Parameter mostWork: Steps after which each rule ends, wherever it is.
        init(_ set: RecurrenceSet, from: Int64?, mostWork: Int = .max) {
            self.set = set
            self.from = from ?? .min
            cursor = TimeZoneRules.Cursor(set.zone)
            listedIndex = 0
            iterators = set.plans.map { RuleIterator($0.plan, count: $0.count, until: $0.until, mostWork: mostWork) }
            heads = []
            while listedIndex < set.listed.count, set.listed[listedIndex].local < self.from { listedIndex += 1 }
            for index in iterators.indices {
                if let from { iterators[index].seek(from) }
                var head = iterators[index].next()
                while let next = head, next < self.from, skipped < mostWork {
                    head = iterators[index].next()
                    skipped &+= 1
                }
                heads.append(head ?? .max)
            }
        }

        /// The next instance (RFC 5545, section 3.8.5.3).
        public mutating func next() -> Instance? {
            while let (local, duration) = nextCandidate() {
                if local == previous { continue }
                previous = local
                let moment = cursor.moment(local: local)
                if !set.exceptMoments.isEmpty, set.exceptMoments.contains(moment) { continue }
                if !set.exceptDays.isEmpty, set.exceptDays.contains(CivilCalendar.split(local).days) { continue }
                return Instance(local: LocalDateTime(seconds: local), moment: moment, periodDuration: duration)
            }
            return nil
        }

        @inline(__always)
        private mutating func nextCandidate() -> (Int64, Int64?)? {
            var earliest = Int64.max
            var source = -1
            for index in heads.indices where heads[index] < earliest {
                earliest = heads[index]
                source = index
            }
            if listedIndex < set.listed.count, set.listed[listedIndex].local <= earliest {
                let listed = set.listed[listedIndex]
                listedIndex += 1
                return listed
            }
            guard source >= 0 else { return nil }
            heads[source] = iterators[source].next() ?? .max
            return (earliest, nil)
        }
    }

    /// Times of every form, as DTSTART's clock would show them.
    private struct Clock {
        let start: CalendarTime
        let zone: TimeZoneRules

        init(start: CalendarTime, zone: TimeZoneRules) {
            self.start = start
            if case .zoned = start { self.zone = zone } else { self.zone = .utc }
        }

        func local(_ time: CalendarTime, zoneOf: (String) -> TimeZoneRules?) -> Int64 {
            switch (time, start) {
            case (.utc(let moment), .zoned):
                return zone.local(at: moment.seconds)
            case (.zoned(let local, let identifier), .zoned(_, let own)) where identifier != own:
                return zoneOf(identifier).map { zone.local(at: $0.moment(local: local.seconds)) } ?? local.seconds
            case (.zoned(let local, let identifier), .utc):
                return zoneOf(identifier)?.moment(local: local.seconds) ?? local.seconds
            case (_, .date):
                return LocalDateTime(time.local.date).seconds
            default:
                return time.local.seconds
            }
        }

        /// Last wall clock second that UNTIL admits (RFC 5545, section 3.3.10).
        ///
        /// A DATE admits the whole day. Beside a zoned DTSTART the standard wants UTC, so a time without Z is one
        /// whose Z was forgotten; other engines read it so as well.
        func bound(_ until: CalendarTime?) -> Int64 {
            switch until {
            case nil: .max
            case .date(let date): LocalDateTime(date, secondOfDay: 86_399).seconds
            case .utc(let local), .floating(let local), .zoned(let local, _):
                zone.latestLocal(at: local.seconds)
            }
        }
    }
}
