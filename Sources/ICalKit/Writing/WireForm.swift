/// Pieces of wire form, appended to a byte buffer; shared by every writer.
extension [UInt8] {
    /// Longest line in octets, CRLF excluded (RFC 5545, section 3.1).
    static let longestLine = 75

    /// Appends a line, folded at 75 octets between characters (RFC 5545, section 3.1), without the CRLF at its end.
    mutating func append(folding line: [UInt8]) {
        var start = 0
        var room = Self.longestLine
        while line.count - start > room {
            var cut = start + room
            // Never between the octets of one character; a run of stray continuation octets is cut where it stands.
            var back = 0
            while back < 3, line[cut] & 0xC0 == 0x80 {
                cut -= 1
                back += 1
            }
            if line[cut] & 0xC0 == 0x80 { cut = start + room }
            append(contentsOf: line[start..<cut])
            append(Byte.carriageReturn)
            append(Byte.lineFeed)
            append(Byte.space)
            start = cut
            room = Self.longestLine - 1
        }
        append(contentsOf: line[start...])
    }

    /// Appends text in wire form; control characters other than tab are left out (RFC 5545, section 3.1).
    @inline(__always)
    mutating func append(withoutControls value: String) {
        let span = value.utf8.span
        var controls = false
        for index in 0..<span.count { controls = controls || Byte.isForbiddenControl(span[index]) }
        guard controls else { return append(contentsOf: value.utf8) }
        append(contentsOf: value.utf8.lazy.filter { !Byte.isForbiddenControl($0) })
    }

    /// Appends TEXT, escaped (RFC 5545, section 3.3.11).
    mutating func append(escapedText value: String) {
        var afterReturn = false
        for byte in value.utf8 {
            let wasReturn = afterReturn
            afterReturn = false
            switch byte {
            case Byte.backslash, Byte.semicolon, Byte.comma:
                append(Byte.backslash)
                append(byte)
            case Byte.carriageReturn:
                afterReturn = true
                append(Byte.backslash)
                append(Byte.lowerN)
            case Byte.lineFeed:
                if wasReturn { continue }
                append(Byte.backslash)
                append(Byte.lowerN)
            case _ where Byte.isForbiddenControl(byte):
                afterReturn = wasReturn
            default:
                append(byte)
            }
        }
    }

    /// Appends one parameter value: carets by RFC 6868, quotes where RFC 5545, section 3.2 demands them.
    mutating func append(parameterValue value: String) {
        let mustQuote = value.utf8.contains { $0 == Byte.comma || $0 == Byte.semicolon || $0 == Byte.colon }
        if mustQuote { append(Byte.quote) }
        var afterReturn = false
        for byte in value.utf8 {
            let wasReturn = afterReturn
            afterReturn = byte == Byte.carriageReturn
            switch byte {
            case Byte.caret:
                append(Byte.caret)
                append(Byte.caret)
            case Byte.quote:
                append(Byte.caret)
                append(UInt8(ascii: "'"))
            case Byte.lineFeed where wasReturn:
                continue
            case Byte.carriageReturn, Byte.lineFeed:
                append(Byte.caret)
                append(Byte.lowerN)
            case _ where Byte.isForbiddenControl(byte):
                continue
            default:
                append(byte)
            }
        }
        if mustQuote { append(Byte.quote) }
    }

    /// Appends `YYYYMMDD` (RFC 5545, section 3.3.4).
    mutating func append(date: CalendarDate) {
        let (year, month, day) = CivilCalendar.civil(date.daysSince1970)
        append(twoDigits: year / 100)
        append(twoDigits: year % 100)
        append(twoDigits: month)
        append(twoDigits: day)
    }

    /// Appends `THHMMSS` (RFC 5545, section 3.3.12).
    mutating func append(timeOfDay second: Int) {
        append(Byte.upperT)
        append(twoDigits: second / 3_600)
        append(twoDigits: second / 60 % 60)
        append(twoDigits: second % 60)
    }

    mutating func append(twoDigits value: Int) {
        append(Byte.zero &+ UInt8(truncatingIfNeeded: value / 10))
        append(Byte.zero &+ UInt8(truncatingIfNeeded: value % 10))
    }

    /// Appends a UTC offset: `+0900`, with seconds only where there are any (RFC 5545, section 3.3.14).
    mutating func append(utcOffset seconds: Int) {
        append(seconds < 0 ? Byte.minus : Byte.plus)
        append(twoDigits: abs(seconds) / 3_600)
        append(twoDigits: abs(seconds) / 60 % 60)
        if seconds % 60 != 0 { append(twoDigits: abs(seconds) % 60) }
    }
}
