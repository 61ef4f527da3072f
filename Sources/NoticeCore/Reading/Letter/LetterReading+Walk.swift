extension LetterReading {
    init(walk: LetterWalk) {
        let drafts = walk.drafts.sorted { ($0.first, $0.start?.minute ?? -1) < ($1.first, $1.start?.minute ?? -1) }
        events = drafts.map { LetterEvent($0, text: walk.text) }
        let privacy = PrivacyReader(text: walk.text, lines: walk.lines)
        privacyFlags = privacy.flags.map(\.rawValue)
        warnings = WarningReader(walk: walk, drafts: drafts, privacy: privacy).warnings()
    }
}

extension LetterEvent {
    init(_ draft: LetterDraft, text: LetterText) {
        let isTimed = draft.start != nil && (!draft.isRange || draft.isContinuous)
        self.init(
            title: Self.joined(draft.title), kind: draft.kind,
            start: Self.moment(draft.first, isTimed ? draft.start : nil),
            end: Self.end(of: draft, isTimed: isTimed), allDay: !isTimed,
            datePrecision: draft.isApproximate ? .approx : .exact, status: draft.status, grades: draft.grades.sorted(),
            classes: draft.classes.sorted().map(\.text),
            groups: draft.groups.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, place: draft.place,
            rainDates: Set(draft.rainDates).sorted().map(\.text), items: draft.items,
            reception: draft.reception.map { Self.moment(draft.first, $0) },
            note: draft.notes.isEmpty ? nil : draft.notes.joined(separator: " "),
            evidence: text.evidence(draft.evidence))
    }

    private static func moment(_ day: SchoolDay, _ time: WallTime?) -> String {
        day.text + (time.map { "T" + $0.text } ?? "")
    }

    private static func end(of draft: LetterDraft, isTimed: Bool) -> String? {
        if draft.kind == .deadline { return nil }
        guard isTimed else { return draft.last.text }
        return draft.end.map { moment(draft.isContinuous ? draft.last : draft.first, $0) }
    }

    /// 「説 明 会」 is spread over its column.
    private static func joined(_ title: String) -> String {
        // A blank inside a word is a fault of the scan: 個 人懇談.
        var title = title
        let words = title.split(separator: " ", maxSplits: 1)
        if words.count == 2, words[0].count == 1, words[0].unicodeScalars.allSatisfy({ $0.value > 0x3040 }) {
            title = words.joined()
        }
        let parts = title.split(separator: " ")
        return parts.count > 1 && parts.allSatisfy { $0.count == 1 } ? parts.joined() : title
    }
}
