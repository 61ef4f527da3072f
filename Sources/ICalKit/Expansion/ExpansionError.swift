/// Why an expansion ended early.
///
/// RFC 5545, section 3.8.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5>
public enum ExpansionError: Error, Hashable, Sendable {
    /// More instances in the window than ``ReadingLimits/instances`` (RFC 5545, section 3.8.5).
    case tooManyInstances(Int)
    /// Rules that take more steps than ``ReadingLimits/work`` before anything happens (RFC 5545, section 3.3.10).
    case tooMuchWork(Int)
}
