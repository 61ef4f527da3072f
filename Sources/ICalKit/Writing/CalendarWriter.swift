/// Writes components in canonical form: the same document always gives the same bytes.
///
/// RFC 5545, section 3.1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.1>
///
/// Order and spelling of names stay as they are; line ends, folds, quotes and parameter carets are written anew.
extension CalendarDocument {
    /// The document in wire form (RFC 5545, section 3.4).
    public var bytes: [UInt8] {
        var writer = ContentLineWriter(reservingCapacity: components.reduce(0) { $0 + $1.estimatedSize })
        for component in components { writer.write(component) }
        return writer.bytes
    }
}

extension Component {
    /// The component in wire form (RFC 5545, section 3.6).
    public var bytes: [UInt8] {
        var writer = ContentLineWriter(reservingCapacity: estimatedSize)
        writer.write(self)
        return writer.bytes
    }

    /// Close to the written size, so that the buffer rarely grows.
    fileprivate var estimatedSize: Int {
        let own = properties.reduce(64) { $0 + $1.rawValue.utf8.count + $1.rawValue.utf8.count / 24 + 48 }
        return components.reduce(own) { $0 + $1.estimatedSize }
    }
}

extension ContentLineWriter {
    /// Writes a component with everything in it (RFC 5545, section 3.6).
    public mutating func write(_ component: Component) {
        begin(component.name.spelling)
        for property in component.properties { write(property) }
        for inner in component.components { write(inner) }
        end(component.name.spelling)
    }

    /// Writes a property as it stands (RFC 5545, section 3.5).
    public mutating func write(_ property: Property) {
        raw(property.name.spelling, property.rawValue, parameters: property.parameters)
    }
}
