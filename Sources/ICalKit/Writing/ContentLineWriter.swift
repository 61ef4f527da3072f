/// Writes content lines straight into a byte buffer: CRLF, 75-octet folds on character boundaries, TEXT escaping.
///
/// RFC 5545, section 3.1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.1>
///
/// A line is built unfolded at the end of ``bytes`` and folded there if it turns out too long, so a short one is
/// written once and none costs an allocation.
public struct ContentLineWriter: Sendable {
    /// Everything written so far, in wire form (RFC 5545, section 3.1).
    public private(set) var bytes: [UInt8]

    /// Where the current line starts.
    private var lineStart = 0
    /// A long line while it is being folded.
    private var scratch: [UInt8] = []

    /// An empty writer (RFC 5545, section 3.1).
    ///
    /// - Parameter reservingCapacity: Expected size in bytes, so that the buffer grows once.
    public init(reservingCapacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(reservingCapacity)
    }

    /// Opens a component: `BEGIN:VEVENT` (RFC 5545, section 3.6).
    public mutating func begin(_ component: String) {
        appendRaw("BEGIN:")
        appendRaw(component)
        endLine()
    }

    /// Closes a component: `END:VEVENT` (RFC 5545, section 3.6).
    public mutating func end(_ component: String) {
        appendRaw("END:")
        appendRaw(component)
        endLine()
    }

    /// Writes a TEXT value (RFC 5545, section 3.3.11).
    ///
    /// Backslash, semicolon, comma and newline are escaped; CR LF and a lone CR count as one newline; every other
    /// control character except tab is dropped, because no content line may carry it (section 3.1).
    public mutating func text(_ name: String, _ value: String, parameters: [Parameter] = []) {
        start(name, parameters)
        bytes.append(escapedText: value)
        endLine()
    }

    /// Writes a list of TEXT values, each escaped, joined by commas, as CATEGORIES needs (RFC 5545, section 3.8.1.2).
    public mutating func texts(_ name: String, _ values: [String], parameters: [Parameter] = []) {
        start(name, parameters)
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(Byte.comma) }
            bytes.append(escapedText: value)
        }
        endLine()
    }

    /// Writes a value that already has its wire form (RFC 5545, section 3.1).
    ///
    /// CR, LF and other control characters except tab are dropped: a value can never start a line of its own.
    public mutating func raw(_ name: String, _ value: String, parameters: [Parameter] = []) {
        start(name, parameters)
        appendRaw(value)
        endLine()
    }

    /// Writes a DATE: `;VALUE=DATE:20261010` (RFC 5545, section 3.3.4).
    public mutating func date(_ name: String, _ date: CalendarDate) {
        appendRaw(name)
        appendRaw(";VALUE=DATE:")
        bytes.append(date: date)
        endLine()
    }

    /// Writes a UTC DATE-TIME: `:20261010T000000Z` (RFC 5545, section 3.3.5, form 2).
    public mutating func utc(_ name: String, secondsSince1970: Int64) {
        appendRaw(name)
        bytes.append(Byte.colon)
        let (days, second) = CivilCalendar.split(secondsSince1970)
        bytes.append(date: CalendarDate(daysSince1970: days))
        bytes.append(timeOfDay: second)
        bytes.append(Byte.upperZ)
        endLine()
    }

    /// Writes a local DATE-TIME with its zone: `;TZID=Asia/Tokyo:20261010T090000` (RFC 5545, section 3.3.5, form 3).
    ///
    /// A second outside of the day is held at its ends.
    public mutating func local(_ name: String, _ date: CalendarDate, secondOfDay: Int, timeZone: String) {
        start(name, [Parameter("TZID", timeZone)])
        bytes.append(date: date)
        bytes.append(timeOfDay: min(max(secondOfDay, 0), 86_399))
        endLine()
    }

    /// Appends lines that are in wire form already, such as a VTIMEZONE that was kept (RFC 5545, section 3.6.5).
    public mutating func append(preformatted: [UInt8]) {
        bytes.append(contentsOf: preformatted)
        lineStart = bytes.count
    }
}

extension ContentLineWriter {
    private mutating func start(_ name: String, _ parameters: [Parameter]) {
        appendRaw(name)
        for parameter in parameters {
            bytes.append(Byte.semicolon)
            appendRaw(parameter.name)
            bytes.append(Byte.equals)
            for (index, value) in parameter.values.enumerated() {
                if index > 0 { bytes.append(Byte.comma) }
                bytes.append(parameterValue: value)
            }
        }
        bytes.append(Byte.colon)
    }

    private mutating func appendRaw(_ value: String) {
        bytes.append(withoutControls: value)
    }

    private mutating func endLine() {
        if bytes.count - lineStart > [UInt8].longestLine {
            scratch.removeAll(keepingCapacity: true)
            scratch.append(contentsOf: bytes[lineStart...])
            bytes.removeSubrange(lineStart...)
            bytes.append(folding: scratch)
        }
        bytes.append(Byte.carriageReturn)
        bytes.append(Byte.lineFeed)
        lineStart = bytes.count
    }
}
