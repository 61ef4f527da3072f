/// The characters of a file as schools and offices save it.
///
/// UTF-8 with or without a byte order mark, UTF-16 with one (Excel's 「Unicode テキスト」), CP932 (Windows-31J, with the NEC and
/// IBM extensions that names such as 髙﨑 need) and EUC-JP. Decoding is strict: a text in which one byte does not fit is
/// refused rather than shown with a hole, because the hole may be in a date.
///
/// CP932 and Microsoft's EUC-JP give the wave dash as U+FF5E, UTF-8 files often have U+301C; ``matchingKey(of:)`` treats
/// them alike.
public enum TextDecoding {
    /// - Throws: ``NoticeError/badEncoding``, or ``NoticeError/unavailable`` when the machine lacks the tables of a
    ///   Japanese encoding (``missingEncodings``).
    public static func text(from bytes: [UInt8]) throws(NoticeError) -> String {
        let text = try decoded(bytes)
        guard !text.utf8.contains(0) else { throw .badEncoding }
        return text
    }

    /// Japanese encodings for which this machine's C library has no table; empty on every complete Debian.
    public static var missingEncodings: [String] {
        LegacyEncoding.allCases.filter { !$0.isInstalled }.map(\.rawValue)
    }

    private static func decoded(_ bytes: [UInt8]) throws(NoticeError) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return try valid(String(validating: bytes.dropFirst(3), as: UTF8.self))
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes) { UInt16($0) | UInt16($1) << 8 } }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes) { UInt16($0) << 8 | UInt16($1) } }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        guard !isDamagedUTF8(bytes) else { throw .badEncoding }
        return try japanese(bytes)
    }

    private static func utf16(
        _ bytes: [UInt8], unit: (UInt8, UInt8) -> UInt16
    ) throws(NoticeError) -> String {
        guard bytes.count.isMultiple(of: 2) else { throw .badEncoding }
        let units = stride(from: 2, to: bytes.count, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        return try valid(String(validating: units, as: UTF16.self))
    }

    /// Whether it is UTF-8 with a hole, such as a download that broke off: CP932 would often read that as other kanji.
    ///
    /// Japanese in UTF-8 is three bytes a character; the legacy encodings form such sequences only by chance (会長), never
    /// throughout a text.
    private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        var foreign = 0
        var inSequence = 0
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            let isSequence =
                (0xE3...0xEF).contains(byte) && position + 2 < bytes.count
                && bytes[position + 1] & 0xC0 == 0x80 && bytes[position + 2] & 0xC0 == 0x80
            let length = isSequence ? 3 : 1
            if byte >= 0x80 { foreign += length }
            if isSequence { inSequence += length }
            position += length
        }
        return inSequence >= 6 && inSequence * 3 > foreign * 2
    }

    /// Of the two legacy encodings the one in which every byte fits.
    ///
    /// Both fit only where CP932 would read nothing but half-width katakana, which every EUC-JP text of plain kanji also
    /// is. Then the one without a majority of half-width katakana is meant: no list is written in them.
    private static func japanese(_ bytes: [UInt8]) throws(NoticeError) -> String {
        let windows = try LegacyEncoding.windows31J.text(from: bytes)
        let unix = try LegacyEncoding.eucJapanese.text(from: bytes)
        guard let windows, let unix else { return try valid(windows ?? unix) }
        return isMostlyHalfWidthKatakana(windows) ? unix : windows
    }

    private static func isMostlyHalfWidthKatakana(_ text: String) -> Bool {
        let foreign = text.unicodeScalars.filter { !$0.isASCII }
        return foreign.count { (0xFF61...0xFF9F).contains($0.value) } * 2 > foreign.count
    }

    private static func valid(_ text: String?) throws(NoticeError) -> String {
        guard let text else { throw .badEncoding }
        return text
    }
}
