/// Cuts bytes into unfolded content lines.
///
/// RFC 5545, section 3.1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.1>
///
/// A line that is not folded is a range of the input; only folded ones are copied together.
struct LineScanner {
    private let bytes: [UInt8]
    private let limit: Int
    private var position = 0
    private var physicalLine = 0
    /// Old exports end lines with CR alone; a stray CR among LF lines is only a control character.
    private let returnEndsLine: Bool

    private var range = 0..<0
    private var joined: [UInt8] = []
    private var isJoined = false
    /// Whether the line is quoted-printable, once that is certain.
    private var softness: Bool?
    /// Line of the file on which the current content line began, from 1.
    private(set) var number = 0
    /// Whether the current line has control characters to drop.
    private(set) var hasControls = false

    init(_ bytes: [UInt8], limit: Int) {
        self.bytes = bytes
        self.limit = limit
        returnEndsLine = !bytes.contains(Byte.lineFeed)
    }

    /// The content line that ``advance(_:)`` found.
    func line(of bytes: [UInt8]) -> ArraySlice<UInt8> { isJoined ? joined[...] : bytes[range] }

    /// Passes over a byte order mark and white space before the first line.
    mutating func start(_ diagnostics: inout DiagnosticList) throws(ReadingError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            position = 3
            try diagnostics.report(.byteOrderMark, line: 1, section: "3.1.4", "byte order mark before the first line")
        }
        let first = position
        while position < bytes.count, Byte.isBlank(bytes[position]) { position += 1 }
        if position > first {
            try diagnostics.report(.strayWhitespace, line: 1, section: "3.1", "white space before the first line")
        }
    }

    /// Finds the next content line that is not empty; false at the end.
    mutating func advance(_ diagnostics: inout DiagnosticList) throws(ReadingError) -> Bool {
        while position < bytes.count {
            isJoined = false
            softness = nil
            hasControls = false
            number = physicalLine + 1
            range = try physical(&diagnostics)
            while try unfold(&diagnostics) {}
            let length = isJoined ? joined.count : range.count
            guard length <= limit else { throw tooLong(length) }
            if length > 0 { return true }
            try diagnostics.reportOnce(.strayWhitespace, line: number, section: "3.1", "empty line")
        }
        return false
    }

    private func tooLong(_ length: Int) -> ReadingError {
        ReadingError(
            .lineTooLong, line: number, section: "3.1", "a content line has \(length) bytes, more than \(limit)")
    }

    /// Joins the next physical line to the current one, if that goes on there.
    private mutating func unfold(_ diagnostics: inout DiagnosticList) throws(ReadingError) -> Bool {
        guard position < bytes.count else { return try unfoldSoftly(&diagnostics) }
        let byte = bytes[position]
        if Byte.isBlank(byte) {
            position += 1
        } else if byte == Byte.lineFeed || byte == Byte.carriageReturn, skipEmptyLinesInsideFold() {
            try diagnostics.reportOnce(.strayWhitespace, line: physicalLine, section: "3.1", "empty line in a fold")
            position += 1
        } else {
            return try unfoldSoftly(&diagnostics)
        }
        try join(&diagnostics)
        return true
    }

    private mutating func join(_ diagnostics: inout DiagnosticList) throws(ReadingError) {
        copyOnce()
        let more = try physical(&diagnostics)
        if let first = more.first, bytes[first] & 0xC0 == 0x80 {
            try diagnostics.report(
                .foldInsideCharacter, line: physicalLine, section: "3.1",
                "a fold stands between the octets of a character")
        }
        joined.append(contentsOf: bytes[more])
        guard joined.count <= limit else { throw tooLong(joined.count) }
    }

    private mutating func copyOnce() {
        if isJoined { return }
        isJoined = true
        joined.removeAll(keepingCapacity: true)
        joined.append(contentsOf: bytes[range])
    }

    /// Passes over empty lines before one that begins with a space: it continues what stands before them.
    private mutating func skipEmptyLinesInsideFold() -> Bool {
        guard isJoined || !range.isEmpty else { return false }
        var index = position
        var lines = 0
        while index < bytes.count, bytes[index] == Byte.lineFeed || bytes[index] == Byte.carriageReturn {
            let isPair = bytes[index...].starts(with: [Byte.carriageReturn, Byte.lineFeed])
            guard isPair || returnEndsLine || bytes[index] == Byte.lineFeed else { return false }
            index += isPair ? 2 : 1
            lines += 1
        }
        guard index < bytes.count, Byte.isBlank(bytes[index]) else { return false }
        position = index
        physicalLine += lines
        return true
    }

    /// One line of the file without its end.
    private mutating func physical(_ diagnostics: inout DiagnosticList) throws(ReadingError) -> Range<Int> {
        physicalLine += 1
        let start = position
        let bytes = bytes
        let span = bytes.span
        var index = start
        while index < span.count {
            let byte = span[index]
            if byte >= Byte.space, byte != Byte.delete {
                index &+= 1
                continue
            }
            if byte == Byte.lineFeed { break }
            if byte == Byte.carriageReturn {
                if index + 1 < span.count, span[index + 1] == Byte.lineFeed {
                    position = index + 2
                    return start..<index
                }
                if returnEndsLine { break }
                if index + 2 < span.count, span[index + 1] == Byte.carriageReturn, span[index + 2] == Byte.lineFeed {
                    position = index + 3
                    try diagnostics.reportOnce(
                        .lineEnding, line: physicalLine, section: "3.1", "a line ends with CR CR LF")
                    return start..<index
                }
            }
            if byte != Byte.tab { hasControls = true }
            index &+= 1
        }
        position = min(index + 1, span.count)
        try diagnostics.reportOnce(.lineEnding, line: physicalLine, section: "3.1", "a line does not end with CR LF")
        return start..<index
    }
}

