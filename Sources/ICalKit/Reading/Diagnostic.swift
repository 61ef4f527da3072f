/// Something that a calendar gets wrong and the reader put up with.
///
/// RFC 5545 as a whole; each names its section: <https://www.rfc-editor.org/rfc/rfc5545>
public struct Diagnostic: Hashable, Sendable {
    /// What is wrong, in a word that stays the same over versions (RFC 5545, the section of each case).
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Lines do not end with CR LF (RFC 5545, section 3.1).
        case lineEnding = "line_ending"
        /// A byte order mark stands before the first line (RFC 5545, section 3.1.4).
        case byteOrderMark = "byte_order_mark"
        /// A fold stands between the octets of one character (RFC 5545, section 3.1).
        case foldInsideCharacter = "fold_inside_character"
        /// An empty line, or white space where none belongs (RFC 5545, section 3.1).
        case strayWhitespace = "stray_whitespace"
        /// A control character was dropped (RFC 5545, section 3.1).
        case controlCharacter = "control_character"
        /// Octets that are no UTF-8 became U+FFFD (RFC 5545, section 3.1.4).
        case notUTF8 = "not_utf8"
        /// The document is in Shift_JIS and was converted (RFC 5545, section 3.1.4).
        case shiftJIS = "shift_jis"
        /// The document is in UTF-16 and was converted (RFC 5545, section 3.1.4).
        case utf16 = "utf16"
        /// A value is quoted-printable, as in vCalendar 1.0 (RFC 5545, section 3.2.7).
        case quotedPrintable = "quoted_printable"
        /// A name has a character that none may have (RFC 5545, section 3.1).
        case invalidName = "invalid_name"
        /// A line without a colon or a usable name was dropped (RFC 5545, section 3.1).
        case malformedLine = "malformed_line"
        /// A parameter lacks its value or its closing quote (RFC 5545, section 3.2).
        case malformedParameter = "malformed_parameter"
        /// An END bears a name that nothing opened; it closes the innermost component (RFC 5545, section 3.6).
        case misspeltEnd = "misspelt_end"
        /// A property stands outside of every component and was dropped (RFC 5545, section 3.4).
        case outsideComponent = "outside_component"
        /// A component stands outside of a VCALENDAR (RFC 5545, section 3.4).
        case noCalendar = "no_calendar"
        /// VERSION is missing or is not 2.0 (RFC 5545, section 3.7.4).
        case version = "version"
        /// A property that must be there is missing (RFC 5545, section 3.6).
        case missingProperty = "missing_property"
        /// A property that may stand once stands again (RFC 5545, section 3.6).
        case repeatedProperty = "repeated_property"
        /// Two properties exclude each other (RFC 5545, section 3.6).
        case conflictingProperties = "conflicting_properties"
        /// A value has not the form of its type (RFC 5545, section 3.3).
        case invalidValue = "invalid_value"
        /// A value is of another type than VALUE or its property says (RFC 5545, section 3.2.20).
        case valueType = "value_type"
        /// A value has not quite the form of its type and was read all the same (RFC 5545, section 3.3).
        case looseValue = "loose_value"
        /// TEXT has a character that should be escaped, or an escape that does not exist (RFC 5545, section 3.3.11).
        case textEscape = "text_escape"
        /// Something of RFC 2445 that was given up; it is passed over (RFC 5545, appendix A.3).
        case obsolete = "obsolete"
        /// DTEND or DUE comes before DTSTART, or the two are of different types (RFC 5545, section 3.8.2.2).
        case endBeforeStart = "end_before_start"
        /// A rule cannot be read; it was passed over (RFC 5545, section 3.3.10).
        case invalidRule = "invalid_rule"
        /// A rule has parts that its FREQ does not allow (RFC 5545, section 3.3.10).
        case discouragedRule = "discouraged_rule"
        /// UNTIL has not the form that DTSTART demands (RFC 5545, section 3.3.10).
        case untilForm = "until_form"
        /// A rule ends before DTSTART: nothing is left of the series (RFC 5545, section 3.3.10).
        case endedRule = "ended_rule"
        /// EXDATE or RDATE has another form than DTSTART (RFC 5545, section 3.8.5.1).
        case exceptionForm = "exception_form"
        /// TZID is a Windows name (RFC 5545, section 3.2.19).
        case windowsTimeZone = "windows_time_zone"
        /// TZID has something around an IANA name (RFC 5545, section 3.2.19).
        case decoratedTimeZone = "decorated_time_zone"
        /// TZID has no VTIMEZONE in the document (RFC 5545, section 3.2.19).
        case missingTimeZone = "missing_time_zone"
        /// TZID is known neither here nor in the document; its times are read as floating (RFC 5545, section 3.2.19).
        case unknownTimeZone = "unknown_time_zone"
        /// TZID beside a value that has no use for it: a DATE, or a time in UTC (RFC 5545, section 3.2.19).
        case strayTimeZone = "stray_time_zone"
        /// A VTIMEZONE has a part that cannot be used (RFC 5545, section 3.6.5).
        case invalidTimeZone = "invalid_time_zone"
        /// A VTIMEZONE starts in 1601, as Windows writes it (RFC 5545, section 3.6.5).
        case windowsEpoch = "windows_epoch"
    }

    /// Line of the file, from 1 (RFC 5545, section 3.1).
    public let line: Int
    /// Section of RFC 5545 that says otherwise.
    public let section: String
    /// What kind (RFC 5545, the section given).
    public let code: Code
    /// One sentence for an engineer (RFC 5545, the section given).
    public let message: String

    init(_ code: Code, line: Int, section: String, _ message: String) {
        self.code = code
        self.line = line
        self.section = section
        self.message = message
    }
}
