import NoticeCore

/// What was found in a letter, as a text file that an officer corrects in an editor and that `--events` reads.
///
/// One field a line, 「名前: 値」, events under headings in square brackets, remarks behind `#`. JSON would punish every forgotten
/// comma.
struct DraftSheet: Equatable {
    /// What is said of the letter itself.
    struct Letter: Equatable {
        var title: String?
        var issued: String?
        var grades: [Int]?
        var classes: [String]?
        var flags: [String]?
    }

    struct Entry: Equatable {
        /// The event's number in the table, by which it is known again.
        var number: Int?
        var draft: EventDraftBody
        /// For the reader's eyes: why it is there.
        var remarks: [String] = []
    }

    var letter: Letter?
    var entries: [Entry]

    /// As the API takes them.
    static let statuses = ["confirmed", "tentative", "cancelled", "rescheduled", "contingent", "needs_confirmation"]

    /// What stands before the colon.
    enum Field: String, CaseIterable {
        case id, title, kind, start, end
        case allDay = "all_day"
        case precision = "date_precision"
        case wholeAssociation = "whole_association"
        case grades, classes, groups, place
        case rainDates = "rain_dates"
        case items, reception, status, note, issued
        case flags = "privacy_flags"

        /// What it is called in the tables of words.
        var key: StringKey {
            switch self {
            case .id: .sheetUpdate
            case .title: .changedTitle
            case .kind: .changedKind
            case .start: .changedStart
            case .end: .changedEnd
            case .allDay: .changedAllDay
            case .precision: .changedDatePrecision
            case .wholeAssociation: .audienceWhole
            case .grades: .changedGrades
            case .classes: .changedClasses
            case .groups: .changedGroups
            case .place: .changedPlace
            case .rainDates: .changedRainDates
            case .items: .changedItems
            case .reception: .changedReception
            case .status: .changedStatus
            case .note: .changedNote
            case .issued: .fieldIssued
            case .flags: .fieldFlags
            }
        }
    }
}
