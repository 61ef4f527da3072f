import NoticeCore

/// A file's answer in JSON: what it speaks of, or its text, or why there is neither.
struct FileAnswerBody: Encodable {
    let file: String
    var origin: String?
    /// How many pages the file has.
    var pages: Int?
    var sheets: [String]?
    var events: [LetterEvent]?
    var warnings: [ReadingWarning]?
    var privacyFlags: [String]?
    /// Rows of a table that could not be read.
    var problems: [FlawBody]?
    /// The text of each page that was read.
    var text: [String]?
    /// Without starting this process.
    var timingMs: Double?
    var problem: ProblemBody?

    init(file: String, problem: ProblemBody? = nil) {
        self.file = file
        self.problem = problem
    }

    mutating func take(_ reading: FileReading) {
        events = reading.letter.events
        warnings = reading.letter.warnings
        privacyFlags = reading.letter.privacyFlags
        problems = reading.flaws.isEmpty ? nil : reading.flaws.map { FlawBody($0, in: Strings.language) }
    }
}
