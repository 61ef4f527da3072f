/// A name of the grammar: of a component, property or parameter. Names compare without regard to ASCII case.
///
/// RFC 5545, section 2: <https://www.rfc-editor.org/rfc/rfc5545#section-2>
public struct Token: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it was written (RFC 5545, section 3.1, "name").
    public let spelling: String

    /// Equal names share it and most unequal ones do not, which makes a search for a name cheap.
    let fingerprint: UInt32

    /// A name as written (RFC 5545, section 3.1).
    public init(_ spelling: String) {
        self.spelling = spelling
        var fingerprint = Self.seed
        for byte in spelling.utf8 { Self.mix(byte, into: &fingerprint) }
        self.fingerprint = fingerprint
    }

    /// A name as written (RFC 5545, section 3.1).
    public init(stringLiteral spelling: String) { self.init(spelling) }

    init(spelling: String, fingerprint: UInt32) {
        self.spelling = spelling
        self.fingerprint = fingerprint
    }

    /// The name as it was written (RFC 5545, section 3.1).
    public var description: String { spelling }

    /// Equal but for ASCII case (RFC 5545, section 2).
    @inline(__always)
    public static func == (left: Token, right: Token) -> Bool {
        left.fingerprint == right.fingerprint && isSame(left.spelling, right.spelling)
    }

    /// Consistent with equality without regard to case (RFC 5545, section 2).
    public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

    static let seed: UInt32 = 0x811C_9DC5

    @inline(__always)
    static func mix(_ byte: UInt8, into fingerprint: inout UInt32) {
        fingerprint = (fingerprint ^ UInt32(Byte.upper(byte))) &* 0x0100_0193
    }

    static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || left.utf8.elementsEqual(right.utf8) { Byte.upper($0) == Byte.upper($1) }
    }
}
