/// `If-None-Match` (RFC 9110, section 13.1.2).
enum EntityTags {
    /// - Parameter tag: The selected representation's strong tag, with its quotes.
    /// - Returns: Whether `list` is `*` or contains the tag, compared weakly: `W/` does not matter.
    static func list(_ list: some StringProtocol, matches tag: String) -> Bool {
        var rest = Substring(list).utf8[...]
        let expected = tag.utf8
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "*"): return true
            case UInt8(ascii: "W"): rest = rest.dropFirst(rest.dropFirst().first == UInt8(ascii: "/") ? 2 : 1)
            case UInt8(ascii: "\""):
                guard let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else { return false }
                let next = rest.index(after: end)
                if rest[rest.startIndex..<next].elementsEqual(expected) { return true }
                rest = rest[next...]
            default: rest = rest.dropFirst()
            }
        }
        return false
    }
}
