/// How a day is written for people.
enum DayText {
    private static let weekdays: [Language: [String]] = [
        .ja: ["月", "火", "水", "木", "金", "土", "日"],
        .en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        .yasashii: ["げつ", "か", "すい", "もく", "きん", "ど", "にち"],
    ]

    static func weekday(_ day: SchoolDay, _ language: Language) -> String {
        weekdays[language]?[day.weekday - 1] ?? ""
    }

    /// `5/23(土)`; `Sat 5/23` in English.
    static func short(_ day: SchoolDay, _ language: Language) -> String {
        let weekday = weekday(day, language)
        return language == .en ? "\(weekday) \(day.monthSlashDay)" : "\(day.monthSlashDay)(\(weekday))"
    }
}
