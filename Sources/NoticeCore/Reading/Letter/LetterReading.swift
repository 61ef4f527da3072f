/// What was read out of one letter.
public struct LetterReading: Equatable, Sendable, Codable {
    public var events: [LetterEvent]
    public var warnings: [ReadingWarning]
    public var privacyFlags: [String]
}

/// Something that a careful reader would be told before confirming (codes of `testdata/SCHEMA.md`, "Warnings").
public struct ReadingWarning: Equatable, Sendable, Codable {
    public enum Code: String, Equatable, Sendable, Codable, CaseIterable {
        case weekdayMismatch = "weekday_mismatch"
        case correction
        case reschedule
        case tentativeDocument = "tentative_document"
        case nextSchoolYear = "next_school_year"
        case gradeRollover = "grade_rollover"
        case contingency
        case ocrColumns = "ocr_columns"
        case sensitiveHealth = "sensitive_health"
        case doNotPublish = "do_not_publish"
    }

    /// An event or deadline that no longer holds.
    public struct Replaced: Equatable, Sendable, Codable {
        public var title: String
        public var start: String
    }

    public var code: Code
    /// The words of the letter that gave rise to it.
    public var text: String
    /// The day as its numbers say, and the weekday that day really has (月 … 日).
    public var numeric: String?
    public var realWeekday: String?
    public var alternatives: [String]?
    /// The reading that the rest of the letter supports, if one is.
    public var resolved: String?
    public var replaces: [Replaced]?
}
