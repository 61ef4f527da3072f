import NoticeCore

/// `/home`: everything a household reads and sets.
struct HomePage: Page {
    static let template = "home-page"

    let frame: PageFrame
    let message: String?
    let formToken: String
    /// The address of a calendar that was just made, shown only now.
    let madeCalendar: CalendarLinks?
    let next: [ItemView]
    let weeks: [WeekView]
    let letters: [LetterView]
    let children: [ChildView]
    let calendars: [CalendarView]
    let kinds: [Choice]
    let languages: [Choice]
    let groups: [Choice]
    let hasGroups: Bool

    struct Choice: Sendable {
        let value: String
        let name: String
        let isChosen: Bool
    }

    init(
        _ content: HomeContent, names: SchoolNames, formToken: String, message: String? = nil, made: FeedBody? = nil,
        _ strings: StringTable, _ language: Language
    ) {
        self.message = message
        self.formToken = formToken
        madeCalendar = made?.url.map(CalendarLinks.init)
        next = content.nextItems.map { ItemView($0, strings, language) }
        weeks = content.digest.weeks.prefix(1).map {
            WeekView($0, heading: strings.text(.homeWeek, language), strings, language)
        }
        letters = content.letters.map { LetterView($0, strings, language) }
        children = content.household.seats.map { ChildView($0, names: names, strings, language) }
        let feeds = content.household.feeds
        calendars = (feeds.filter { !$0.revoked } + feeds.filter(\.revoked)).map { CalendarView($0, strings, language) }
        kinds = EventKind.allCases.map {
            Choice(value: $0.rawValue, name: strings.text($0.word, language), isChosen: true)
        }
        languages = Language.allCases.map {
            Choice(value: $0.rawValue, name: $0.ownName, isChosen: $0 == language)
        }
        groups = content.groups.map { Choice(value: $0.id, name: $0.name, isChosen: $0.isHidden) }
        hasGroups = !content.groups.isEmpty
        frame = PageFrame(
            title: strings.text(.homeTitle, language), strings: strings, language: language,
            isAnswerToForm: made != nil
        )
    }
}
