/// A RECUR value: how often something happens again.
///
/// RFC 5545, section 3.3.10: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10>
///
/// A rule that exists is valid: numbers are inside their ranges, INTERVAL and COUNT are positive.
public struct RecurrenceRule: Hashable, Sendable {
    /// FREQ, from the longest period to the shortest (RFC 5545, section 3.3.10).
    public enum Frequency: String, Hashable, Sendable, CaseIterable {
        /// FREQ=YEARLY (RFC 5545, section 3.3.10).
        case yearly = "YEARLY"
        /// FREQ=MONTHLY (RFC 5545, section 3.3.10).
        case monthly = "MONTHLY"
        /// FREQ=WEEKLY (RFC 5545, section 3.3.10).
        case weekly = "WEEKLY"
        /// FREQ=DAILY (RFC 5545, section 3.3.10).
        case daily = "DAILY"
        /// FREQ=HOURLY (RFC 5545, section 3.3.10).
        case hourly = "HOURLY"
        /// FREQ=MINUTELY (RFC 5545, section 3.3.10).
        case minutely = "MINUTELY"
        /// FREQ=SECONDLY (RFC 5545, section 3.3.10).
        case secondly = "SECONDLY"
    }

    /// A day of the week, counted as ISO 8601 does (RFC 5545, section 3.3.10, "weekday").
    public enum Weekday: Int, Hashable, Sendable, CaseIterable {
        /// MO (RFC 5545, section 3.3.10).
        case monday = 1
        /// TU (RFC 5545, section 3.3.10).
        case tuesday
        /// WE (RFC 5545, section 3.3.10).
        case wednesday
        /// TH (RFC 5545, section 3.3.10).
        case thursday
        /// FR (RFC 5545, section 3.3.10).
        case friday
        /// SA (RFC 5545, section 3.3.10).
        case saturday
        /// SU (RFC 5545, section 3.3.10).
        case sunday
    }

    /// One value of BYDAY: every such weekday, or the n-th of the period, from its end if negative
    /// (RFC 5545, section 3.3.10, "weekdaynum").
    public struct Day: Hashable, Sendable {
        /// Which one, 0 for every (RFC 5545, section 3.3.10).
        public let ordinal: Int
        /// Day of the week (RFC 5545, section 3.3.10).
        public let weekday: Weekday

        /// A BYDAY value (RFC 5545, section 3.3.10).
        public init(_ weekday: Weekday, ordinal: Int = 0) {
            self.weekday = weekday
            self.ordinal = ordinal
        }
    }

    /// The lists of numbers that a rule may carry; BYDAY stands apart (RFC 5545, section 3.3.10).
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// BYSECOND, 0 to 60 (RFC 5545, section 3.3.10).
        case second = "BYSECOND"
        /// BYMINUTE, 0 to 59 (RFC 5545, section 3.3.10).
        case minute = "BYMINUTE"
        /// BYHOUR, 0 to 23 (RFC 5545, section 3.3.10).
        case hour = "BYHOUR"
        /// BYMONTHDAY, ±1 to ±31 (RFC 5545, section 3.3.10).
        case monthDay = "BYMONTHDAY"
        /// BYYEARDAY, ±1 to ±366 (RFC 5545, section 3.3.10).
        case yearDay = "BYYEARDAY"
        /// BYWEEKNO, ±1 to ±53 (RFC 5545, section 3.3.10).
        case weekNumber = "BYWEEKNO"
        /// BYMONTH, 1 to 12 (RFC 5545, section 3.3.10).
        case month = "BYMONTH"
        /// BYSETPOS, ±1 to ±366 (RFC 5545, section 3.3.10).
        case setPosition = "BYSETPOS"

        /// Largest magnitude, and whether the list counts from one, in both directions.
        var range: (limit: Int, lowest: Int, mayBeNegative: Bool) {
            switch self {
            case .second: (60, 0, false)
            case .minute: (59, 0, false)
            case .hour: (23, 0, false)
            case .month: (12, 1, false)
            case .monthDay: (31, 1, true)
            case .yearDay, .setPosition: (366, 1, true)
            case .weekNumber: (53, 1, true)
            }
        }
    }

    /// FREQ (RFC 5545, section 3.3.10).
    public let frequency: Frequency
    /// INTERVAL, 1 if absent (RFC 5545, section 3.3.10).
    public let interval: Int
    /// COUNT (RFC 5545, section 3.3.10).
    public let count: Int?
    /// UNTIL; never zoned (RFC 5545, section 3.3.10).
    public let until: CalendarTime?
    /// WKST, Monday if absent (RFC 5545, section 3.3.10).
    public let weekStart: Weekday
    /// BYDAY (RFC 5545, section 3.3.10).
    public let days: [Day]

    private let lists: [Part: [Int]]

    /// The values of one list, empty if absent (RFC 5545, section 3.3.10).
    public subscript(part: Part) -> [Int] { lists[part] ?? [] }

    /// A rule from its parts (RFC 5545, section 3.3.10).
    ///
    /// - Throws: ``RecurrenceError`` for a number outside of its range or a list that is too long.
    public init(
        _ frequency: Frequency, interval: Int = 1, count: Int? = nil, until: CalendarTime? = nil,
        days: [Day] = [], lists: [Part: [Int]] = [:], weekStart: Weekday = .monday
    ) throws(RecurrenceError) {
        guard (1...Self.largestNumber).contains(interval) else { throw .outOfRange("INTERVAL") }
        if let count, !(1...Self.largestNumber).contains(count) { throw .outOfRange("COUNT") }
        guard days.count <= Self.longestList else { throw .tooManyValues("BYDAY") }
        guard days.allSatisfy({ abs($0.ordinal) <= 53 }) else { throw .outOfRange("BYDAY") }
        for (part, values) in lists {
            guard values.count <= Self.longestList else { throw .tooManyValues(part.rawValue) }
            let (limit, lowest, mayBeNegative) = part.range
            let isSound = values.allSatisfy { value in
                abs(value) <= limit && abs(value) >= lowest && (mayBeNegative || value >= 0)
            }
            guard isSound else { throw .outOfRange(part.rawValue) }
        }
        self.frequency = frequency
        self.interval = interval
        self.count = count
        self.until = until
        self.days = days
        self.lists = lists.filter { !$0.value.isEmpty }
        self.weekStart = weekStart
    }

    /// No list of the grammar has more than 749 different values.
    static let longestList = 1_000
    static let largestNumber = 1_000_000_000
}
