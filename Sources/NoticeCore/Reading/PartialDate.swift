/// A day without its year, perhaps without its month: 4月7日, 4/7, 7日.
struct PartialDate: Equatable {
    let month: Int?
    let dayOfMonth: Int
    /// Whether a unit or a slash stands there; a number alone may be anything.
    let isSpelledOut: Bool

    /// Takes 「4月7日」, 「4/7」, 「4.7」, 「7日」, 「7」.
    static func take(from scanner: inout TextScanner) -> PartialDate? {
        guard let first = scanner.number(digits: 1...2) else { return nil }
        if let separator = scanner.take("月", "/", ".") {
            guard let day = scanner.number(digits: 1...2) else { return nil }
            if separator == "月" { _ = scanner.take("日") }
            return PartialDate(month: first, dayOfMonth: day, isSpelledOut: true)
        }
        return PartialDate(month: nil, dayOfMonth: first, isSpelledOut: scanner.take("日") != nil)
    }

    /// The day within a school year.
    func day(in year: SchoolYear) -> SchoolDay? {
        guard let month else { return nil }
        return SchoolDay(year: month >= 4 ? year.year : year.year + 1, month: month, day: dayOfMonth)
    }

    private static let farthestWithoutMonth = 20

    /// The first such day that is not before another: 「(～7日)」 behind 24 December is 7 January.
    func day(notBefore start: SchoolDay) -> SchoolDay? {
        if let month {
            let year = month < start.month ? start.year + 1 : start.year
            return SchoolDay(year: year, month: month, day: dayOfMonth).flatMap { $0 < start ? nil : $0 }
        }
        if dayOfMonth >= start.dayOfMonth {
            return SchoolDay(year: start.year, month: start.month, day: dayOfMonth)
        }
        let next = start.month % 12 + 1
        let day = SchoolDay(year: next == 1 ? start.year + 1 : start.year, month: next, day: dayOfMonth)
        // Farther away it is a mistyped number rather than the next month's.
        return day.flatMap { $0.daysSince1970 - start.daysSince1970 <= Self.farthestWithoutMonth ? $0 : nil }
    }
}
