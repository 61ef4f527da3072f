/// The encoding in which vCalendar 1.0 carried what is not ASCII: RFC 2045, section 6.7.
///
/// <https://www.rfc-editor.org/rfc/rfc2045#section-6.7>; iCalendar gave it up (RFC 5545, section 3.2.7).
enum QuotedPrintable {
    /// What such files name. The system knows hundreds of encodings, and a stranger's file has no business with them.
    private static let encodings = [
        "SHIFT_JIS": "CP932", "SHIFT-JIS": "CP932", "WINDOWS-31J": "CP932", "EUC-JP": "EUC-JP",
        "ISO-2022-JP": "ISO-2022-JP", "ISO-8859-1": "ISO-8859-1", "ISO-8859-15": "ISO-8859-15",
        "WINDOWS-1252": "CP1252",
    ]

    /// The text of a property, read in the charset that CHARSET names, UTF-8 without one.
    static func text(of property: Property) -> String {
        let bytes = decoded(property.rawValue.utf8.span)
        let encoding = property.first("CHARSET").flatMap { encodings[$0.utf8.span.upperText] }
        let converted = encoding.flatMap { ForeignText.utf8(bytes, from: $0) } ?? bytes
        let lines = converted.indices.filter { converted[$0] != Byte.carriageReturn }.map { converted[$0] }
        return String(decoding: lines, as: UTF8.self).unescapedText
    }

    /// `=E9` as one octet; an equals sign before anything else stands for itself.
    private static func decoded(_ text: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == Byte.equals, index + 2 < text.count, let high = digit(text[index + 1]),
                let low = digit(text[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        if Byte.isDigit(byte) { return byte - Byte.zero }
        let letter = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) ? letter - UInt8(ascii: "a") + 10 : nil
    }
}
