/// One event, deadline or closure that a letter speaks of, as a draft for a person to confirm.
///
/// The fields are those of `testdata/SCHEMA.md`.
public struct LetterEvent: Equatable, Sendable, Codable {
    public enum Status: String, Equatable, Sendable, Codable {
        case confirmed, tentative, cancelled, rescheduled, contingent
        case needsConfirmation = "needs_confirmation"
    }

    public enum Precision: String, Equatable, Sendable, Codable {
        case exact, approx
    }

    public var title: String
    public var kind: EventKind
    /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, Asia/Tokyo wall time.
    public var start: String
    /// Inclusive last day or end time; `nil` when not stated.
    @Nullable public var end: String?
    public var allDay: Bool
    public var datePrecision: Precision
    public var status: Status
    public var grades: [Int]
    public var classes: [String]
    public var groups: [String]
    @Nullable public var place: String?
    public var rainDates: [String]
    public var items: [String]
    @Nullable public var reception: String?
    @Nullable public var note: String?
    /// An exact substring of the letter that supports the event.
    public var evidence: String
}
