import Glibc

/// A Japanese encoding from before Unicode, by the name under which glibc's `iconv` has its table.
enum LegacyEncoding: String, CaseIterable {
    /// Shift_JIS as Windows and Excel write it.
    case windows31J = "CP932"
    /// EUC-JP with the same extensions; plain EUC-JP is its subset.
    case eucJapanese = "EUC-JP-MS"

    var isInstalled: Bool {
        guard let converter = open() else { return false }
        iconv_close(converter)
        return true
    }

    /// - Returns: `nil` when a byte does not fit, or stands for a C1 control or a private-use character: `iconv` lets
    ///   those pass, but no school writes them.
    /// - Throws: ``NoticeError/unavailable`` without a table.
    func text(from bytes: [UInt8]) throws(NoticeError) -> String? {
        guard let converter = open() else { throw .unavailable }
        defer { iconv_close(converter) }
        guard let utf8 = Self.converted(bytes, by: converter),
            let text = String(validating: utf8, as: UTF8.self),
            text.unicodeScalars.allSatisfy(Self.isWritten)
        else { return nil }
        return text
    }

    private func open() -> iconv_t? {
        guard let converter = iconv_open("UTF-8", rawValue), converter != iconv_t(bitPattern: -1) else { return nil }
        return converter
    }

    /// A byte of either encoding becomes at most three of UTF-8, so the output fits in one go.
    private static func converted(_ bytes: [UInt8], by converter: iconv_t) -> [UInt8]? {
        var input = bytes.map { CChar(bitPattern: $0) }
        var inputLeft = input.count
        var isComplete = false
        let utf8 = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 4) { output, count in
            var outputLeft = output.count
            let converted = input.withUnsafeMutableBufferPointer { input in
                output.withMemoryRebound(to: CChar.self) { output in
                    var from = input.baseAddress
                    var into = output.baseAddress
                    return iconv(converter, &from, &inputLeft, &into, &outputLeft)
                }
            }
            // Anything but zero is an error or a replaced character.
            isComplete = converted == 0 && inputLeft == 0
            count = output.count - outputLeft
        }
        return isComplete ? utf8 : nil
    }

    private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
        !(0x80...0x9F).contains(scalar.value) && !(0xE000...0xF8FF).contains(scalar.value)
    }
}
