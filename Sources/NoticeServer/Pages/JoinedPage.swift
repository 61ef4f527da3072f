import NoticeCore

/// What a family sees once: its links, its next dates, and how to put them into a calendar.
struct JoinedPage: Page {
    static let template = "joined-page"

    let frame: PageFrame
    let seats: [SeatView]
    let calendar: CalendarLinks
    let householdURL: String
    let digestURL: String
    let next: [ItemView]

    init(_ redeemed: RedeemedBody, seats: [SeatView], next: [DigestItem], _ strings: StringTable, _ language: Language)
    {
        self.seats = seats
        calendar = CalendarLinks(redeemed.feedURL)
        householdURL = redeemed.householdURL
        digestURL = redeemed.digestURL
        self.next = next.prefix(5).map { ItemView($0, strings, language) }
        frame = PageFrame(
            title: strings.text(.joinedTitle, language), strings: strings, language: language, isAnswerToForm: true
        )
    }
}

/// A calendar's address in the two forms that devices take.
struct CalendarLinks: Sendable {
    let https: String
    /// Opens the calendar program on iPhones and Macs.
    let webcal: String

    init(_ url: String) {
        https = url
        webcal = "webcal:" + url.drop { $0 != ":" }.dropFirst()
    }
}
