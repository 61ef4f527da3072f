/// Walks the instances of a rule lazily, period by period, on the wall clock.
///
/// RFC 5545, section 3.3.10: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10>
///
/// Work is bounded even where nothing ever matches: the walk ends with year 9999, or after ``barrenLimit`` periods in
/// a row that hold nothing. The calendar repeats after 146,097 days, so a rule that is silent for longer stays silent.
struct RuleIterator: IteratorProtocol {
    private let plan: RulePlan
    private let last: Int64
    private var remaining: Int

    /// Which period: years and months since year 0, weeks and days since 1970, seconds for shorter ones.
    private var period: Int
    private var isExhausted: Bool

    private var days: [Int32] = []
    private var dayIndex = 0
    private var timeIndex = 0
    private var base: Int64 = 0
    /// Instances picked by BYSETPOS, or those left of an hour or minute.
    private var picked: [Int64] = []
    private var pickedIndex = 0
    private var matchingDay = Int.min
    private var failingDay = Int.min

    static let barrenLimit = 1_000_000

    /// Steps of work done so far; what an expansion of many rules adds up.
    private(set) var work: Int
    private let mostWork: Int

    /// - Parameters:
    ///   - until: Last local second that may be an instance.
    ///   - mostWork: Steps after which the walk ends, wherever it is.
    init(_ plan: RulePlan, count: Int?, until: Int64, mostWork: Int = .max) {
        work = plan.times.count / 4
        self.mostWork = mostWork
        self.plan = plan
        last = min(until, LocalDateTime.latest)
        remaining = count ?? .max
        let (year, month, _) = CivilCalendar.civil(plan.startDay)
        period =
            switch plan.frequency {
            case .yearly: plan.hasWeeks ? plan.firstWeekYear(calendarYear: year) : year
            case .monthly: year * 12 + month - 1
            case .weekly: plan.startDay - (CivilCalendar.weekday(plan.startDay) - plan.weekStart + 7) % 7
            case .daily: plan.startDay
            case .hourly, .minutely, .secondly: Int(plan.start) - Self.intoUnit(plan.start, plan.frequency)
            }
        isExhausted = !plan.canReachPosition
        days.reserveCapacity(32)
    }

    mutating func next() -> Int64? {
        while let candidate = nextCandidate() {
            if candidate < plan.start {
                work &+= 1
                continue
            }
            if candidate > last || remaining == 0 { break }
            remaining &-= 1
            return candidate
        }
        isExhausted = true
        clear()
        return nil
    }

    @inline(__always)
    private mutating func nextCandidate() -> Int64? {
        while true {
            if timeIndex < plan.times.count, dayIndex < days.count {
                let candidate = base &+ Int64(plan.times[timeIndex])
                timeIndex &+= 1
                if timeIndex == plan.times.count {
                    timeIndex = 0
                    dayIndex &+= 1
                    if dayIndex < days.count { base = Int64(days[dayIndex]) &* CivilCalendar.secondsPerDay }
                }
                return candidate
            }
            if pickedIndex < picked.count {
                pickedIndex &+= 1
                return picked[pickedIndex &- 1]
            }
            if !loadNextPeriod() { return nil }
        }
    }

    private mutating func clear() {
        days.removeAll(keepingCapacity: true)
        picked.removeAll(keepingCapacity: true)
        dayIndex = 0
        timeIndex = 0
        pickedIndex = 0
    }

    /// Loads the next period that holds anything; false at the end of all of them.
    private mutating func loadNextPeriod() -> Bool {
        clear()
        var barren = 0
        while !isExhausted, barren < Self.barrenLimit {
            barren &+= 1
            work &+= plan.periodWork
            guard startOfPeriod <= last, work < mostWork else { break }
            switch plan.frequency {
            case .yearly: plan.appendDays(year: period, to: &days)
            case .monthly:
                let year = period >= 0 ? period / 12 : (period - 11) / 12
                plan.appendDays(year: year, month: period - year * 12 + 1, to: &days)
            case .weekly:
                for day in period..<period + 7 where plan.contains(day: day) {
                    days.append(Int32(truncatingIfNeeded: day))
                }
            case .daily:
                if plan.contains(day: period) { days.append(Int32(truncatingIfNeeded: period)) }
            case .hourly, .minutely, .secondly:
                if let resumeAt = loadShortPeriod() {
                    skip(to: resumeAt)
                    continue
                }
            }
            period += plan.interval * Self.unit(plan.frequency)
            if !days.isEmpty { base = Int64(days[0]) * CivilCalendar.secondsPerDay }
            if !plan.positions.isEmpty { pick() }
            if !days.isEmpty || !picked.isEmpty { return true }
        }
        isExhausted = true
        return false
    }

