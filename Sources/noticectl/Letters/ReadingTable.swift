import NoticeCore

/// What was read out of a file, as people read it: events with the words that support them, then what to look at twice.
enum ReadingTable {
    static func text(_ reading: FileReading) -> String {
        let letter = reading.letter
        let events =
            letter.events.isEmpty
            ? Strings[.extractNothing]
            : TextTable(
                [.fieldDate, .fieldKind, .fieldTitle, .fieldAudience, .fieldEvidence].map { Strings[$0] },
                rows: letter.events.map(row)
            ).text
        let warnings = letter.warnings.map {
            "\(Strings.label("warning", $0.code.rawValue)): \(SafeText.line($0.text))"
        }
        let flags = letter.privacyFlags.map { Strings.label("flag", $0) }
        let flaws = reading.flaws.map { FlawLine.text(FlawBody($0, in: Strings.language)) }
        return ([events] + (warnings + flags + flaws).map { "! " + $0 }).joined(separator: "\n")
    }

    private static func row(_ event: LetterEvent) -> [String] {
        let kind = Strings.label("kind", event.kind.rawValue)
        let state = event.status == .confirmed ? "" : "・" + Strings.label("status", event.status.rawValue)
        return [
            ShownDate.text(start: event.start, end: event.end), kind + state, event.title,
            Audience.text(wholeAssociation: false, grades: event.grades, classes: event.classes), event.evidence,
        ]
    }
}
