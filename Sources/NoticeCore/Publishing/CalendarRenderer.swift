import ICalKit

/// Writes a household's calendar (PRODUCT, "What a feed looks like"; RFC 5545, RFC 7986).
struct CalendarRenderer {
    let view: HouseholdView
    let register: AssociationRegister
    let today: SchoolDay
    /// VTIMEZONE of Asia/Tokyo.
    let timeZone: [UInt8]

    private var words: FeedWords { FeedWords(language: view.options.language) }
    private var label: AudienceLabel { AudienceLabel(placements: view.placements) { register[$0] } }
    private var firstDay: SchoolDay { SchoolYear.oldestShown(on: today).firstDay }

    /// A rendered calendar, and the first day on which it reads differently although nothing was published.
    struct Output {
        let bytes: [UInt8]
        let validBefore: SchoolDay
    }

    func render(_ events: [PublishedEvent]) -> Output {
        var writer = ContentLineWriter(reservingCapacity: 2048 + events.count * 512)
        begin(&writer)
        var validBefore = nextFarewell
        for event in events.sorted(by: { ($0.content.firstDay, $0.id) < ($1.content.firstDay, $1.id) }) {
            guard let label = labelIfShown(event) else { continue }
            write(event, label: label, into: &writer)
            writeRainDates(of: event, label: label, into: &writer)
            for day in turningDays(of: event) where day > today { validBefore = min(validBefore, day) }
        }
        writer.end("VCALENDAR")
        return Output(bytes: writer.bytes, validBefore: validBefore)
    }

    /// A calendar that was stopped says so with one event.
    func renderEnd(since moment: Moment, feed: Feed.ID) -> [UInt8] {
        var writer = ContentLineWriter()
        begin(&writer)
        writer.begin("VEVENT")
        writer.text("UID", feed.text + "-ended")
        stamp(moment, into: &writer)
        writer.date("DTSTART", moment.day.date)
        writer.text("SUMMARY", words.endedTitle)
        writer.text("DESCRIPTION", words.endedText)
        writer.raw("TRANSP", "TRANSPARENT")
        writer.end("VEVENT")
        writer.end("VCALENDAR")
        return writer.bytes
    }

    private func begin(_ writer: inout ContentLineWriter) {
        let name = words.calendarName(calendarAudience)
        writer.begin("VCALENDAR")
        writer.raw("VERSION", "2.0")
        writer.raw("PRODID", "-//Otayori//Otayori 1//JA")
        writer.raw("CALSCALE", "GREGORIAN")
        writer.raw("METHOD", "PUBLISH")
        writer.text("NAME", name)
        writer.text("X-WR-CALNAME", name)
        writer.raw("X-WR-TIMEZONE", Self.zone)
        writer.raw("COLOR", "teal")
        writer.raw("REFRESH-INTERVAL", "PT1H", parameters: [Parameter("VALUE", "DURATION")])
        writer.raw("X-PUBLISHED-TTL", "PT1H")
        writer.append(preformatted: timeZone)
    }

    /// The grades of now, for the calendar's name.
    private var calendarAudience: String {
        let grades = Set(view.placements.map(\.association)).sorted().compactMap { association in
            label.text(for: .wholeAssociation, of: association, on: today)
        }
        return grades.joined(separator: "・")
    }

    private static let zone = "Asia/Tokyo"

    private func labelIfShown(_ event: PublishedEvent) -> String? {
        guard event.content.lastDay >= firstDay, view.shows(event.content) else { return nil }
        if event.content.status == .cancelled, event.content.lastDay < today { return nil }
        return label.text(for: event.content.audience, of: event.association, on: event.content.firstDay)
    }

    /// Days on which the event begins to read differently: a change or cancellation is over, a rain date has passed.
    private func turningDays(of event: PublishedEvent) -> [SchoolDay] {
        var days = shownRainDates(of: event).map { $0.day.adding(days: 1) }
        if event.change != nil || event.content.status == .cancelled {
            days.append(event.content.lastDay.adding(days: 1))
        }
        return days
    }

    private var nextFarewell: SchoolDay {
        today < today.schoolYear.dayOfFarewell ? today.schoolYear.dayOfFarewell : today.schoolYear.next.dayOfFarewell
    }

