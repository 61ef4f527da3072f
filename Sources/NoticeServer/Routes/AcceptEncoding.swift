/// `Accept-Encoding` (RFC 9110, section 12.5.3), for a server that keeps gzip and identity.
enum AcceptEncoding {
    /// Whether gzip is acceptable, and not less wanted than the plain text.
    static func prefersGzip(_ field: String?) -> Bool {
        guard let field else { return false }
        var gzip: Int?
        var identity: Int?
        var anything: Int?
        for item in field.utf8.split(separator: UInt8(ascii: ",")) {
            let parts = item.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let name = parts.first.map(trimmed) else { continue }
            let weight = parts.count > 1 ? thousandths(parts[1]) : 1000
            if isSame(name, "gzip") || isSame(name, "x-gzip") {
                gzip = weight
            } else if isSame(name, "identity") {
                identity = weight
            } else if isSame(name, "*") {
                anything = weight
            }
        }
        // Without a word about identity, it is what remains when nothing better is acceptable.
        let wanted = gzip ?? anything ?? 0
        return wanted > 0 && wanted >= (identity ?? 0)
    }

    private typealias Text = Substring.UTF8View

    private static func trimmed(_ text: Text) -> Text {
        var text = text.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = text.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
        return text
    }

    private static func isSame(_ text: Text, _ lowercased: StaticString) -> Bool {
        lowercased.withUTF8Buffer { expected in
            text.count == expected.count && zip(text, expected).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
    }

    /// `q=0.25` is 250; what cannot be read counts as unwanted.
    private static func thousandths(_ parameter: Text) -> Int {
        let text = trimmed(parameter)
        guard let name = text.first, name | 0x20 == UInt8(ascii: "q"),
            let equals = text.firstIndex(of: UInt8(ascii: "="))
        else { return 1000 }
        let number = String(decoding: trimmed(text[text.index(after: equals)...]), as: UTF8.self)
        guard let weight = Double(number), (0...1).contains(weight) else { return 0 }
        return Int(weight * 1000)
    }
}
