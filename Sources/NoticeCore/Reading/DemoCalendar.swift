/// Fills in the dates of the demo's files, which are written relative to the first start (`Demo/README.md`).
///
/// `{週0 金}` is the Friday of the week that contains the first day, `{週+1 火}` the Tuesday of the next one; weeks begin on
/// Sunday. A weekday that is a national holiday gives way to the next weekday that is none, as in a school's own plan.
public struct DemoCalendar: Sendable {
    /// How a day is written into a file.
    public enum Form: Sendable {
        /// `2026-11-24`, for tables and JSON.
        case data
        /// 11月24日(火), for a letter.
        case letter
    }

    private let firstSunday: SchoolDay
    private let holidays: Holidays

    private static let weekdays = Array("日月火水木金土")
    private static let opening = "{週"

    public init(firstDay: SchoolDay, holidays: Holidays = Holidays()) {
        firstSunday = firstDay.adding(days: -(firstDay.weekday % 7))
        self.holidays = holidays
    }

    /// - Throws: ``NoticeError/invalid(_:)`` with the first 「{週…」 that is not written as above.
    public func filled(_ text: String, as form: Form) throws(NoticeError) -> String {
        var filled = ""
        var rest = Substring(text)
        while let opening = rest.firstRange(of: Self.opening) {
            filled += rest[..<opening.lowerBound]
            let place = rest[opening.upperBound...]
            guard let closing = place.firstIndex(of: "}"), let day = day(place[..<closing]) else {
                throw .invalid([Flaw(.malformed, value: String(rest[opening.lowerBound...]))])
            }
            filled += Self.written(day, as: form)
            rest = place[place.index(after: closing)...]
        }
        return filled + rest
    }

    /// - Parameter words: `0 金`, `+1 火`.
    private func day(_ words: Substring) -> SchoolDay? {
        let parts = words.split(separator: " ")
        guard parts.count == 2, let week = Int(parts[0]), (-60...60).contains(week), parts[1].count == 1,
            let name = parts[1].first, let weekday = Self.weekdays.firstIndex(of: name)
        else { return nil }
        var day = firstSunday.adding(days: week * 7 + weekday)
        guard !Self.isWeekend(day) else { return day }
        while Self.isWeekend(day) || holidays.name(of: day) != nil { day = day.adding(days: 1) }
        return day
    }

    private static func isWeekend(_ day: SchoolDay) -> Bool { day.weekday >= 6 }

    private static func written(_ day: SchoolDay, as form: Form) -> String {
        switch form {
        case .data: day.text
        case .letter: "\(day.month)月\(day.dayOfMonth)日(\(weekdays[day.weekday % 7]))"
        }
    }
}
