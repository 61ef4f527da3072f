/// Which days of a period a rule names. A month is a word of 31 bits, so a whole month is decided in a few operations.
extension RulePlan {
    /// Bits of the days 1 to 31 whose weekday is that of day 1, shifted by up to six days.
    @inline(__always)
    private static func everySeventhDay(from shift: Int) -> UInt32 {
        0b0010_0000_0100_0000_1000_0001_0000_0010 << UInt32(shift)
    }

    /// The days of a month that the rule names; bit 1 is the first. BYDAY with a number counts within the month.
    @inline(__always)
    func days(firstDay: Int, length: Int) -> UInt32 {
        var bits = ~UInt32(1) & (.max >> UInt32(31 &- length))
        if hasMonthDays { bits &= monthDays | mirrored(monthDaysFromEnd, length: length) }
        if hasWeekdays {
            bits &= weekdayBits(firstDay: firstDay) | ordinalBits(firstDay: firstDay, length: length)
        }
        return bits
    }

    /// Days counted from the end of a month, as bits counted from its start.
    @inline(__always)
    private func mirrored(_ bits: UInt32, length: Int) -> UInt32 {
        if bits == 0 { return 0 }
        // Bit n from the end is day length + 1 - n.
        let reversed = UInt64(bits).bitReversed
        return UInt32(truncatingIfNeeded: reversed >> UInt64(63 &- (length &+ 1)))
    }

    @inline(__always)
    private func weekdayBits(firstDay: Int) -> UInt32 {
        if weekdays == 0 { return 0 }
        let first = CivilCalendar.weekday(firstDay)
        var bits: UInt32 = 0
        var rest = weekdays
        while rest != 0 {
            let weekday = rest.trailingZeroBitCount
            rest &= rest &- 1
            bits |= Self.everySeventhDay(from: weekday >= first ? weekday &- first : weekday &- first &+ 7)
        }
        return bits
    }

    private func ordinalBits(firstDay: Int, length: Int) -> UInt32 {
        var bits: UInt32 = 0
        for ordinal in ordinals {
            let day = Self.nth(ordinal, firstDay: firstDay, length: length)
            if day > 0, day <= length { bits |= 1 << UInt32(day) }
        }
        return bits
    }

    /// Day within a period, from 1; 0 or less, or more than its length, where the period has none.
    private static func nth(_ ordinal: Ordinal, firstDay: Int, length: Int) -> Int {
        if ordinal.number > 0 {
            return (ordinal.weekday - CivilCalendar.weekday(firstDay) + 7) % 7 + 7 * ordinal.number - 6
        }
        let lastWeekday = CivilCalendar.weekday(firstDay + length - 1)
        return length - (lastWeekday - ordinal.weekday + 7) % 7 + 7 * (ordinal.number + 1)
    }

    /// Whether a single day passes every list, for rules that walk by days or less.
    func contains(day: Int) -> Bool {
        let (year, month, dayOfMonth) = CivilCalendar.civil(day)
        if months >> UInt16(month) & 1 == 0 { return false }
        if weekdays != 0, weekdays >> UInt8(CivilCalendar.weekday(day)) & 1 == 0 { return false }
        if hasMonthDays {
            let length = CivilCalendar.daysInMonth(year: year, month: month)
            let fromEnd = length - dayOfMonth + 1
            if (monthDays >> UInt32(dayOfMonth) | monthDaysFromEnd >> UInt32(fromEnd)) & 1 == 0 { return false }
        }
        if !yearDays.isEmpty {
            let number = day - CivilCalendar.days(year: year, month: 1, day: 1) + 1
            if !isNamedYearDay(number, yearLength: CivilCalendar.daysInYear(year)) { return false }
        }
        return !hasWeeks || WeekYear(containing: day, weekStart: weekStart).contains(day, in: self)
    }

