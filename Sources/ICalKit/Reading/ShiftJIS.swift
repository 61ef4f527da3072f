#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Documents of old Japanese exporters, which wrote Shift_JIS whatever the standard said.
///
/// RFC 5545, section 3.1.4, knows UTF-8 and a charset parameter of the transport alone.
enum ShiftJIS {
    /// The document in UTF-8, or `nil` unless every octet of it is Shift_JIS and it holds Japanese writing.
    static func converted(_ bytes: [UInt8]) -> [UInt8]? {
        guard looksJapanese(bytes), let converter = iconv_open("UTF-8", "CP932"), converter != iconv_t(bitPattern: -1)
        else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 3)
        var inputLeft = input.count
        var outputLeft = output.count
        let isComplete = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return iconv(converter, &from, &inputLeft, &to, &outputLeft) != Int(bitPattern: UInt.max)
            }
        }
        guard isComplete, inputLeft == 0 else { return nil }
        return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
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
