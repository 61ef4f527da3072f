/// A day that a letter names, on the calendar.
struct ResolvedDate: Equatable {
    let mention: DateMention
    let first: SchoolDay
    /// Later than `first` for 上旬, 中旬 and 下旬, whose window it ends.
    let last: SchoolDay
    let mismatch: WeekdayMismatch?

    var isApproximate: Bool {
        if case .third(let third) = mention.day { return third != .end }
        return false
    }
}

/// A day whose number and weekday contradict each other.
struct WeekdayMismatch: Equatable {
    let numeric: SchoolDay
    let alternatives: [SchoolDay]
    /// The reading that everything else in the letter supports.
    let resolved: SchoolDay?
    let span: LetterText.Span
}

/// Gives the days of a letter their year and month, walking from top to bottom as a reader does.
///
/// School year: month and day name the day that lies nearest ahead of the issue (REAL_INPUT, section 4). The weekday is
/// checked against the calendar; a mismatch is reported with both readings and never settled silently.
struct DateResolver {
    let issued: SchoolDay
    /// The month that a heading names, 「6月の予定」.
    private(set) var heading: (year: Int, month: Int)?
    private(set) var last: SchoolDay?
    /// The days that the letter has named so far: a bare 「24日」 is one of them rather than another month's.
    private var known: Set<SchoolDay> = []
    /// Under 「来週」 a bare weekday is one of that week.
    var weeksAhead: Int?
    private var isNear = false
    private var isStrict = false
    /// The day of the block's 日時: what 当日 means.
    var anchor: SchoolDay?

    init(issued: SchoolDay) {
        self.issued = issued
    }

    /// - Parameter isStrict: The month stands on the days' own line (10月  8日(木)): no other month can be meant.
    mutating func enter(month: Int, isStrict: Bool = false) {
        self.isStrict = isStrict
        heading = (issued.year + (month < issued.month ? 1 : month > issued.month + 10 ? -1 : 0), month)
        last = nil
    }

    /// A new line: a bare day in it does not continue the month of the line before, unless nothing else fits.
    mutating func startLine() { isNear = false }

    /// 当日 in a line of its own means the letter's event again.
    mutating func returnTo(_ day: SchoolDay) { last = day }

    /// - Parameter isLinked: It ends a range or continues a list, so its month is the one before or the next.
    mutating func resolve(_ mention: DateMention, isLinked: Bool) -> ResolvedDate? {
        guard let resolved = resolved(mention, isLinked: isLinked) else { return nil }
        if case .fromLast = mention.day { return resolved }
        last = resolved.first
        known.insert(resolved.first)
        isNear = true
        return resolved
    }

    private func resolved(_ mention: DateMention, isLinked: Bool) -> ResolvedDate? {
        switch mention.day {
        case .number(let number): return day(number, of: mention, isLinked: isLinked)
        case .third(let third): return third.map(mention, in: month(of: mention))
        case .ordinal(let ordinal, let weekday):
            let (year, month) = month(of: mention)
            guard let first = SchoolDay(year: year, month: month, day: 1) else { return nil }
            var day = first.adding(days: (weekday - first.weekday + 7) % 7)
            if ordinal == DateMention.lastOfMonth {
                while day.adding(days: 7).month == month { day = day.adding(days: 7) }
            } else {
                day = day.adding(days: (ordinal - 1) * 7)
            }
            return day.month == month ? ResolvedDate(mention: mention, first: day, last: day, mismatch: nil) : nil
        case .fromIssue(let days): return checked(issued.adding(days: days), mention)
        case .weekday(let weekday):
            guard let weeksAhead else { return nil }
            let day = issued.adding(days: weeksAhead * 7 + weekday - issued.weekday)
            return ResolvedDate(mention: mention, first: day, last: day, mismatch: nil)
        case .week(let weeks, let weekday):
            let day = issued.adding(days: weeks * 7 + weekday - issued.weekday)
            return ResolvedDate(mention: mention, first: day, last: day, mismatch: nil)
        case .afterHolidays(let weekday):
            let first = firstSchoolDayAfterHolidays()
            let day = weekday.map { first.adding(days: ($0 - first.weekday + 7) % 7) } ?? first
            return ResolvedDate(mention: mention, first: day, last: day, mismatch: nil)
        case .besideHoliday(let name, let days):
            let holidays = Holidays()
            guard let day = (0..<300).map({ issued.adding(days: $0) }).first(where: { holidays.name(of: $0) == name })
            else { return nil }
            return checked(day.adding(days: days), mention)
        case .fromLast(let days):
            guard let last = days == 0 ? anchor ?? last : last else { return nil }
            return checked(last.adding(days: days), mention)
        }
    }

    /// Behind the next three or more days that are all Saturday, Sunday or holiday.
    private func firstSchoolDayAfterHolidays() -> SchoolDay {
        let holidays = Holidays()
        var free = 0
        var day = issued.adding(days: 1)
        for _ in 0..<120 {
            if day.weekday >= 6 || holidays.name(of: day) != nil {
                free += 1
            } else {
                if free >= 3 { return day }
                free = 0
            }
            day = day.adding(days: 1)
        }
        return issued
    }

    // MARK: - A numbered day

