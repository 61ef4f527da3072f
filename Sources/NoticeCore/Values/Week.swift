/// A week as it is printed: seven days from Sunday or Monday, named by its ISO 8601 week.
public struct Week: Hashable, Sendable {
    public let firstDay: SchoolDay
    /// ISO 8601 year and week of the week's Monday.
    public let isoYear: Int
    public let isoWeek: Int

    public var lastDay: SchoolDay { firstDay.adding(days: 6) }
    public var next: Week { Week(monday: monday.adding(days: 7), start: start) }
    public var days: [SchoolDay] { (0..<7).map { firstDay.adding(days: $0) } }

    private let monday: SchoolDay
    private let start: WeekStart

    /// Reads `2026-W21`; with a Sunday start it runs from the Sunday before that Monday to its Saturday (CONTRACT).
    ///
    /// - Returns: `nil` for another form, or a week that the year does not have.
    public init?(iso text: String, start: WeekStart) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 3, parts[1].first == "W",
            let year = Int(parts[0]), let number = Int(parts[1].dropFirst()), (1...53).contains(number),
            let fourth = SchoolDay(year: year, month: 1, day: 4)
        else { return nil }
        // ISO 8601: week 1 is the one with 4 January.
        let monday = fourth.adding(days: (number - 1) * 7 - (fourth.weekday - 1))
        self.init(monday: monday, start: start)
        guard isoYear == year, isoWeek == number else { return nil }
    }

    public static func containing(_ day: SchoolDay, start: WeekStart) -> Week {
        let isSundayOfSundayWeek = start == .sunday && day.weekday == 7
        let monday = day.adding(days: isSundayOfSundayWeek ? 1 : 1 - day.weekday)
        return Week(monday: monday, start: start)
    }

    private init(monday: SchoolDay, start: WeekStart) {
        self.monday = monday
        self.start = start
        firstDay = start == .sunday ? monday.adding(days: -1) : monday
        let thursday = monday.adding(days: 3)
        isoYear = thursday.year
        isoWeek =
            SchoolDay(year: thursday.year, month: 1, day: 1)
            .map { (thursday.daysSince1970 - $0.daysSince1970) / 7 + 1 } ?? 1
    }

    /// `2026-W21`.
    public var text: String { "\(isoYear)-W\(paddedTwo(isoWeek))" }
}
