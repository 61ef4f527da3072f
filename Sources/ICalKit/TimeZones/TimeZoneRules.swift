/// The offsets of one zone over all of time, answering wall clock and instant without a calendar library.
///
/// RFC 5545, section 3.6.5 says what a zone must tell; section 3.3.5 how a local time that occurs never or twice is read.
public struct TimeZoneRules: Hashable, Sendable {
    /// One stretch of time during which the clock of a zone stands still against UTC (RFC 5545, section 3.6.5).
    public struct Offset: Hashable, Sendable {
        /// Seconds east of UTC (RFC 5545, section 3.3.14).
        public let seconds: Int
        /// Whether this is the DAYLIGHT observance (RFC 5545, section 3.6.5).
        public let isDaylight: Bool
        /// The customary name, TZNAME (RFC 5545, section 3.8.3.2).
        public let name: String

        /// An offset by its parts (RFC 5545, section 3.6.5).
        public init(seconds: Int, isDaylight: Bool = false, name: String = "") {
            self.seconds = seconds
            self.isDaylight = isDaylight
            self.name = name
        }
    }

    /// A moment at which the offset changes (RFC 5545, section 3.6.5).
    public struct Transition: Hashable, Sendable {
        /// The moment, in seconds since 1970 (RFC 5545, section 3.6.5, DTSTART of an observance in UTC).
        public let moment: Int64
        /// What holds from then on (RFC 5545, section 3.8.3.4, TZOFFSETTO).
        public let offset: Offset

        /// A transition by its parts (RFC 5545, section 3.6.5).
        public init(moment: Int64, offset: Offset) {
            self.moment = moment
            self.offset = offset
        }
    }

    /// Coordinated universal time (RFC 5545, section 3.3.5, form 2).
    public static let utc = TimeZoneRules(initial: Offset(seconds: 0, name: "UTC"), transitions: [])

    /// What holds before the first transition (RFC 5545, section 3.8.3.3, TZOFFSETFROM of the first observance).
    public let initial: Offset

    /// Every change, ascending; a rule that never ends is written out for 400 years (RFC 5545, section 3.6.5).
    public let transitions: [Transition]

    private let moments: [Int64]
    /// Local time, as seconds, from which the next offset is meant: the end of a gap or of a repeated stretch.
    private let localStarts: [Int64]
    private let seconds: [Int64]
    /// The calendar repeats after 400 years; a zone with a rule for ever repeats with it from this moment on.
    private let repeatsAfter: Int64

    static let cycle: Int64 = 146_097 * CivilCalendar.secondsPerDay

    /// A zone from its changes (RFC 5545, section 3.6.5).
    ///
    /// - Parameters:
    ///   - initial: What holds before the first change.
    ///   - transitions: The changes, ascending.
    ///   - repeats: Whether the last 400 years go on for ever.
    public init(initial: Offset, transitions: [Transition], repeats: Bool = false) {
        self.initial = initial
        self.transitions = transitions
        moments = transitions.map(\.moment)
        seconds = [Int64(initial.seconds)] + transitions.map { Int64($0.offset.seconds) }
        var starts: [Int64] = []
        starts.reserveCapacity(transitions.count)
        for (index, transition) in transitions.enumerated() {
            let start = transition.moment + max(seconds[index], seconds[index + 1])
            starts.append(max(start, starts.last ?? start))
        }
        localStarts = starts
        repeatsAfter = repeats ? (transitions.last?.moment ?? .max) : .max
    }

    /// What holds at a moment (RFC 5545, section 3.6.5).
    public func offset(at moment: Int64) -> Offset {
        let index = Self.countUpTo(folded(moment), in: moments)
        return index == 0 ? initial : transitions[index - 1].offset
    }

    /// The moment meant by a wall clock.
    ///
    /// A local time that a change skips is read with the offset before the change; one that occurs twice is the first
    /// (RFC 5545, section 3.3.5).
    ///
    /// - Parameter local: Seconds between 1970-01-01 00:00 and the time on the wall clock.
    public func moment(local: Int64) -> Int64 {
        local - seconds[Self.countUpTo(folded(local), in: localStarts)]
    }

    /// The wall clock at a moment, as seconds since 1970-01-01 00:00 (RFC 5545, section 3.3.5).
    public func local(at moment: Int64) -> Int64 {
        moment + seconds[Self.countUpTo(folded(moment), in: moments)]
    }

    /// The latest wall clock time whose moment is not after the given one: in a repeated hour that of its end.
    func latestLocal(at moment: Int64) -> Int64 {
        let index = Self.countUpTo(folded(moment), in: moments)
        let shift = moment - folded(moment)
        guard index > 0 else { return local(at: moment) }
        return max(local(at: moment), moments[index - 1] + shift + seconds[index - 1] - 1)
    }

    /// The change whose offset holds at a moment, or `nil` before the first.
    func transition(at moment: Int64) -> Transition? {
        let inside = folded(moment)
        let index = Self.countUpTo(inside, in: moments)
        guard index > 0 else { return nil }
        return Transition(moment: moments[index - 1] + moment - inside, offset: transitions[index - 1].offset)
    }

    /// The changes after one moment and before another, also beyond the table.
    func transitions(after opens: Int64, before closes: Int64) -> [Transition] {
        var found: [Transition] = []
        var moment = opens
        while moment < closes {
            var inside = folded(moment)
            var index = Self.countUpTo(inside, in: moments)
            if index == moments.count {
                // The end of the table is where it starts again, if it does.
                guard repeatsAfter < .max else { break }
                inside -= Self.cycle
                index = Self.countUpTo(inside, in: moments)
            }
            let change = Transition(moment: moments[index] + moment - inside, offset: transitions[index].offset)
            if change.moment < closes { found.append(change) }
            moment = change.moment
        }
        return found
    }

    private func folded(_ time: Int64) -> Int64 {
        guard time > repeatsAfter else { return time }
        return time - ((time - repeatsAfter) / Self.cycle + 1) * Self.cycle
    }

    /// How many of the ascending values are at or before a time.
    private static func countUpTo(_ time: Int64, in values: [Int64]) -> Int {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension TimeZoneRules {
    /// The same lookup as ``moment(local:)`` for times that mostly ascend: it remembers the stretch it was in.
    struct Cursor {
        private let rules: TimeZoneRules
        private var from = Int64.max
        private var until = Int64.min
        private var offset: Int64 = 0

        init(_ rules: TimeZoneRules) { self.rules = rules }

        @inline(__always)
        mutating func moment(local: Int64) -> Int64 {
            if local < from || local >= until { seek(local) }
            return local &- offset
        }

        private mutating func seek(_ local: Int64) {
            let inside = rules.folded(local)
            let shift = local - inside
            let index = TimeZoneRules.countUpTo(inside, in: rules.localStarts)
            offset = rules.seconds[index]
            from = index == 0 ? .min : rules.localStarts[index - 1] + shift
            until = index == rules.localStarts.count ? .max : rules.localStarts[index] + shift
            if inside != local { until = min(until, local + 1) }
            if until > rules.repeatsAfter, local <= rules.repeatsAfter { until = max(rules.repeatsAfter, local + 1) }
        }
    }
}
