import NoticeCore

/// A week as a table of days.
struct WeekView: Sendable {
    let heading: String
    let range: String
    let days: [DayView]

    struct DayView: Sendable {
        let date: String
        let weekday: String
        let style: String
        let holiday: String?
        let items: [ItemView]
    }

    init(_ week: DigestWeek, heading: String, _ strings: StringTable, _ language: Language) {
        let words = DayWords(strings, language)
        self.heading = heading
        range = "\(words.short(week.week.firstDay))–\(words.short(week.week.lastDay))"
        days = week.days.map { day in
            DayView(
                date: words.short(day.day),
                weekday: language == .en ? "(\(words.weekday(day.day)))" : "（\(words.weekday(day.day))）",
                style: DayWords.style(day.day, isHoliday: day.holiday != nil), holiday: day.holiday,
                items: day.items.map { ItemView($0, under: day.day, strings, language) }
            )
        }
    }
}
