/// One thing that is wrong with what somebody sent, precise enough to correct it.
public struct Flaw: Hashable, Sendable {
    public let code: Code
    /// The field of a request body, in its JSON spelling (`events[2].start`), when the input has fields.
    public let field: String?
    /// The row as a spreadsheet shows it, 1 being the header, when the input is a table.
    public let row: Int?
    /// The column's heading, when the input is a table.
    public let column: String?
    /// The offending value, cut to 60 characters, or what the rule expected; fills the message.
    public let value: String

    public init(_ code: Code, field: String? = nil, row: Int? = nil, column: String? = nil, value: String = "") {
        self.code = code
        self.field = field
        self.row = row
        self.column = column
        self.value = String(value.prefix(60))
    }

    /// What is wrong. The words a person reads are in `Flaw+Message.swift`.
    public enum Code: String, CaseIterable, Sendable {
        case missing
        case malformed
        case tooLong = "too_long"
        case controlCharacter = "control_character"
        case impossibleDate = "impossible_date"
        case impossibleTime = "impossible_time"
        case dateOutOfRange = "date_out_of_range"
        case weekdayMismatch = "weekday_mismatch"
        case endBeforeStart = "end_before_start"
        case unknownGrade = "unknown_grade"
        case unknownClass = "unknown_class"
        case unknownSchool = "unknown_school"
        case schoolRequired = "school_required"
        case unknownKind = "unknown_kind"
        case unknownStatus = "unknown_status"
        case unknownOption = "unknown_option"
        case unknownEvent = "unknown_event"
        case unknownAttachment = "unknown_attachment"
        case missingColumn = "missing_column"
        case duplicateColumn = "duplicate_column"
        case unknownColumn = "unknown_column"
        case duplicateRow = "duplicate_row"
        case wrongCellCount = "wrong_cell_count"
        case tooMany = "too_many"
        case outOfRange = "out_of_range"
        case mistypedCode = "mistyped_code"
        case emptyFile = "empty_file"
        case unsupportedLayout = "unsupported_layout"
        case associationRequired = "association_required"
        case encryptedDocument = "encrypted_document"
        case corruptDocument = "corrupt_document"
        case tooDemanding = "too_demanding"
        case schoolYearRequired = "school_year_required"
        case schoolYearMismatch = "school_year_mismatch"
        case schoolYearInferred = "school_year_inferred"
        case weekdaysOfOtherYear = "weekdays_of_other_year"
        case noHoliday = "no_holiday"
        case nothingAbove = "nothing_above"
        case rainDateWithoutEvent = "rain_date_without_event"
        case timeUnread = "time_unread"
        case gradesOpen = "grades_open"
    }
}
