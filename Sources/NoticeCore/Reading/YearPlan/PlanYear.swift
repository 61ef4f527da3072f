/// The school year of a year plan: what its title or the officer says, held against its weekdays.
struct PlanYear {
    let layout: YearPlanLayout
    /// What the officer said.
    let given: SchoolYear?
    let today: SchoolDay

    enum Verdict: Equatable {
        /// - `isInferred`: nobody said it; the weekdays fit no other year.
        case year(SchoolYear, isInferred: Bool)
        case flaw(Flaw)
    }

    func verdict() -> Verdict {
        let mentioned = mentions()
        if let given, let first = mentioned.first, !mentioned.contains(where: { $0.year == given }) {
            return .flaw(Self.contradiction(of: given, to: first.year, row: first.row))
        }
        let checks = weekdays()
        // Of two years in a heading, 「令和8年度（令和7年度実績）」, the one whose weekdays stand below.
        let said = given ?? mentioned.map(\.year).max { fit($0, checks) < fit($1, checks) && $0 != $1 }
        guard let said else {
            guard let year = inferred(from: checks) else {
                return .flaw(Flaw(.schoolYearRequired, field: "school_year"))
            }
            return .year(year, isInferred: true)
        }
        guard EventSpan.isNear(said.firstDay, today: today) else {
            return .flaw(
                Flaw(.dateOutOfRange, field: "school_year", row: mentioned.first?.row, value: String(said.year)))
        }
        if checks.count >= Self.enough, fit(said, checks) < 0.5, let other = inferred(from: checks) {
            return .flaw(
                Flaw(.weekdaysOfOtherYear, row: mentioned.first?.row, value: "\(said.year) ≠ \(other.year)"))
        }
        return .year(said, isInferred: false)
    }

    /// The officer says one year, the table another.
    static func contradiction(of given: SchoolYear, to mentioned: SchoolYear, row: Int) -> Flaw {
        Flaw(.schoolYearMismatch, field: "school_year", row: row, value: "\(given.year) ≠ \(mentioned.year)")
    }

    // MARK: - What is written

    /// 年度 in the titles; else the years of the months' headings or of cells above them.
    private func mentions() -> [(row: Int, year: SchoolYear)] {
        let explicit = layout.titles.flatMap { title in
            SchoolYearMention.years(in: title.text).map { (title.row, $0) }
        }
        if !explicit.isEmpty { return explicit }
        let ofMonths = layout.titles.compactMap { title -> (Int, SchoolYear)? in
            guard let month = PlanMonth(title.text), let year = month.year else { return nil }
            return (title.row, SchoolYear(month.month < 4 ? year - 1 : year))
        }
        if !ofMonths.isEmpty { return ofMonths }
        let years = layout.titles.compactMap { title -> (Int, SchoolYear)? in
            var scanner = TextScanner(title.text)
            guard let year = JapaneseDate.year(&scanner), scanner.take("年") != nil, scanner.isAtEnd else { return nil }
            return (title.row, SchoolYear(year))
        }
        return years.min { $0.1 < $1.1 }.map { [$0] } ?? []
    }

    // MARK: - What the weekdays say

    private struct Check {
        let month: YearPlanLayout.Month
        let day: PlanDayCell
        let weekday: Int
    }

    /// Fewer weekdays than a month's prove nothing.
    private static let enough = 28

    private func weekdays() -> [Check] {
        layout.months.flatMap { month in
            month.days.compactMap { row, day in
                guard case .day(let weekday) = layout.weekday(in: row, of: month) else { return nil }
                return Check(month: month, day: day, weekday: weekday)
            }
        }
    }

    /// The part of the weekdays that are right in a year.
    private func fit(_ year: SchoolYear, _ checks: [Check]) -> Double {
        if checks.isEmpty { return 0 }
        let right = checks.count { layout.day($0.day, of: $0.month, in: year)?.weekday == $0.weekday }
        return Double(right) / Double(checks.count)
    }

    /// Last year, this one or the next: their weekdays always differ, those of years farther apart may not.
    private func inferred(from checks: [Check]) -> SchoolYear? {
        guard checks.count >= Self.enough else { return nil }
        let now = today.schoolYear
        return [now.previous, now, now.next].first { fit($0, checks) >= 0.9 }
    }
}