    /// Appends the days of a month, ascending.
    func appendDays(year: Int, month: Int, to days: inout [Int32]) {
        if months >> UInt16(month) & 1 == 0 { return }
        let firstDay = CivilCalendar.days(year: year, month: month, day: 1)
        let bits = self.days(firstDay: firstDay, length: CivilCalendar.daysInMonth(year: year, month: month))
        append(bits, before: firstDay, to: &days)
    }

    private func append(_ bits: UInt32, before firstDay: Int, to days: inout [Int32]) {
        var rest = bits
        let base = Int32(truncatingIfNeeded: firstDay &- 1)
        while rest != 0 {
            let day = base &+ Int32(truncatingIfNeeded: rest.trailingZeroBitCount)
            rest &= rest &- 1
            if !yearDays.isEmpty, !contains(day: Int(day)) { continue }
            days.append(day)
        }
    }

    /// Appends the days of a year, ascending.
    func appendDays(year: Int, to days: inout [Int32]) {
        let firstDay = CivilCalendar.days(year: year, month: 1, day: 1)
        if hasWeeks {
            appendWeekDays(year: year, to: &days)
        } else if !yearDays.isEmpty {
            appendYearDays(firstDay: firstDay, length: CivilCalendar.daysInYear(year), to: &days)
        } else if countsWeekdaysInYear {
            appendYearlyWeekdays(firstDay: firstDay, year: year, to: &days)
        } else {
            var rest = months
            while rest != 0 {
                appendDays(year: year, month: rest.trailingZeroBitCount, to: &days)
                rest &= rest &- 1
            }
        }
    }

    /// BYWEEKNO: the days of the named weeks, those beyond New Year's included, for a week belongs to one year whole.
    private func appendWeekDays(year: Int, to days: inout [Int32]) {
        let weekYear = WeekYear(year: year, weekStart: weekStart)
        for week in 1...weekYear.weeks where weekYear.isNamed(week, in: self) {
            let first = weekYear.firstDay + 7 * (week - 1)
            for day in first..<first + 7 where passesLimits(day) { days.append(Int32(truncatingIfNeeded: day)) }
        }
    }

    /// The year from which a rule of weeks counts its INTERVAL: that of DTSTART's week, if DTSTART is an instance.
    func firstWeekYear(calendarYear: Int) -> Int {
        if interval == 1 { return calendarYear - 1 }
        let weekYear = WeekYear(containing: startDay, weekStart: weekStart).year
        var days: [Int32] = []
        appendWeekDays(year: weekYear, to: &days)
        return days.contains(Int32(truncatingIfNeeded: startDay)) ? weekYear : calendarYear
    }

    /// BYYEARDAY, with what else limits it.
    private func appendYearDays(firstDay: Int, length: Int, to days: inout [Int32]) {
        var numbered: Set<Int32> = []
        if countsWeekdaysInYear {
            var found: [Int32] = []
            appendYearlyWeekdays(firstDay: firstDay, year: CivilCalendar.civil(firstDay).year, to: &found)
            numbered = Set(found)
        }
        var month = (firstDay: Int.max, bits: UInt32(0))
        for number in 1...length where isNamedYearDay(number, yearLength: length) {
            let day = firstDay + number - 1
            if countsWeekdaysInYear {
                if numbered.contains(Int32(truncatingIfNeeded: day)) { days.append(Int32(truncatingIfNeeded: day)) }
                continue
            }
            let dayOfMonth = CivilCalendar.civil(day).day
            if month.firstDay != day - dayOfMonth + 1 { month = monthBits(containing: day) }
            if month.bits >> UInt32(dayOfMonth) & 1 == 1 { days.append(Int32(truncatingIfNeeded: day)) }
        }
    }

    /// The days that BYMONTH, BYMONTHDAY and BYDAY leave of the month around a day.
    private func monthBits(containing day: Int) -> (firstDay: Int, bits: UInt32) {
        let (year, month, dayOfMonth) = CivilCalendar.civil(day)
        let firstDay = day - dayOfMonth + 1
        if months >> UInt16(month) & 1 == 0 { return (firstDay, 0) }
        let length = CivilCalendar.daysInMonth(year: year, month: month)
        return (firstDay, days(firstDay: firstDay, length: length))
    }

