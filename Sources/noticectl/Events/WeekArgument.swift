import ArgumentParser
import NoticeCore

/// A week by its ISO 8601 number, `2026-W21`; any day of it may be named instead.
struct WeekArgument: Equatable, Sendable {
    let year: Int
    let week: Int

    /// `2026-W21`.
    var text: String { "\(year)-W\(week < 10 ? "0" : "")\(week)" }

    /// The week that contains `day`: its year is that of its Thursday.
    init(containing day: SchoolDay) {
        let thursday = day.adding(days: 4 - day.weekday)
        year = thursday.year
        let newYear = thursday.daysSince1970 - (SchoolDay(year: thursday.year, month: 1, day: 1)?.daysSince1970 ?? 0)
        week = newYear / 7 + 1
    }

    /// - Returns: `nil` for a week that the year does not have.
    init?(year: Int, week: Int) {
        guard let fourth = SchoolDay(year: year, month: 1, day: 4), week >= 1 else { return nil }
        let thursday = fourth.adding(days: 4 - fourth.weekday + (week - 1) * 7)
        guard thursday.year == year else { return nil }
        self.year = year
        self.week = week
    }
}

extension WeekArgument: ExpressibleByArgument {
    init?(argument: String) {
        let text = argument.plainForm.uppercased()
        if let day = SchoolDay(argument: text) {
            self.init(containing: day)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), parts[1].first == "W",
            (2...3).contains(parts[1].count), let week = Int(parts[1].dropFirst())
        else { return nil }
        self.init(year: year, week: week)
    }
}
