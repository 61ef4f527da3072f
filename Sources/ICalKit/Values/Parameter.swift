/// A property parameter: a name and its values, already decoded.
///
/// RFC 5545, section 3.2: <https://www.rfc-editor.org/rfc/rfc5545#section-3.2>; the caret encoding of quotes and
/// newlines is RFC 6868: <https://www.rfc-editor.org/rfc/rfc6868>
public struct Parameter: Hashable, Sendable {
    /// Name as written; names compare without regard to case (RFC 5545, section 2).
    public let name: String

    /// Values in their order, unquoted and with RFC 6868 carets resolved (RFC 5545, section 3.2).
    public let values: [String]

    /// A parameter from its decoded values (RFC 5545, section 3.2).
    public init(_ name: String, _ values: String...) {
        self.init(name, values: values)
    }

    /// A parameter from a list of decoded values (RFC 5545, section 3.2).
    public init(_ name: String, values: [String]) {
        self.name = name
        self.values = values
    }
}
