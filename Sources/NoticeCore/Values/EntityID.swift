public import Foundation

/// An identifier that belongs to one kind of entity, so that a household's can never be passed for a letter's.
///
/// Written as a lower-case UUID (RFC 9562) in JSON, in paths and in the database.
public struct EntityID<Entity>: Hashable, Sendable {
    public let uuid: UUID

    public init(_ uuid: UUID) {
        self.uuid = uuid
    }

    /// Reads the written form.
    ///
    /// - Returns: `nil` unless `text` is a UUID in its 36-character form.
    public init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }

    /// The lower-case 36-character form.
    public var text: String { uuid.uuidString.lowercased() }
}

extension EntityID: CustomStringConvertible {
    public var description: String { text }
}

extension EntityID: Comparable {
    public static func < (left: EntityID, right: EntityID) -> Bool { left.text < right.text }
}

extension EntityID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = EntityID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
