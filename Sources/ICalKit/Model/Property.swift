/// One content line: a name, its parameters and a value that is decoded when it is asked for.
///
/// RFC 5545, section 3.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.5>
public struct Property: Hashable, Sendable {
    /// Name, in the case in which it was written (RFC 5545, section 3.1).
    public let name: Token

    private let startLine: Int32

    /// Parameters in their order (RFC 5545, section 3.2).
    public var parameters: [Parameter]

    /// The value in wire form: unfolded, still escaped (RFC 5545, section 3.1).
    public var rawValue: String

    /// The line of the file on which it began, 0 for a property that was not read (RFC 5545, section 3.1).
    public var line: Int { Int(startLine) }

    /// A property from its wire form (RFC 5545, section 3.5).
    public init(_ name: Token, rawValue: String, parameters: [Parameter] = []) {
        self.init(name, rawValue: rawValue, parameters: parameters, line: 0)
    }

    init(_ name: Token, rawValue: String, parameters: [Parameter], line: Int) {
        self.name = name
        self.parameters = parameters
        self.rawValue = rawValue
        startLine = Int32(clamping: line)
    }

    /// Equal in content, wherever it stood (RFC 5545, section 3.5).
    public static func == (left: Property, right: Property) -> Bool {
        left.name == right.name && left.rawValue == right.rawValue && left.parameters == right.parameters
    }

    /// Consistent with equality (RFC 5545, section 3.5).
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(rawValue)
        hasher.combine(parameters)
    }

    /// The values of a parameter, or `nil` where the property has none of that name (RFC 5545, section 3.2).
    public subscript(parameter name: String) -> [String]? {
        parameters.first { Token.isSame($0.name, name) }?.values
    }

    /// The first value of a parameter (RFC 5545, section 3.2).
    public func first(_ parameter: String) -> String? {
        // Most properties have no parameter at all.
        parameters.isEmpty ? nil : self[parameter: parameter]?.first
    }
}
