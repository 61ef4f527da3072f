/// Writes content lines straight into a byte buffer: CRLF, 75-octet folds on character boundaries, TEXT escaping.
///
/// RFC 5545, section 3.1: <https://www.rfc-editor.org/rfc/rfc5545#section-3.1>
///
/// A line is built unfolded in a scratch buffer that is kept, then copied into ``bytes`` in pieces, so a long document
/// costs no allocation a line.
public struct ContentLineWriter: Sendable {
    /// Everything written so far, in wire form (RFC 5545, section 3.1).
    public private(set) var bytes: [UInt8]

    private var line: [UInt8]

    /// An empty writer (RFC 5545, section 3.1).
    ///
    /// - Parameter reservingCapacity: Expected size in bytes, so that the buffer grows once.
    public init(reservingCapacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(reservingCapacity)
        line = []
        line.reserveCapacity(256)
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
        appendEscaped(value)
        endLine()
    }

    /// Writes a list of TEXT values, each escaped, joined by commas, as CATEGORIES needs (RFC 5545, section 3.8.1.2).
    public mutating func texts(_ name: String, _ values: [String], parameters: [Parameter] = []) {
        start(name, parameters)
        for (index, value) in values.enumerated() {
            if index > 0 { line.append(Byte.comma) }
            appendEscaped(value)
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
        line.append(date: date)
        endLine()
    }

    /// Writes a UTC DATE-TIME: `:20261010T000000Z` (RFC 5545, section 3.3.5, form 2).
    public mutating func utc(_ name: String, secondsSince1970: Int64) {
        appendRaw(name)
        line.append(Byte.colon)
        let (days, second) = CivilCalendar.split(secondsSince1970)
        line.append(date: CalendarDate(daysSince1970: days))
        line.append(timeOfDay: second)
        line.append(Byte.upperZ)
        endLine()
    }

    /// Writes a local DATE-TIME with its zone: `;TZID=Asia/Tokyo:20261010T090000` (RFC 5545, section 3.3.5, form 3).
    public mutating func local(_ name: String, _ date: CalendarDate, secondOfDay: Int, timeZone: String) {
        start(name, [Parameter("TZID", timeZone)])
        line.append(date: date)
        line.append(timeOfDay: secondOfDay)
        endLine()
    }

    /// Appends lines that are in wire form already, such as a VTIMEZONE that was kept (RFC 5545, section 3.6.5).
    public mutating func append(preformatted: [UInt8]) {
        bytes.append(contentsOf: preformatted)
    }
}

extension ContentLineWriter {
    private mutating func start(_ name: String, _ parameters: [Parameter]) {
        appendRaw(name)
        for parameter in parameters {
            line.append(Byte.semicolon)
            appendRaw(parameter.name)
            line.append(Byte.equals)
            for (index, value) in parameter.values.enumerated() {
                if index > 0 { line.append(Byte.comma) }
                line.append(parameterValue: value)
            }
        }
        line.append(Byte.colon)
    }

    private mutating func appendRaw(_ value: String) {
        for byte in value.utf8 where !Byte.isForbiddenControl(byte) {
            line.append(byte)
        }
    }

    private mutating func appendEscaped(_ value: String) {
        line.append(escapedText: value)
    }

    private mutating func endLine() {
        bytes.append(foldedLine: line)
        line.removeAll(keepingCapacity: true)
    }
}