    private func day(_ number: Int, of mention: DateMention, isLinked: Bool) -> ResolvedDate? {
        if let month = mention.month {
            if let year = mention.year {
                guard let day = SchoolDay(year: year, month: month, day: number) else { return nil }
                return checked(day, mention, orYear: self.year(of: month, day: number))
            }
            return SchoolDay(year: year(of: month, day: number), month: month, day: number).flatMap {
                checked($0, mention)
            }
        }
        var candidates = months(for: mention, isLinked: isLinked).compactMap {
            SchoolDay(year: $0.year, month: $0.month, day: number)
        }
        if heading == nil, mention.monthsAhead == nil {
            // What lies ahead first.
            candidates = candidates.filter { $0 >= issued } + candidates.filter { $0 < issued }
        }
        if let weekday = mention.weekday,
            let fit = candidates.first(where: { $0.weekday == weekday && isReachable($0, isLinked: isLinked) })
        {
            return ResolvedDate(mention: mention, first: fit, last: fit, mismatch: nil)
        }
        if !isLinked, mention.weekday == nil, heading == nil, !isNear,
            let again = candidates.first(where: { known.contains($0) && $0 >= issued })
        {
            return ResolvedDate(mention: mention, first: again, last: again, mismatch: nil)
        }
        if isLinked, let last, let next = candidates.first(where: { $0 > last }) { return checked(next, mention) }
        if heading == nil, !isLinked,
            let next = candidates.first(where: {
                $0 >= (isNear ? last ?? issued : issued).adding(days: -20) && $0 >= issued
            })
        {
            return checked(next, mention)
        }
        return candidates.first.flatMap { checked($0, mention) }
    }

    /// Under a month's heading the days run on into the next month only where they begin anew; a weekday that fits another
    /// month by chance is a mistake in the letter.
    private func isReachable(_ day: SchoolDay, isLinked: Bool) -> Bool {
        guard let heading, !isLinked, (day.year, day.month) != heading else { return true }
        guard let last else { return !isStrict }
        guard (last.year, last.month) == heading else { return true }
        return (day.year, day.month) == following(heading, by: 1) && day.dayOfMonth < last.dayOfMonth
    }

    /// The months that a bare day may belong to, the likeliest first.
    private func months(for mention: DateMention, isLinked: Bool) -> [(year: Int, month: Int)] {
        var months: [(year: Int, month: Int)] = []
        if let ahead = mention.monthsAhead { return [following((issued.year, issued.month), by: ahead)] }
        // 「11月23日は祝日のため、振替は24日となります」 below the rows of March.
        if let last, let heading, isNear, isStrict, heading != (last.year, last.month) {
            return [(last.year, last.month)]
        }
        if let last,
            isLinked || heading == nil || heading.map({ ($0.year, $0.month) != (last.year, last.month) }) == true
        {
            months += [(last.year, last.month), following((last.year, last.month), by: 1)]
        }
        if let heading {
            if isLinked {
                months.append((heading.year, heading.month))
            } else {
                months.insert((heading.year, heading.month), at: 0)
            }
            months.append(following((heading.year, heading.month), by: 1))
        }
        let own = [(issued.year, issued.month), following((issued.year, issued.month), by: 1)]
        // A letter's bare day lies near its issue, unless its line has just named another month.
        return isNear || heading != nil || mention.weekday != nil ? months + own : own + months
    }

    private func month(of mention: DateMention) -> (year: Int, month: Int) {
        if let month = mention.month { return (mention.year ?? year(of: month), month) }
        if let ahead = mention.monthsAhead { return following((issued.year, issued.month), by: ahead) }
        if let heading { return heading }
        if let last { return (last.year, last.month) }
        return (issued.year, issued.month)
    }

    private func following(_ month: (year: Int, month: Int), by count: Int) -> (year: Int, month: Int) {
        let index = month.year * 12 + month.month - 1 + count
        return (index / 12, index % 12 + 1)
    }

    /// The year in which a month comes next, two months back at most: letters announce, they seldom look back.
    private func year(of month: Int, day: Int = 28) -> Int {
        let earliest = issued.adding(days: -60)
        for year in issued.year - 1...issued.year + 1 {
            guard let candidate = SchoolDay(year: year, month: month, day: min(day, 28)) else { continue }
            if candidate >= earliest { return year }
        }
        return issued.year
    }

    // MARK: - Weekday

    /// - Parameter orYear: The year that would be expected when another one is written (a year left over from last time).
    private func checked(_ day: SchoolDay, _ mention: DateMention, orYear expected: Int? = nil) -> ResolvedDate {
        guard let weekday = mention.weekday, weekday != day.weekday else {
            return ResolvedDate(mention: mention, first: day, last: day, mismatch: nil)
        }
        if let expected, expected != day.year,
            let other = SchoolDay(year: expected, month: day.month, day: day.dayOfMonth), other.weekday == weekday
        {
            let mismatch = WeekdayMismatch(
                numeric: day, alternatives: [day, other], resolved: other, span: mention.span)
            return ResolvedDate(mention: mention, first: other, last: other, mismatch: mismatch)
        }
        let ahead = (weekday - day.weekday + 7) % 7
        let near = day.adding(days: ahead > 3 ? ahead - 7 : ahead)
        let mismatch = WeekdayMismatch(
            numeric: day, alternatives: [day, near].sorted(), resolved: nil, span: mention.span)
        return ResolvedDate(mention: mention, first: day, last: day, mismatch: mismatch)
    }
}

extension DateMention.Third {
    fileprivate func map(_ mention: DateMention, in month: (year: Int, month: Int)) -> ResolvedDate? {
        guard let first = SchoolDay(year: month.year, month: month.month, day: 1) else { return nil }
        let next = SchoolDay(year: month.month == 12 ? month.year + 1 : month.year, month: month.month % 12 + 1, day: 1)
        guard let end = next?.adding(days: -1) else { return nil }
        let window: (SchoolDay, SchoolDay) =
            switch self {
            case .early: (first, first.adding(days: 9))
            case .middle: (first.adding(days: 10), first.adding(days: 19))
            case .late: (first.adding(days: 20), end)
            case .end: (end, end)
            }
        return ResolvedDate(mention: mention, first: window.0, last: window.1, mismatch: nil)
    }
}
