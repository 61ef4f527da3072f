/// Documents in UTF-16, as Windows programs save "Unicode" text.
///
/// RFC 5545, section 3.1.4, knows UTF-8 and a charset parameter of the transport alone.
enum WideText {
    /// The document in UTF-8, or `nil` unless it begins with the byte order mark of UTF-16.
    static func converted(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 2, bytes.count % 2 == 0 else { return nil }
        let high: Int
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF): high = 0
        case (0xFF, 0xFE): high = 1
        default: return nil
        }
        let units = (1..<bytes.count / 2).lazy.map { place in
            UInt16(bytes[2 * place + high]) << 8 | UInt16(bytes[2 * place + 1 - high])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
