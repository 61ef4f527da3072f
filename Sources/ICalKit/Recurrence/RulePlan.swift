/// A rule laid out for iterating: every list as bits or sorted numbers, every default taken from DTSTART.
///
/// RFC 5545, section 3.3.10: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10>
struct RulePlan: Sendable {
    let frequency: RecurrenceRule.Frequency
    let interval: Int
    let start: Int64
    let startDay: Int
    /// Monday is 0.
    let weekStart: Int

    private(set) var months: UInt16
    private(set) var weekdays: UInt8
    private(set) var ordinals: [Ordinal] = []
    /// Whether the numbers of BYDAY count within the year: no BYMONTH is written, though DTSTART's may be meant.
    private(set) var countsWeekdaysInYear = false
    private(set) var monthDays: UInt32
    private(set) var monthDaysFromEnd: UInt32
    let yearDays: [Int]
    private let yearDayBits: [UInt64]
    private let yearDayBitsFromEnd: [UInt64]
    private(set) var weeks: UInt64
    private(set) var weeksFromEnd: UInt64
    let positions: [Int]

    let hours: UInt32
    let minutes: UInt64
    let seconds: UInt64
    /// Seconds after the start of the day (hour, minute) at which something happens, ascending.
    let times: [Int32]

    /// The n-th such weekday of a month or year.
    struct Ordinal: Sendable {
        let number: Int
        let weekday: Int
    }

    init(_ rule: RecurrenceRule, start: LocalDateTime, isDate: Bool) {
        frequency = rule.frequency
        interval = rule.interval
        self.start = start.seconds
        startDay = start.date.daysSince1970
        weekStart = rule.weekStart.rawValue - 1
        months = rule[.month].reduce(0) { $0 | 1 << UInt16($1) }
        monthDays = rule[.monthDay].reduce(0) { $1 > 0 ? $0 | 1 << UInt32($1) : $0 }
        monthDaysFromEnd = rule[.monthDay].reduce(0) { $1 < 0 ? $0 | 1 << UInt32(-$1) : $0 }
        weeks = rule[.weekNumber].reduce(0) { $1 > 0 ? $0 | 1 << UInt64($1) : $0 }
        weeksFromEnd = rule[.weekNumber].reduce(0) { $1 < 0 ? $0 | 1 << UInt64(-$1) : $0 }
        yearDays = Array(Set(rule[.yearDay])).sorted()
        yearDayBits = Self.words(yearDays.filter { $0 > 0 })
        yearDayBitsFromEnd = Self.words(yearDays.filter { $0 < 0 }.map { -$0 })
        positions = Array(Set(rule[.setPosition])).sorted()
        weekdays = 0
        // A number before the weekday has a meaning in months and years only, and not beside BYWEEKNO.
        let countsWeekdays =
            rule.frequency == .monthly || (rule.frequency == .yearly && rule[.weekNumber].isEmpty)
        for day in Set(rule.days) {
            if day.ordinal == 0 || !countsWeekdays {
                weekdays |= 1 << UInt8(day.weekday.rawValue - 1)
            } else {
                ordinals.append(Ordinal(number: day.ordinal, weekday: day.weekday.rawValue - 1))
            }
        }
        countsWeekdaysInYear = rule.frequency == .yearly && rule[.month].isEmpty && !ordinals.isEmpty
        let second = start.secondOfDay
        let lists = TimeLists(rule, isDate: isDate)
        hours = UInt32(truncatingIfNeeded: TimeLists.mask(lists.hours))
        minutes = TimeLists.mask(lists.minutes)
        seconds = TimeLists.mask(lists.seconds)
        times = lists.times(frequency: rule.frequency, startSecond: second)
        takeDefaults(date: start.date)
    }