/// Lines of vCalendar 1.0, the predecessor, which phones and offices exported for long: `ENCODING=QUOTED-PRINTABLE`, and
/// an equals sign at the end of a line that goes on without a space.
///
/// RFC 5545, section 3.2.7, knows 8BIT and BASE64 alone.
extension LineScanner {
    private static let quotedPrintable = Array("QUOTED-PRINTABLE".utf8)

    /// Joins the next line to one that is quoted-printable and ends with an equals sign.
    ///
    /// - Returns: Whether there was one to join.
    private mutating func unfoldSoftly(_ diagnostics: inout DiagnosticList) throws(ReadingError) -> Bool {
        guard endsSoftly, isQuotedPrintable() else { return false }
        try diagnostics.report(
            .quotedPrintable, line: physicalLine, section: "3.2.7", "a line goes on after an equals sign")
        copyOnce()
        while let last = joined.last, last == Byte.equals || Byte.isForbiddenControl(last) { joined.removeLast() }
        let next = bytes[position...].prefix(6).map(Byte.upper)
        guard !next.isEmpty, !next.starts(with: "BEGIN:".utf8), !next.starts(with: "END:".utf8) else { return false }
        try join(&diagnostics)
        return true
    }

    /// Whether the current line ends with an equals sign, but for control characters that will be dropped.
    private var endsSoftly: Bool {
        let line = isJoined ? joined[...] : bytes[range]
        guard let last = line.last, last == Byte.equals || Byte.isForbiddenControl(last) else { return false }
        return line.last { !Byte.isForbiddenControl($0) } == Byte.equals
    }

    /// Whether the parameters of the current line say so; what will be dropped from them does not count.
    private mutating func isQuotedPrintable() -> Bool {
        if let softness { return softness }
        let line = (isJoined ? joined[...] : bytes[range]).prefix(Self.longestHead)
        let head = line.prefix { $0 != Byte.colon }.filter { !Byte.isForbiddenControl($0) }.map(Byte.upper)
        let isCertain = line.contains(Byte.colon) || line.count == Self.longestHead
        let isSoft = head.firstRange(of: Self.quotedPrintable) != nil
        if isSoft || isCertain { softness = isSoft }
        return isSoft
    }

    /// Names and parameters in front of a value; bounds what a line without a colon costs.
    private static let longestHead = 512
}
