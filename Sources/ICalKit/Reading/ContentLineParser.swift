/// Takes one unfolded content line apart: name, parameters, value.
///
/// RFC 5545, section 3.1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.1>
///
/// Names and parameters repeat from line to line, so the last ones are kept and shared instead of built anew.
struct ContentLineParser {
    private var names = [Token](repeating: Token(""), count: 128)
    private var lastParameterText: [UInt8] = []
    private var lastParameters: [Parameter] = []

    /// - Returns: `nil` for a line that has no usable name or no colon; that is reported.
    mutating func parse(
        _ line: Span<UInt8>, line number: Int, _ diagnostics: inout DiagnosticList
    ) throws(ReadingError) -> Property? {
        var fingerprint = Token.seed
        var index = 0
        while index < line.count, Self.isNameByte(line[index]) {
            Token.mix(line[index], into: &fingerprint)
            index &+= 1
        }
        let end = index
        if index > 0, index < line.count, Byte.isBlank(line[index]) {
            while index < line.count, Byte.isBlank(line[index]) { index &+= 1 }
            try diagnostics.report(.strayWhitespace, line: number, section: "3.1", "white space after a name")
        }
        guard end > 0, index < line.count, line[index] == Byte.colon || line[index] == Byte.semicolon else {
            try diagnostics.report(.malformedLine, line: number, section: "3.1", "a line has no property name")
            return nil
        }
        let name = name(line.extracting(0..<end), fingerprint: fingerprint)
        let parameters = try parameters(line, &index, number, &diagnostics)
        guard index < line.count else {
            try diagnostics.report(.malformedLine, line: number, section: "3.1", "\(name) has no colon")
            return nil
        }
        let value = try Self.decoded(line.extracting((index + 1)..<line.count), number, &diagnostics)
        return Property(name, rawValue: value, parameters: parameters, line: number)
    }

    private mutating func name(_ bytes: Span<UInt8>, fingerprint: UInt32) -> Token {
        let place = Int(fingerprint & 127)
        if names[place].fingerprint == fingerprint, bytes.isSame(names[place].spelling.utf8.span) {
            return names[place]
        }
        let name = Token(spelling: bytes.text, fingerprint: fingerprint)
        names[place] = name
        return name
    }

    private mutating func parameters(
        _ line: Span<UInt8>, _ index: inout Int, _ number: Int, _ diagnostics: inout DiagnosticList
    ) throws(ReadingError) -> [Parameter] {
        guard index < line.count, line[index] == Byte.semicolon else { return [] }
        let start = index
        let end = start + lastParameterText.count
        if end > start, end < line.count, line[end] == Byte.colon,
            line.extracting(start..<end).isSame(lastParameterText.span)
        {
            index = end
            return lastParameters
        }
        let problems = diagnostics.entries.count
        var parameters: [Parameter] = []
        while index < line.count, line[index] == Byte.semicolon {
            index &+= 1
            try Self.parameter(line, &index, number, &parameters, &diagnostics)
        }
        let section = line.extracting(start..<index)
        if diagnostics.entries.count == problems, section.count < 64, section.firstIndex(of: Byte.quote) == nil {
            lastParameterText = section.bytes
            lastParameters = parameters
        }
        return parameters
    }

    /// Letters, digits and hyphen; underscore and full stop are seen in the wild and harm nobody.
    @inline(__always)
    private static func isNameByte(_ byte: UInt8) -> Bool {
        Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.minus || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".")
    }

    private static func parameter(
        _ line: Span<UInt8>, _ index: inout Int, _ number: Int, _ parameters: inout [Parameter],
        _ diagnostics: inout DiagnosticList
    ) throws(ReadingError) {
        let start = index
        while index < line.count, !isParameterEnd(line[index]), line[index] != Byte.equals { index &+= 1 }
        let name = try decoded(line.extracting(start..<index), number, &diagnostics)
        guard index < line.count, line[index] == Byte.equals else {
            try diagnostics.report(
                .malformedParameter, line: number, section: "3.2", "parameter \(name) has no value")
            join(name, to: &parameters)
            return
        }
        var values: [String] = []
        repeat {
            index &+= 1
            values.append(try parameterValue(line, &index, number, &diagnostics))
        } while index < line.count && line[index] == Byte.comma
        parameters.append(Parameter(name, values: values))
    }

    /// A semicolon that was not quoted cuts a value in two: what follows it goes back to where it came from.
    private static func join(_ rest: String, to parameters: inout [Parameter]) {
        guard let last = parameters.last, let value = last.values.last, !value.isEmpty else {
            if !rest.isEmpty { parameters.append(Parameter(rest, "")) }
            return
        }
        parameters.removeLast()
        parameters.append(Parameter(last.name, values: last.values.dropLast() + ["\(value);\(rest)"]))
    }

    @inline(__always)
    private static func isParameterEnd(_ byte: UInt8) -> Bool { byte == Byte.colon || byte == Byte.semicolon }

    private static func parameterValue(
        _ line: Span<UInt8>, _ index: inout Int, _ number: Int, _ diagnostics: inout DiagnosticList
    ) throws(ReadingError) -> String {
        if index < line.count, line[index] == Byte.quote, let close = closingQuote(line, from: index + 1) {
            let value = try decoded(line.extracting((index + 1)..<close), number, &diagnostics)
            index = close + 1
            return value.resolvingCarets
        }
        let start = index
        while index < line.count, line[index] != Byte.comma, !isParameterEnd(line[index]) { index &+= 1 }
        let value = try decoded(line.extracting(start..<index), number, &diagnostics)
        if value.has(Byte.quote) {
            try diagnostics.report(
                .malformedParameter, line: number, section: "3.2", "a parameter has a quote that does not enclose it")
        }
        return value.resolvingCarets
    }

    /// The quote that ends a value: what follows it must be a separator.
    private static func closingQuote(_ line: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < line.count, line[index] != Byte.quote { index &+= 1 }
        guard index + 1 < line.count else { return nil }
        let next = line[index + 1]
        return next == Byte.comma || isParameterEnd(next) ? index : nil
    }

    private static func decoded(
        _ bytes: Span<UInt8>, _ number: Int, _ diagnostics: inout DiagnosticList
    ) throws(ReadingError) -> String {
        if let text = try? UTF8Span(validating: bytes) { return String(copying: text) }
        try diagnostics.report(.notUTF8, line: number, section: "3.1.4", "octets that are no UTF-8 were replaced")
        return bytes.text
    }
}
