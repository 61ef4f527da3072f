/// Why a document was refused, with line and section.
///
/// RFC 5545, section 3.4: <https://www.rfc-editor.org/rfc/rfc5545#section-3.4>
public struct ReadingError: Error, Hashable, Sendable {
    /// What kind of reason, in a word that stays the same over versions (RFC 5545, the section of each case).
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Nothing in it is a component (RFC 5545, section 3.4).
        case empty = "empty_file"
        /// Components are not closed, or closed in the wrong order (RFC 5545, section 3.6).
        case malformed = "ics_malformed"
        /// More bytes than ``ReadingLimits/bytes`` (RFC 5545, section 3.4).
        case tooLarge = "too_large"
        /// A line longer than ``ReadingLimits/lineBytes`` (RFC 5545, section 3.1).
        case lineTooLong = "line_too_long"
        /// More components, properties or depth than the limits allow (RFC 5545, section 3.6).
        case tooComplex = "ics_too_complex"
        /// A rule with more values than ``ReadingLimits/values`` (RFC 5545, section 3.3.10).
        case ruleTooComplex = "rrule_too_complex"
        /// A list with more values than ``ReadingLimits/values`` (RFC 5545, section 3.8.5.2).
        case tooManyInstances = "too_many_instances"
        /// A strict reader met something that a lenient one would report as a ``Diagnostic`` (RFC 5545).
        case notConforming = "not_conforming"
    }

    /// What kind (RFC 5545, the section given).
    public let code: Code
    /// Line of the file, from 1 (RFC 5545, section 3.1).
    public let line: Int
    /// Section of RFC 5545.
    public let section: String
    /// One sentence for an engineer (RFC 5545, the section given).
    public let message: String
    /// What a strict reader refused (RFC 5545, the section given).
    public let diagnostic: Diagnostic?

    init(_ code: Code, line: Int, section: String, _ message: String, diagnostic: Diagnostic? = nil) {
        self.code = code
        self.line = line
        self.section = section
        self.message = message
        self.diagnostic = diagnostic
    }

    init(strict diagnostic: Diagnostic) {
        self.init(
            .notConforming, line: diagnostic.line, section: diagnostic.section, diagnostic.message,
            diagnostic: diagnostic)
    }
}
