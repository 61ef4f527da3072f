/// Anything between BEGIN and END, known or not, with its properties and inner components in their order.
///
/// RFC 5545, section 3.6: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6>
public struct Component: Hashable, Sendable {
    /// VCALENDAR, VEVENT … or any other name (RFC 5545, section 3.6).
    public let name: Token

    private let startLine: Int32

    /// Properties in their order (RFC 5545, section 3.6).
    public var properties: [Property]

    /// Inner components in their order (RFC 5545, section 3.6).
    public var components: [Component]

    /// The line of the file with its BEGIN, 0 for a component that was not read (RFC 5545, section 3.6).
    public var line: Int { Int(startLine) }

    /// A component by its parts (RFC 5545, section 3.6).
    public init(_ name: Token, properties: [Property] = [], components: [Component] = []) {
        self.init(name, properties: properties, components: components, line: 0)
    }

    init(_ name: Token, properties: [Property], components: [Component], line: Int) {
        self.name = name
        self.properties = properties
        self.components = components
        startLine = Int32(clamping: line)
    }

    /// Equal in content, wherever it stood (RFC 5545, section 3.6).
    public static func == (left: Component, right: Component) -> Bool {
        left.name == right.name && left.properties == right.properties && left.components == right.components
    }

    /// Consistent with equality (RFC 5545, section 3.6).
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(properties)
        hasher.combine(components)
    }

    /// The first property of a name (RFC 5545, section 3.8).
    public subscript(name: Token) -> Property? {
        properties.first { $0.name == name }
    }

    /// Every property of a name (RFC 5545, section 3.8).
    public func all(_ name: Token) -> [Property] {
        properties.filter { $0.name == name }
    }

    /// Every inner component of a name (RFC 5545, section 3.6).
    public func components(_ name: Token) -> [Component] {
        components.filter { $0.name == name }
    }

    /// Puts a property in place of the first of its name, or at the end; further ones of that name go
    /// (RFC 5545, section 3.8).
    public mutating func set(_ property: Property) {
        if let index = properties.firstIndex(where: { $0.name == property.name }) {
            properties[index] = property
            var position = properties.count - 1
            while position > index {
                if properties[position].name == property.name { properties.remove(at: position) }
                position -= 1
            }
        } else {
            properties.append(property)
        }
    }

    /// Takes every property of a name away (RFC 5545, section 3.8).
    public mutating func remove(_ name: Token) {
        properties.removeAll { $0.name == name }
    }
}
