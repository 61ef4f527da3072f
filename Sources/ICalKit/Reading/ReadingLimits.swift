/// How much a reader takes in before it refuses; every bound can be moved.
///
/// RFC 5545 sets none; section 3.1 only folds lines: <https://www.rfc-editor.org/rfc/rfc5545#section-3.1>
public struct ReadingLimits: Hashable, Sendable {
    /// Bytes of the whole document (RFC 5545, section 3.4).
    public var bytes = 64 << 20
    /// Bytes of one unfolded content line (RFC 5545, section 3.1).
    public var lineBytes = 512 << 10
    /// Components inside of each other (RFC 5545, section 3.6).
    public var depth = 16
    /// Components in all (RFC 5545, section 3.6).
    public var components = 200_000
    /// Properties of one component (RFC 5545, section 3.6).
    public var properties = 20_000
    /// Values in the list of one property, such as RDATE (RFC 5545, section 3.1.1).
    public var values = 10_000
    /// Instances of a whole expansion (RFC 5545, section 3.8.5).
    public var instances = 200_000

    /// Steps of a whole expansion, each a few nanoseconds: rules that are walked far, or for nothing
    /// (RFC 5545, section 3.3.10).
    public var work = 50_000_000
    /// RRULE of one component (RFC 5545, section 3.8.5.3).
    public var rules = 100

    /// The defaults (RFC 5545, section 3.1).
    public init() {}
}
