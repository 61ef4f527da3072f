/// Why a RECUR value was refused.
///
/// RFC 5545, section 3.3.10: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10>
public enum RecurrenceError: Error, Hashable, Sendable {
    /// No FREQ, or one that the grammar does not know (RFC 5545, section 3.3.10).
    case frequency
    /// A part that is not `NAME=value`, or whose value cannot be read (RFC 5545, section 3.3.10).
    case malformed(String)
    /// A part that may stand once only stands twice (RFC 5545, section 3.3.10).
    case repeated(String)
    /// A part that the grammar does not know (RFC 5545, section 3.3.10).
    case unknownPart(String)
    /// A number outside of the range of its part (RFC 5545, section 3.3.10).
    case outOfRange(String)
    /// More values than any sensible rule has (RFC 5545, section 3.3.10).
    case tooManyValues(String)
}
