#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Text in encodings that came before UTF-8, by the system's converter.
///
/// RFC 5545, section 3.1.4, leaves other charsets to the transport.
enum ForeignText {
    /// The bytes in UTF-8, or `nil` where they are not of that encoding or the system does not know it.
    static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No octet of these encodings becomes more than three.
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
}
