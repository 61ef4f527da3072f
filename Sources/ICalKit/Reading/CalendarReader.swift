/// Reads text/calendar bytes into components.
///
/// RFC 5545, section 3.1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.1>
///
/// Lines are unfolded before they are decoded, so a fold between the octets of a character does no harm. What the
/// world gets wrong is put up with and reported as a ``Diagnostic``; a strict reader refuses instead. Unknown
/// components, properties and parameters are kept.
public struct CalendarReader: Sendable {
    /// How much is taken in before the document is refused (RFC 5545, section 3.1).
    public var limits: ReadingLimits
    /// Whether every departure from the standard is a reason to refuse (RFC 5545, section 3.1).
    public var isStrict: Bool

    /// A reader (RFC 5545, section 3.1).
    public init(limits: ReadingLimits = ReadingLimits(), isStrict: Bool = false) {
        self.limits = limits
        self.isStrict = isStrict
    }

    /// Reads a document (RFC 5545, section 3.4).
    ///
    /// A strict reader also refuses what ``CalendarCheck`` would report.
    ///
    /// - Throws: ``ReadingError`` with line and section.
    public func read(_ bytes: [UInt8]) throws(ReadingError) -> Reading {
        guard bytes.count <= limits.bytes else {
            throw ReadingError(
                .tooLarge, line: 1, section: "3.4", "the document has \(bytes.count) bytes, more than \(limits.bytes)")
        }
        var reading: Reading
        if let converted = WideText.converted(bytes) {
            reading = try parse(
                converted, after: Diagnostic(.utf16, line: 1, section: "3.1.4", "the document is in UTF-16"))
        } else {
            reading = try parse(bytes)
        }
        if reading.diagnostics.contains(where: { $0.code == .notUTF8 }), let converted = ShiftJIS.converted(bytes) {
            reading = try parse(
                converted, after: Diagnostic(.shiftJIS, line: 1, section: "3.1.4", "the document is in Shift_JIS"))
        }
        if isStrict, let diagnostic = CalendarCheck(reading.document).diagnostics.first {
            throw ReadingError(strict: diagnostic)
        }
        return reading
    }

    /// - Parameter conversion: What was done to the bytes before.
    private func parse(_ bytes: [UInt8], after conversion: Diagnostic? = nil) throws(ReadingError) -> Reading {
        if isStrict, let conversion { throw ReadingError(strict: conversion) }
        var tree = ComponentTree(limits: limits, isStrict: isStrict)
        var lines = LineScanner(bytes, limit: limits.lineBytes)
        try lines.start(&tree.diagnostics)
        while try lines.advance(&tree.diagnostics) {
            try tree.take(lines.line(of: bytes), number: lines.number, hasControls: lines.hasControls)
        }
        var reading = try tree.finish(lastLine: lines.number)
        if let conversion { reading.diagnostics.insert(conversion, at: 0) }
        return reading
    }
}

/// What a reader found: the document, and what was wrong with it (RFC 5545, section 3.4).
public struct Reading: Sendable {
    /// The components (RFC 5545, section 3.4).
    public let document: CalendarDocument
    /// What the reader put up with, in file order; at most 1,000 (RFC 5545, section 3.1).
    public internal(set) var diagnostics: [Diagnostic]
}