    private func write(_ event: PublishedEvent, label: String, into writer: inout ContentLineWriter) {
        let content = event.content
        writer.begin("VEVENT")
        writer.text("UID", event.id.text)
        stamp(event.published, into: &writer)
        writer.raw("SEQUENCE", String(event.revision - 1))
        let isTimed = writeSpan(of: content, into: &writer)
        writer.text("SUMMARY", ItemTitle.text(of: event, label: label, on: today))
        if view.options.detail == .full { writeDetail(of: event, into: &writer) }
        writer.raw("STATUS", status(of: content))
        writer.raw("TRANSP", isTimed && content.status != .cancelled ? "OPAQUE" : "TRANSPARENT")
        if content.status != .cancelled { writeReminders(of: content, into: &writer) }
        writer.end("VEVENT")
    }

    private func stamp(_ moment: Moment, into writer: inout ContentLineWriter) {
        writer.utc("DTSTAMP", secondsSince1970: moment.seconds)
        writer.utc("LAST-MODIFIED", secondsSince1970: moment.seconds)
    }

    /// - Returns: Whether the item has a clock time.
    private func writeSpan(of content: EventContent, into writer: inout ContentLineWriter) -> Bool {
        guard let start = content.start, content.lastDay == content.firstDay || content.isContinuous else {
            writer.date("DTSTART", content.firstDay.date)
            writer.date("DTEND", content.lastDay.adding(days: 1).date)
            return false
        }
        let first = content.firstDay.date
        writer.local("DTSTART", first, secondOfDay: start.secondOfDay, timeZone: Self.zone)
        if content.kind != .deadline, let end = content.end, (content.lastDay, end) > (content.firstDay, start) {
            writer.local("DTEND", content.lastDay.date, secondOfDay: end.secondOfDay, timeZone: Self.zone)
        }
        return true
    }

    private func status(of content: EventContent) -> String {
        switch content.status {
        case .cancelled: view.options.cancelledStyle == .status ? "CANCELLED" : "CONFIRMED"
        case .tentative: "TENTATIVE"
        case .confirmed: content.precision == .approximate ? "TENTATIVE" : "CONFIRMED"
        }
    }

    private func writeDetail(of event: PublishedEvent, into writer: inout ContentLineWriter) {
        let association = register[event.association]
        let school = event.content.audience.school.flatMap { association?[$0] }
        let notes = association?.republishLevel(of: event.source) ?? .dates
        if let place = event.content.place { writer.text("LOCATION", place) }
        let description = ItemDescription(words: words, school: school, showsNote: notes != .dates)
        writer.text("DESCRIPTION", description.text(of: event))
        let groups = event.content.groups.map { words.group($0, at: school) }
        writer.texts("CATEGORIES", [ItemDescription.kindName(event.content.kind, words.language)] + groups)
    }

    private func writeReminders(of content: EventContent, into writer: inout ContentLineWriter) {
        for minutes in view.options.reminders {
            writer.begin("VALARM")
            writer.raw("ACTION", "DISPLAY")
            writer.raw("TRIGGER", "-PT\(minutes)M")
            writer.text("DESCRIPTION", content.title)
            writer.end("VALARM")
        }
    }

    /// Rain dates that still matter: the item stands at its date, and the day is not over.
    private func shownRainDates(of event: PublishedEvent) -> [(number: Int, day: SchoolDay)] {
        guard event.rainDatesHold, event.content.status != .cancelled else { return [] }
        return event.content.rainDates.enumerated().map { ($0 + 1, $1) }.filter { $0.day >= today }
    }

    private func writeRainDates(of event: PublishedEvent, label: String, into writer: inout ContentLineWriter) {
        for (number, day) in shownRainDates(of: event) {
            writer.begin("VEVENT")
            writer.text("UID", "\(event.id.text)-rain-\(number)")
            stamp(event.published, into: &writer)
            writer.raw("SEQUENCE", String(event.revision - 1))
            writer.date("DTSTART", day.date)
            writer.date("DTEND", day.adding(days: 1).date)
            writer.text("SUMMARY", ItemTitle.rainDateText(of: event, label: label))
            if view.options.detail == .full { writer.text("DESCRIPTION", words.rainDateOf) }
            writer.raw("STATUS", "TENTATIVE")
            writer.raw("TRANSP", "TRANSPARENT")
            writer.end("VEVENT")
        }
    }
}