    /// First second of the period; for years and their weeks, of the first day that may belong to it.
    private var startOfPeriod: Int64 {
        let day =
            switch plan.frequency {
            case .yearly: CivilCalendar.days(year: period, month: 1, day: 1) - 7
            case .monthly: CivilCalendar.days(year: 0, month: 1, day: 1) + period * 30
            case .weekly, .daily: period
            case .hourly, .minutely, .secondly: 0
            }
        return isShort ? Int64(period) : Int64(day) * CivilCalendar.secondsPerDay
    }

    private var isShort: Bool {
        switch plan.frequency {
        case .hourly, .minutely, .secondly: true
        case .yearly, .monthly, .weekly, .daily: false
        }
    }

    /// How far one period lies from the next, in the unit of ``period``.
    private static func unit(_ frequency: RecurrenceRule.Frequency) -> Int {
        switch frequency {
        case .yearly, .monthly, .daily, .secondly: 1
        case .weekly: 7
        case .hourly: 3_600
        case .minutely: 60
        }
    }

    private static func intoUnit(_ seconds: Int64, _ frequency: RecurrenceRule.Frequency) -> Int {
        CivilCalendar.split(seconds).second % unit(frequency)
    }
}

extension RuleIterator {
    /// Loads an hour, minute or second.
    ///
    /// - Returns: The second from which a period may match again, where this one does not.
    private mutating func loadShortPeriod() -> Int64? {
        let (day, second) = CivilCalendar.split(Int64(period))
        if day != matchingDay {
            if day == failingDay || !plan.contains(day: day) {
                failingDay = day
                return Int64(day + 1) * CivilCalendar.secondsPerDay
            }
            matchingDay = day
        }
        let hour = second / 3_600
        if plan.hours >> UInt32(hour) & 1 == 0 { return Int64(period - second + (hour + 1) * 3_600) }
        let minute = second / 60 % 60
        if plan.frequency != .hourly, plan.minutes >> UInt64(minute) & 1 == 0 {
            return Int64(period - second % 60 + 60)
        }
        if plan.frequency == .secondly, plan.seconds >> UInt64(second % 60) & 1 == 0 { return Int64(period + 1) }
        for time in plan.times { picked.append(Int64(period) + Int64(time)) }
        return nil
    }

    /// Goes on with the first period at or after a second.
    private mutating func skip(to second: Int64) {
        let step = plan.interval * Self.unit(plan.frequency)
        period += max((Int(second) - period + step - 1) / step, 1) * step
    }

    /// Leaves only the instances that BYSETPOS names (RFC 5545, section 3.3.10).
    private mutating func pick() {
        let held = isShort ? picked : []
        let total = isShort ? held.count : days.count * plan.times.count
        var chosen = plan.positions.map { $0 > 0 ? $0 - 1 : total + $0 }.filter { $0 >= 0 && $0 < total }
        chosen.sort()
        var picks: [Int64] = []
        var previous = -1
        for index in chosen where index != previous {
            previous = index
            if isShort {
                picks.append(held[index])
            } else {
                let day = Int64(days[index / plan.times.count])
                picks.append(day * CivilCalendar.secondsPerDay + Int64(plan.times[index % plan.times.count]))
            }
        }
        clear()
        picked = picks
    }

    /// Goes to the period in which a local second lies, without walking there. Only for rules without COUNT.
    mutating func seek(_ second: Int64) {
        guard second > plan.start, remaining == .max else { return }
        let day = CivilCalendar.split(second).days
        let (year, month, _) = CivilCalendar.civil(day)
        let target =
            switch plan.frequency {
            case .yearly: year - 1
            case .monthly: year * 12 + month - 1
            case .weekly: day - 6
            case .daily: day
            case .hourly, .minutely, .secondly: Int(second) - Self.unit(plan.frequency)
            }
        let step = plan.interval * Self.unit(plan.frequency)
        if target > period { period += (target - period) / step * step }
        clear()
    }
}
