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
        frame = PageFrame(title: strings.text(.homeTitle, language), strings: strings, language: language)
    }
}

/// A cleared letter.
struct LetterView: Sendable {
    let title: String
    let issued: String
    let school: String
    let grades: [String]
    let paragraphs: [String]
    let hasText: Bool
    let hasAttachments: Bool
    let dates: [ItemView]

    init(_ letter: HomeLetter, _ strings: StringTable, _ language: Language) {
        title = letter.title
        issued = strings.text(.homeLetterIssued, language, ["date": DayWords(strings, language).long(letter.issued)])
        school = letter.source == .school ? letter.schoolName : letter.associationName
        grades = letter.grades
        paragraphs = (letter.text ?? "").split(separator: "\n").map(String.init)
        hasText = !paragraphs.isEmpty
        hasAttachments = letter.attachments > 0
        dates = letter.items.map { ItemView($0, strings, language) }
    }
}

/// A child's seat, with the classes it can be in.
struct ChildView: Sendable {
    let id: String
    let school: String
    let grade: String
    let classes: [HomePage.Choice]
    let hasClasses: Bool

    init(_ seat: SeatBody, names: SchoolNames, _ strings: StringTable, _ language: Language) {
        id = seat.id
        school = names.school(of: seat, language)
        grade = names.grade(of: seat, strings, language)
        let known = names.classes(of: seat)
        hasClasses = !known.isEmpty
        let unknown = HomePage.Choice(
            value: "", name: strings.text(.homeClassUnknown, language), isChosen: seat.class == nil
        )
        classes =
            [unknown] + known.map { HomePage.Choice(value: String($0), name: String($0), isChosen: $0 == seat.class) }
    }
}

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
