/// Small readings of bytes, shared by the parsers.
extension Span where Element == UInt8 {
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for index in 0..<count { bytes.append(self[index]) }
        return bytes
    }

    /// The text, with U+FFFD for what is no UTF-8.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func isSame(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }

    /// The text with ASCII letters in upper case: names compare so (RFC 5545, section 2).
    var upperText: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for index in 0..<count { bytes.append(Byte.upper(self[index])) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Where the text stands between ASCII white space at both ends.
    var trimmedRange: Range<Int> {
        var start = 0
        var end = count
        while start < end, Byte.isBlank(self[start]) { start += 1 }
        while end > start, Byte.isBlank(self[end - 1]) { end -= 1 }
        return start..<end
    }

    func firstIndex(of byte: UInt8) -> Int? {
        for index in 0..<count where self[index] == byte { return index }
        return nil
    }

    /// A signed integer of at most twelve digits (RFC 5545, section 3.3.8).
    var integer: Int? {
        guard count > 0 else { return nil }
        let isNegative = self[0] == Byte.minus
        let start = isNegative || self[0] == Byte.plus ? 1 : 0
        guard count > start, count - start <= 12 else { return nil }
        var value = 0
        for index in start..<count {
            guard Byte.isDigit(self[index]) else { return nil }
            value = value * 10 + Int(self[index] - Byte.zero)
        }
        return isNegative ? -value : value
    }
}