    private func passesLimits(_ day: Int) -> Bool {
        let (firstDay, bits) = monthBits(containing: day)
        return bits >> UInt32(day - firstDay + 1) & 1 == 1
    }

    /// BYDAY with numbers that count within the year.
    private func appendYearlyWeekdays(firstDay: Int, year: Int, to days: inout [Int32]) {
        let length = CivilCalendar.daysInYear(year)
        var named: [Int32] = []
        for ordinal in ordinals {
            let number = Self.nth(ordinal, firstDay: firstDay, length: length)
            if number >= 1, number <= length { named.append(Int32(truncatingIfNeeded: firstDay + number - 1)) }
        }
        if weekdays != 0 {
            for day in firstDay..<firstDay + length where weekdays >> UInt8(CivilCalendar.weekday(day)) & 1 == 1 {
                named.append(Int32(truncatingIfNeeded: day))
            }
        }
        named.sort()
        for day in named where day != days.last && passesMonth(Int(day)) { days.append(day) }
    }

    /// BYMONTH and BYMONTHDAY alone.
    private func passesMonth(_ day: Int) -> Bool {
        let (year, month, dayOfMonth) = CivilCalendar.civil(day)
        if months >> UInt16(month) & 1 == 0 { return false }
        guard hasMonthDays else { return true }
        let fromEnd = CivilCalendar.daysInMonth(year: year, month: month) - dayOfMonth + 1
        return (monthDays >> UInt32(dayOfMonth) | monthDaysFromEnd >> UInt32(fromEnd)) & 1 == 1
    }
}

/// A year of whole weeks: week 1 is the first with at least four days in the calendar year.
///
/// RFC 5545, section 3.3.10, BYWEEKNO: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10>
struct WeekYear {
    let year: Int
    let firstDay: Int
    let weeks: Int

    init(year: Int, weekStart: Int) {
        self.year = year
        firstDay = Self.firstDay(year, weekStart)
        weeks = (Self.firstDay(year + 1, weekStart) - firstDay) / 7
    }

    init(containing day: Int, weekStart: Int) {
        let year = CivilCalendar.civil(day).year
        let candidates = [year + 1, year, year - 1].lazy.map { WeekYear(year: $0, weekStart: weekStart) }
        self = candidates.first { $0.firstDay <= day } ?? WeekYear(year: year - 1, weekStart: weekStart)
    }

    func contains(_ day: Int, in plan: RulePlan) -> Bool { isNamed((day - firstDay) / 7 + 1, in: plan) }

    func isNamed(_ week: Int, in plan: RulePlan) -> Bool {
        (plan.weeks >> UInt64(week) | plan.weeksFromEnd >> UInt64(weeks + 1 - week)) & 1 == 1
    }

    private static func firstDay(_ year: Int, _ weekStart: Int) -> Int {
        let newYear = CivilCalendar.days(year: year, month: 1, day: 1)
        let intoWeek = (CivilCalendar.weekday(newYear) - weekStart + 7) % 7
        return intoWeek <= 3 ? newYear - intoWeek : newYear + 7 - intoWeek
    }
}

extension UInt64 {
    /// The bits in opposite order.
    var bitReversed: UInt64 {
        var value = self
        value = (value >> 1) & 0x5555_5555_5555_5555 | (value & 0x5555_5555_5555_5555) << 1
        value = (value >> 2) & 0x3333_3333_3333_3333 | (value & 0x3333_3333_3333_3333) << 2
        value = (value >> 4) & 0x0F0F_0F0F_0F0F_0F0F | (value & 0x0F0F_0F0F_0F0F_0F0F) << 4
        return value.byteSwapped
    }
}
