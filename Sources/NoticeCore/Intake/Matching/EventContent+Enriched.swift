extension EventContent {
    /// How much of a draft an event takes over.
    enum Enrichment: Sendable {
        /// Its time and place, things to bring, and its days where it knows them better.
        case everything
        /// Things to bring and a missing place; days and times stay.
        case additions
    }

    /// What this event says once a letter has spoken of it: its title, audience and identity stay, the letter's facts come in.
    func enriched(by draft: EventContent, _ enrichment: Enrichment = .everything) -> EventContent {
        var content = self
        if enrichment == .everything {
            content.takeDays(of: draft)
            content.takeTimes(of: draft, from: self)
            content.reception = draft.reception ?? reception
            content.takeRainDates(of: draft, from: self)
            content.place = draft.place ?? place
            if draft.status == .cancelled { content.status = .cancelled }
            if status == .tentative, draft.status == .confirmed, draft.precision == .exact {
                content.status = .confirmed
            }
        }
        content.place = content.place ?? draft.place
        content.items =
            items
            + draft.items.filter { item in
                !items.contains { matchingKey(of: $0) == matchingKey(of: item) }
            }
        content.groups = groups + draft.groups.filter { !groups.contains($0) }
        content.note = note ?? draft.note
        return content
    }

    /// A vague date never replaces an exact one, and one day of a range does not shorten it.
    private mutating func takeDays(of draft: EventContent) {
        guard draft.precision == .exact || precision == .approximate else { return }
        let isDayOfMine =
            precision == .exact && draft.firstDay == draft.lastDay && lastDay > firstDay
            && (firstDay...lastDay).contains(draft.firstDay)
        guard !isDayOfMine else { return }
        (firstDay, lastDay, precision) = (draft.firstDay, draft.lastDay, draft.precision)
        if lastDay == firstDay { isContinuous = false }
    }

    private mutating func takeTimes(of draft: EventContent, from old: EventContent) {
        guard let newStart = draft.start, draft.firstDay == firstDay, draft.lastDay == lastDay else { return }
        let keepsEnd = draft.end == nil && newStart == old.start
        start = newStart
        end = keepsEnd ? old.end : draft.end
        isContinuous = draft.isContinuous
    }

    /// The old date's rain dates do not outlive it.
    private mutating func takeRainDates(of draft: EventContent, from old: EventContent) {
        if !draft.rainDates.isEmpty {
            rainDates = draft.rainDates
        } else if isMoved(from: old) {
            rainDates = []
        }
    }
}
