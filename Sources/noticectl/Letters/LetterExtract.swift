import ArgumentParser
import NoticeCore

/// What `extract` read out of one letter, in the form that scripts rely on (CONTRACT, `extract`).
struct LetterExtract: Encodable {
    let file: String
    let events: [LetterEvent]
    let warnings: [ReadingWarning]
    let privacyFlags: [String]
    /// Milliseconds, without starting this process.
    let timingMs: Double
    /// How many pages the file has.
    let pages: Int
    /// Rows of a table that could not be read.
    let problems: [FlawBody]?

    init(file: String, reading: FileReading, timingMs: Double, pages: Int) {
        self.file = file
        events = reading.letter.events
        warnings = reading.letter.warnings
        privacyFlags = reading.letter.privacyFlags
        self.timingMs = timingMs
        self.pages = pages
        problems = reading.flaws.isEmpty ? nil : reading.flaws.map { FlawBody($0, in: Strings.language) }
    }

    /// A table for people: what was found, on which words it rests, and what to look at before believing it.
    var words: String {
        let found = events.isEmpty ? Strings[.extractNothing] : table.text
        let notes =
            (problems ?? []).map { "! " + FlawLine.text($0) }
            + warnings.map { "! \(Strings.label("warning", $0.code.rawValue)): \(SafeText.line($0.text))" }
            + privacyFlags.map { "! \(Strings.label("flag", $0))" }
        return notes.isEmpty ? found : found + "\n\n" + notes.joined(separator: "\n")
    }

    private var table: TextTable {
        TextTable(
            [
                Strings[.fieldDate], Strings[.fieldKind], Strings[.fieldTitle], Strings[.fieldAudience],
                Strings[.fieldState], Strings[.fieldEvidence],
            ],
            rows: events.map { event in
                [
                    ShownDate.text(start: event.start, end: event.end), Strings.label("kind", event.kind.rawValue),
                    event.title, Audience.text(wholeAssociation: false, grades: event.grades, classes: event.classes),
                    event.status == .confirmed ? "" : Strings.label("status", event.status.rawValue), event.evidence,
                ]
            })
    }
}

/// `--stage`: which grades a letter's school has.
enum StageArgument: String, ExpressibleByArgument, CaseIterable {
    case elementary
    case juniorHigh = "junior-high"
    case compulsory

    var grades: ClosedRange<Int> {
        switch self {
        case .elementary: 1...6
        case .juniorHigh: 1...3
        case .compulsory: 1...9
        }
    }

    /// The stage that a letter names itself; most letters name their school.
    static func named(in text: String) -> StageArgument {
        if text.contains("義務教育学校") { return .compulsory }
        let lower = text.ranges(of: "小学校").count
        let upper = text.ranges(of: "中学校").count + text.ranges(of: "生徒").count
        return upper > lower ? .juniorHigh : .elementary
    }
}
