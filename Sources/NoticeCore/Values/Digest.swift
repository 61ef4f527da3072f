import Crypto
import Foundation

/// A SHA-256 (FIPS 180-4): how secrets, attachments and links of the audit chain are named.
///
/// Its 256 bits stand in the value itself, so that a look-up by digest allocates nothing.
public struct Digest: Hashable, Sendable {
    /// The 32 bytes as they stand in memory.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    public init(of input: some Sequence<UInt8>) {
        var hash = SHA256()
        let isHashed: Void? = input.withContiguousStorageIfAvailable {
            hash.update(bufferPointer: UnsafeRawBufferPointer($0))
        }
        if isHashed == nil { hash.update(data: Array(input)) }
        self.init(hash)
    }

    init(_ hash: SHA256) {
        self.init(copying: hash.finalize())
    }

    /// Reads back what the database holds.
    init(stored bytes: [UInt8]) {
        self.init(copying: bytes)
    }

    private init(copying bytes: some ContiguousBytes) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        bytes.withUnsafeBytes { source in
            withUnsafeMutableBytes(of: &words) { target in
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source.prefix(target.count)))
            }
        }
        self.words = words
    }

    /// 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

    /// Any eight bytes of a SHA-256 are as good a hash as all.
    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

    /// - Returns: `nil` unless `hex` is 64 hexadecimal digits.
    public init?(hex: some StringProtocol) {
        guard hex.utf8.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        var high: UInt8?
        for character in hex.utf8 {
            guard let digit = Self.value(ofHexDigit: character) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        self.init(copying: bytes)
    }

    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func value(ofHexDigit character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
