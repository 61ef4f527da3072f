/// A short name that an association chose for itself or one of its schools: the folder's or the file's name.
///
/// 1–40 characters of `a–z`, `0–9` and `-`, beginning with a letter or digit.
public struct Slug<Entity>: Hashable, Sendable {
    public let text: String

    /// - Returns: `nil` when a character or the length is not allowed.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard (1...40).contains(bytes.count), bytes.first != UInt8(ascii: "-") else { return nil }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                continue
            default: return nil
            }
        }
        self.text = text
    }
}

extension Slug: CustomStringConvertible {
    public var description: String { text }
}

extension Slug: Comparable {
    public static func < (left: Slug, right: Slug) -> Bool { left.text < right.text }
}

extension Slug: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Slug(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a short name")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
