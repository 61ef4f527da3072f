/// What stands below an item's title: only what helps a family, in the reader's language.
struct ItemDescription {
    let words: FeedWords
    let school: School?
    /// Whether the association may republish notes (PRODUCT, "Republishing").
    let showsNote: Bool

    func text(of event: PublishedEvent) -> String {
        let content = event.content
        var lines: [String] = []
        if content.status == .cancelled { lines.append(words.cancelled) }
        if let change = event.change, content.status != .cancelled {
            lines.append(line(words.changed, Self.changed(change, in: content, language: words.language)))
        }
        if content.status == .tentative { lines.append(words.tentative) }
        if content.precision == .approximate { lines.append(words.approximate) }
        if let hours = Self.hours(of: content) { lines.append(line(words.hours, hours)) }
        if let reception = content.reception { lines.append(line(words.reception, reception.text)) }
        if !content.items.isEmpty { lines.append(line(words.thingsToBring, content.items.joined(separator: "、"))) }
        if !content.rainDates.isEmpty, event.rainDatesHold, content.status != .cancelled {
            let days = content.rainDates.map { DayText.short($0, words.language) }
            lines.append(line(words.rainDates, days.joined(separator: "、")))
        }
        if !content.groups.isEmpty {
            lines.append(line(words.groups, content.groups.map { words.group($0, at: school) }.joined(separator: "、")))
        }
        if showsNote, let note = content.note { lines.append(note) }
        lines.append(words.original)
        return lines.joined(separator: "\n")
    }

    private func line(_ name: String, _ value: String) -> String {
        name + (words.language == .en ? ": " : "：") + value
    }

    /// Clock times that the calendar's own fields cannot say: each day's hours of a range, an end without a start.
    static func hours(of content: EventContent) -> String? {
        let isRange = content.lastDay > content.firstDay && !content.isContinuous
        switch (content.start, content.end) {
        case (let start?, let end?) where isRange: return "\(start.text)〜\(end.text)"
        case (let start?, nil) where isRange: return "\(start.text)〜"
        case (nil, let end?): return "〜\(end.text)"
        default: return nil
        }
    }

    private static func changed(_ change: VisibleChange, in content: EventContent, language: Language) -> String {
        var parts = [DayText.short(change.oldDay, language)]
        if let start = change.oldStart { parts.append(start.text) }
        if let place = change.oldPlace, place != content.place { parts.append(place) }
        return parts.joined(separator: " ")
    }

    static func kindName(_ kind: EventKind, _ language: Language) -> String {
        switch (kind, language) {
        case (.event, .ja): "行事"
        case (.event, .en): "Event"
        case (.event, .yasashii): "よてい"
        case (.deadline, .ja), (.deadline, .yasashii): "しめきり"
        case (.deadline, .en): "Deadline"
        case (.closure, .ja): "休み"
        case (.closure, .en): "No school"
        case (.closure, .yasashii): "やすみ"
        case (.information, .ja): "お知らせ"
        case (.information, .en): "Information"
        case (.information, .yasashii): "おしらせ"
        }
    }
}
