extension String {
    /// Whether a byte occurs; written without an early exit, so that the compiler takes many bytes at once.
    @inline(__always)
    func has(_ byte: UInt8) -> Bool {
        let span = utf8.span
        var found = false
        for index in 0..<span.count { found = found || span[index] == byte }
        return found
    }

    /// Without ASCII white space at both ends.
    var trimmed: String {
        guard let first = utf8.first, let last = utf8.last, Byte.isBlank(first) || Byte.isBlank(last) else {
            return self
        }
        let kept = utf8.drop(while: Byte.isBlank)
        guard let end = kept.lastIndex(where: { !Byte.isBlank($0) }) else { return "" }
        return String(decoding: kept[...end], as: UTF8.self)
    }

    /// A parameter value with its carets decoded (RFC 6868, section 3).
    var resolvingCarets: String {
        guard has(Byte.caret) else { return self }
        var bytes: [UInt8] = []
        var pending = false
        for byte in utf8 {
            guard pending else {
                if byte == Byte.caret { pending = true } else { bytes.append(byte) }
                continue
            }
            pending = false
            switch byte {
            case Byte.caret: bytes.append(Byte.caret)
            case Byte.lowerN: bytes.append(Byte.lineFeed)
            case UInt8(ascii: "'"): bytes.append(Byte.quote)
            default: bytes.append(contentsOf: [Byte.caret, byte])
            }
        }
        if pending { bytes.append(Byte.caret) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A TEXT value without its escapes (RFC 5545, section 3.3.11).
    ///
    /// `\\:` is read as a colon, which old exporters wrote; a backslash before anything else stands for itself.
    var unescapedText: String {
        guard has(Byte.backslash) else { return self }
        return utf8.span.unescaped
    }

    /// The values of a TEXT list: commas part them, unless escaped (RFC 5545, section 3.3.11).
    var unescapedList: [String] {
        let span = utf8.span
        var values: [String] = []
        var start = 0
        var index = 0
        while index < span.count {
            if span[index] == Byte.backslash {
                index += 1
            } else if span[index] == Byte.comma {
                values.append(span.extracting(start..<index).unescaped)
                start = index + 1
            }
            index += 1
        }
        values.append(span.extracting(min(start, span.count)..<span.count).unescaped)
        return values
    }
}

extension Span where Element == UInt8 {
    /// TEXT without its escapes (RFC 5545, section 3.3.11).
    var unescaped: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var index = 0
        while index < count {
            let byte = self[index]
            index += 1
            guard byte == Byte.backslash, index < count else {
                bytes.append(byte)
                continue
            }
            let escaped = self[index]
            index += 1
            switch escaped {
            case Byte.lowerN, Byte.upperN: bytes.append(Byte.lineFeed)
            case Byte.backslash, Byte.semicolon, Byte.comma, Byte.colon: bytes.append(escaped)
            default: bytes.append(contentsOf: [byte, escaped])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
