import NoticeCore

/// An event as the pages show it, in finished words.
struct ItemView: Sendable {
    let title: String
    let label: String
    /// Absent under a day's own heading where there is no clock time.
    let when: String?
    let kind: String?
    let kindStyle: String
    let status: String?
    let isCancelled: Bool
    /// A day kept free in case of rain, as an item of its own.
    let isRainDate: Bool
    let change: String?
    let daysLeft: String?
    let place: String?
    let things: String?
    let reception: String?
    let rain: String?
    let note: String?
    let groups: [String]

    /// - Parameter day: Under the heading of that day only the clock time is said, unless the item lasts for days.
    init(_ item: DigestItem, under day: SchoolDay? = nil, _ strings: StringTable, _ language: Language) {
        let words = DayWords(strings, language)
        title = item.title
        label = item.label
        when = day != nil && item.firstDay == item.lastDay ? item.time : item.when
        kindStyle = item.kind.rawValue
        kind = item.kind == .event ? nil : strings.text(item.kind.word, language)
        isCancelled = item.status == .cancelled
        status =
            switch item.status {
            case .confirmed: nil
            // That a day kept free for rain may not come to pass, its own mark says.
            case .tentative: item.isRainDate ? nil : strings.text(.statusTentative, language)
            case .cancelled: strings.text(.statusCancelled, language)
            }
        change = item.change
        isRainDate = item.isRainDate
        daysLeft = item.daysLeft.map { days in
            switch days {
            case 0: strings.text(.daysLeftToday, language)
            case 1: strings.text(.daysLeftTomorrow, language)
            default: strings.text(.daysLeft, language, ["days": String(days)])
            }
        }
        let separator = language == .en ? ", " : "、"
        place = item.place
        things = item.items.isEmpty ? nil : item.items.joined(separator: separator)
        reception = item.reception
        rain = item.rainDates.isEmpty ? nil : item.rainDates.map(words.long).joined(separator: separator)
        note = item.note
        groups = item.groups
    }
}

extension EventKind {
    var word: StringKey {
        switch self {
        case .event: .kindEvent
        case .deadline: .kindDeadline
        case .closure: .kindClosure
        case .information: .kindInformation
        }
    }
}
