import NoticeCore

/// Days as people read them: `5月23日（土）`, Sundays and Saturdays named as well as coloured.
struct DayWords: Sendable {
    private let strings: StringTable
    private let language: Language
    private let weekdays: [String]

    init(_ strings: StringTable, _ language: Language) {
        self.strings = strings
        self.language = language
        weekdays = strings.text(.weekdays, language).split(separator: ",").map(String.init)
    }

    /// `5月23日（土）`
    func long(_ day: SchoolDay) -> String {
        let date = strings.text(.dayFormat, language, ["month": String(day.month), "day": String(day.dayOfMonth)])
        return language == .en ? "\(weekday(day)) \(date)" : "\(date)（\(weekday(day))）"
    }

    /// `5/23`
    func short(_ day: SchoolDay) -> String { day.monthSlashDay }

    func weekday(_ day: SchoolDay) -> String { weekdays[day.weekday % 7] }

    /// The style of a day: by colour and, in the template, always by its name too.
    static func style(_ day: SchoolDay, isHoliday: Bool) -> String {
        if isHoliday || day.weekday == 7 { return "sunday" }
        return day.weekday == 6 ? "saturday" : "weekday"
    }
}
