/// Documents of old Japanese exporters, which wrote Shift_JIS whatever the standard said.
///
/// RFC 5545, section 3.1.4, knows UTF-8 and a charset parameter of the transport alone.
enum ShiftJIS {
    /// The document in UTF-8, or `nil` unless every octet of it is Shift_JIS and it holds Japanese writing.
    static func converted(_ bytes: [UInt8]) -> [UInt8]? {
        looksJapanese(bytes) ? ForeignText.utf8(bytes, from: "CP932") : nil
    }

    /// Pairs of a lead and a trail octet only, most of them common, most of them beside another pair: an accented letter
    /// or a curly quote of a Latin encoding stands alone.
    private static func looksJapanese(_ bytes: [UInt8]) -> Bool {
        var common = 0
        var pairs = 0
        var alone = 0
        var run = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            index += 1
            if lead < 0x80 {
                alone += run == 1 ? 1 : 0
                run = 0
                continue
            }
            let isLead = (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead)
            guard isLead, index < bytes.count, bytes[index] >= 0x40 else { return false }
            index += 1
            run += 1
            pairs += 1
            common += lead <= 0x97 ? 1 : 0
        }
        return common * 2 > pairs && alone * 2 < pairs
    }
}