    /// What the rule leaves open comes from DTSTART (RFC 5545, section 3.3.10, "retrieved from the DTSTART").
    private mutating func takeDefaults(date: CalendarDate) {
        let hasMonthDays = monthDays | monthDaysFromEnd != 0
        let hasWeekdays = weekdays != 0 || !ordinals.isEmpty
        let hasWeeks = weeks | weeksFromEnd != 0
        let namesDays = hasMonthDays || hasWeekdays || !yearDays.isEmpty
        let weekday = UInt8(1) << UInt8(date.weekday - 1)
        switch frequency {
        case .yearly:
            if hasWeeks, !namesDays {
                weekdays = weekday
            } else if !namesDays {
                monthDays = 1 << UInt32(date.day)
                if months == 0 { months = 1 << UInt16(date.month) }
            } else if hasMonthDays, months == 0, !hasWeeks, yearDays.isEmpty {
                // BYMONTHDAY alone is meant in DTSTART's month: Google and Windows export that form.
                months = 1 << UInt16(date.month)
            }
        case .monthly:
            if !namesDays { monthDays = 1 << UInt32(date.day) }
        case .weekly:
            if !namesDays { weekdays = weekday }
        case .daily, .hourly, .minutely, .secondly:
            break
        }
        if months == 0 { months = 0x1FFE }
    }

    private static func words(_ numbers: [Int]) -> [UInt64] {
        numbers.reduce(into: [UInt64](repeating: 0, count: 6)) { $0[$1 >> 6] |= 1 << UInt64($1 & 63) }
    }

    /// - Parameter number: Day of the year, from 1.
    func isNamedYearDay(_ number: Int, yearLength: Int) -> Bool {
        let fromEnd = yearLength + 1 - number
        return
            (yearDayBits[number >> 6] >> UInt64(number & 63)
            | yearDayBitsFromEnd[fromEnd >> 6] >> UInt64(fromEnd & 63)) & 1 == 1
    }

    /// How much work one period is, in steps of a few nanoseconds.
    var periodWork: Int {
        switch frequency {
        case .yearly: 50 + ordinals.count + yearDays.count
        case .monthly: 5 + ordinals.count
        case .weekly, .daily: 1
        case .hourly, .minutely, .secondly: 1 + times.count
        }
    }

    var hasMonthDays: Bool { monthDays | monthDaysFromEnd != 0 }
    var hasWeekdays: Bool { weekdays != 0 || !ordinals.isEmpty }
    var hasWeeks: Bool { weeks | weeksFromEnd != 0 }

    /// Whether a period can ever hold as many instances as BYSETPOS asks for.
    var canReachPosition: Bool {
        let perDay = times.count
        let most =
            switch frequency {
            case .yearly: perDay * 380
            case .monthly: perDay * 31
            case .weekly: perDay * 7
            case .daily, .hourly, .minutely: perDay
            case .secondly: 1
            }
        return positions.isEmpty || positions.contains { abs($0) <= most }
    }
}

/// BYHOUR, BYMINUTE and BYSECOND, as they stand.
private struct TimeLists {
    let hours: [Int]
    let minutes: [Int]
    let seconds: [Int]

    /// A whole day has no clock: the three lists are ignored (RFC 5545, section 3.3.10) and only midnight counts.
    init(_ rule: RecurrenceRule, isDate: Bool) {
        hours = isDate ? [0] : rule[.hour]
        minutes = isDate ? [0] : rule[.minute]
        // Second 60 is a leap second, which no clock here shows.
        seconds = isDate ? [0] : rule[.second].filter { $0 < 60 }
    }

    /// Bits of a list; all of them if it is empty, which limits nothing.
    static func mask(_ values: [Int]) -> UInt64 {
        values.isEmpty ? .max : values.reduce(0) { $0 | 1 << UInt64($1) }
    }

    func times(frequency: RecurrenceRule.Frequency, startSecond: Int) -> [Int32] {
        let secondsOfMinute = expanded(seconds, startSecond % 60)
        if frequency == .minutely { return secondsOfMinute.map { Int32($0) } }
        let minutesOfHour = expanded(minutes, startSecond / 60 % 60)
        if frequency == .secondly { return [0] }
        let ofHour = minutesOfHour.flatMap { minute in secondsOfMinute.map { Int32(minute * 60 + $0) } }
        if frequency == .hourly { return ofHour }
        return expanded(hours, startSecond / 3_600).flatMap { hour in ofHour.map { Int32(hour * 3_600) + $0 } }
    }

    private func expanded(_ values: [Int], _ fromStart: Int) -> [Int] {
        values.isEmpty ? [fromStart] : Array(Set(values)).sorted()
    }
}
