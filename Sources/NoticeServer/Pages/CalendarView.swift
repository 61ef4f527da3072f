import NoticeCore

/// A household's calendar and when it was last fetched.
struct CalendarView: Sendable {
    let id: String
    let label: String
    let fetched: String
    let isStopped: Bool

    init(_ feed: FeedBody, _ strings: StringTable, _ language: Language) {
        id = feed.id
        label = feed.label
        isStopped = feed.revoked
        let day = feed.lastFetched.flatMap(SchoolDay.init).map(DayWords(strings, language).long)
        fetched =
            day.map { strings.text(.homeCalendarLast, language, ["date": $0]) }
            ?? strings.text(.homeCalendarNever, language)
    }
}
