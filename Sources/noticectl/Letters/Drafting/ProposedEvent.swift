import NoticeCore

/// One event of a letter on its way to the server, as the officer sees it.
struct ProposedEvent: Equatable {
    /// As the letter has it; `nil` for one that the officer wrote.
    let letter: EventDraftBody?
    /// The words of the letter that it rests on.
    let evidence: String?
    /// Whether it is for none of those whom the officer named.
    var isOutside = false
    /// The registered events that it speaks of.
    var matches: [MatchBody] = []
    /// Whether the officer says that it is none of these.
    var isSeparate = false
    /// What the officer wrote in its place.
    var edited: EventDraftBody?

    /// What the registered event says once it is updated, or the draft itself.
    var shown: EventDraftBody {
        if let edited { return edited }
        guard let match = standing.first, match.action != "part", let update = match.update else {
            return letter ?? EventDraftBody()
        }
        return EventDraftBody(match.event, with: update)
    }

    /// The matches that the officer let stand.
    var standing: [MatchBody] { isSeparate ? [] : matches }

    /// What is sent: an update for each event that it speaks of, else the draft.
    var bodies: [EventDraftBody] {
        if let edited { return [edited] }
        let updates = standing.filter { $0.action != "part" }.compactMap(\.update)
        return updates.isEmpty ? [letter].compactMap { $0 } : updates
    }

    /// What the officer decided about the pairs that were offered.
    ///
    /// Titles that list several things are decided by their own words each time; only that a draft is *not* part of one is worth
    /// remembering.
    var decisions: [MatchDecisionBody] {
        guard let letter, let title = letter.title, let kind = letter.kind, let start = letter.start else { return [] }
        return matches.compactMap { match in
            let isKept = edited.map { $0.id == match.event.id } ?? !isSeparate
            guard !isKept || match.action == "update" else { return nil }
            return MatchDecisionBody(
                event: match.event.id, decision: isKept ? "update" : "separate", title: title, kind: kind, start: start)
        }
    }
}

extension EventDraftBody {
    /// Everything that an event says, with what is changed of it.
    init(_ event: EventBody, with update: EventDraftBody) {
        self.init()
        id = event.id
        title = update.title ?? event.title
        kind = update.kind ?? event.kind
        start = update.start ?? event.start
        end = update.end ?? event.end ?? ""
        allDay = update.start == nil ? event.allDay : update.allDay
        datePrecision = update.datePrecision ?? event.datePrecision
        status = update.status ?? event.status
        wholeAssociation = event.wholeAssociation ? true : nil
        grades = event.grades
        classes = event.classes
        groups = update.groups ?? event.groups
        place = update.place ?? event.place ?? ""
        rainDates = update.rainDates ?? event.rainDates
        items = update.items ?? event.items
        reception = update.reception ?? event.reception ?? ""
        note = update.note ?? event.note ?? ""
    }
}
