/// Puts a digest together from what is published.
struct DigestBuilder {
    let view: HouseholdView
    let register: AssociationRegister
    let today: SchoolDay
    let week: Week

    private var language: Language { view.options.language }
    private var words: FeedWords { FeedWords(language: language) }
    private var label: AudienceLabel { AudienceLabel(placements: view.placements) { register[$0] } }
    private var lastDay: SchoolDay { week.next.lastDay }

    /// The first instant whose changes are told.
    var changesSince: Moment { Moment(startOf: week.firstDay.adding(days: -7)) }

    func digest(
        events: [PublishedEvent], changed: [PublishedEvent], withdrawnLetters: [WithdrawnLetter],
        lastConfirmed: SchoolDay?
    ) -> WeekDigest {
        let items = items(of: events, from: week.firstDay, to: lastDay)
        return WeekDigest(
            language: language, week: week, associationNames: associations.map { $0.name.text(in: language) },
            audience: audience,
            weeks: [week, week.next].map { digestWeek($0, items) },
            closures: items.filter { $0.kind == .closure && $0.status != .cancelled },
            deadlines: items.filter { $0.kind == .deadline && $0.status != .cancelled && $0.lastDay >= today },
            changes: changes(changed, withdrawnLetters),
            thingsToBring: items.filter { !$0.items.isEmpty && $0.status != .cancelled }.map {
                ThingsToBring(day: $0.firstDay, title: $0.title, label: $0.label, things: $0.items)
            },
            lastConfirmed: lastConfirmed
        )
    }

    private var associations: [Association] {
        Set(view.placements.map(\.association)).sorted().compactMap { register[$0] }
    }

    var audience: String {
        associations.compactMap { label.text(for: .wholeAssociation, of: $0.id, on: week.firstDay) }.joined(
            separator: "・")
    }

    /// Items of a span of days, rain dates among them, by day and time.
    func items(of events: [PublishedEvent], from first: SchoolDay, to last: SchoolDay) -> [DigestItem] {
        items(of: events).filter { $0.lastDay >= first && $0.firstDay <= last }
    }

    /// All items, rain dates among them, by day and time.
    func items(of events: [PublishedEvent]) -> [DigestItem] {
        events.flatMap { event -> [DigestItem] in
            guard view.shows(event.content),
                let label = label.text(for: event.content.audience, of: event.association, on: event.content.firstDay)
            else { return [] }
            let isOver = event.content.status == .cancelled && event.content.lastDay < today
            let own = isOver ? [] : [item(event, label: label)]
            return own + rainDates(of: event, label: label)
        }.sorted { ($0.firstDay, $0.time ?? "", $0.title, $0.id) < ($1.firstDay, $1.time ?? "", $1.title, $1.id) }
    }

    func item(_ event: PublishedEvent, label: String) -> DigestItem {
        let content = event.content
        let association = register[event.association]
        let school = content.audience.school.flatMap { association?[$0] }
        let showsNote = (association?.republishLevel(of: event.source) ?? .dates) != .dates
        let isOpenDeadline = content.kind == .deadline && content.lastDay >= today
        return DigestItem(
            id: event.id.text, title: content.title, label: label, kind: content.kind, status: content.status,
            firstDay: content.firstDay, lastDay: content.lastDay, when: words.when(content),
            time: Self.time(of: content),
            place: content.place, items: content.items, reception: content.reception?.text,
            note: showsNote ? content.note : nil,
            rainDates: event.rainDatesHold && content.status != .cancelled ? content.rainDates : [],
            change: ItemTitle.shownChange(of: event, on: today).map { words.change($0, to: content) },
            groups: content.groups.map { words.group($0, at: school) },
            daysLeft: isOpenDeadline ? content.lastDay.daysSince1970 - today.daysSince1970 : nil, isRainDate: false
        )
    }

    private func rainDates(of event: PublishedEvent, label: String) -> [DigestItem] {
        guard event.rainDatesHold, event.content.status != .cancelled else { return [] }
        return event.content.rainDates.map { day in
            DigestItem(
                id: event.id.text, title: event.content.title, label: label, kind: event.content.kind,
                status: .tentative,
                firstDay: day, lastDay: day, when: DayText.short(day, language), time: nil, place: nil, items: [],
                reception: nil, note: nil, rainDates: [], change: nil, groups: [], daysLeft: nil, isRainDate: true
            )
        }
    }

    private static func time(of content: EventContent) -> String? {
        switch (content.start, content.end) {
        case (let start?, let end?): "\(start.text)〜\(end.text)"
        case (let start?, nil): content.kind == .deadline ? start.text : "\(start.text)〜"
        case (nil, let end?): "〜\(end.text)"
        case (nil, nil): nil
        }
    }

    private func digestWeek(_ week: Week, _ items: [DigestItem]) -> DigestWeek {
        let holidays = associations.isEmpty ? [Holidays()] : associations.map(\.holidays)
        return DigestWeek(
            week: week,
            days: week.days.map { day in
                DigestDay(
                    day: day, holiday: holidays.lazy.compactMap { $0.name(of: day) }.first,
                    items: items.filter { $0.firstDay <= day && day <= $0.lastDay }
                )
            }
        )
    }

    private func changes(_ events: [PublishedEvent], _ letters: [WithdrawnLetter]) -> [DigestChange] {
        let ofEvents = events.compactMap { event -> DigestChange? in
            guard view.shows(event.content), event.content.lastDay >= week.firstDay.adding(days: -7),
                let label = label.text(for: event.content.audience, of: event.association, on: event.content.firstDay)
            else { return nil }
            return change(event, item(event, label: label))
        }
        let ofLetters = letters.compactMap { letter -> DigestChange? in
            guard label.text(for: letter.audience, of: letter.association, on: letter.issued) != nil else { return nil }
            return DigestChange(
                kind: .withdrawn, item: nil, title: letter.title, text: words.withdrawn, published: letter.withdrawn.day
            )
        }
        return (ofEvents + ofLetters).sorted { ($0.published, $0.title) < ($1.published, $1.title) }
    }

    private func change(_ event: PublishedEvent, _ item: DigestItem) -> DigestChange? {
        if event.isWithdrawn {
            return DigestChange(
                kind: .withdrawn, item: item, title: item.title, text: words.withdrawn, published: event.published.day
            )
        }
        if event.content.status == .cancelled {
            return DigestChange(
                kind: .cancelled, item: item, title: item.title, text: words.calledOff, published: event.published.day
            )
        }
        guard let change = event.change, change.published >= changesSince else { return nil }
        return DigestChange(
            kind: .moved, item: item, title: item.title, text: words.moved(change, to: event.content),
            published: change.published.day
        )
    }
}

/// A letter that was entered by mistake.
struct WithdrawnLetter: Sendable {
    let association: Association.ID
    let title: String
    let issued: SchoolDay
    let audience: Audience
    let withdrawn: Moment
}
