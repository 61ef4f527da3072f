extension RecurrenceRule.Weekday {
    private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    /// `MO` to `SU` (RFC 5545, section 3.3.10).
    public var wireForm: String { Self.names[rawValue - 1] }

    init?(first: UInt8, second: UInt8) {
        let name = String(decoding: [first & 0xDF, second & 0xDF], as: UTF8.self)
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: index + 1)
    }
}

extension RecurrenceRule {
    /// Reads a RECUR value (RFC 5545, section 3.3.10).
    ///
    /// Names and values may be in either case and parts in any order. White space, empty parts and empty values are
    /// passed over, and so are the X- parts of RFC 2445. RSCALE (RFC 7529) is read for the Gregorian calendar alone,
    /// SKIP only as OMIT.
    public init(_ text: String) throws(RecurrenceError) {
        try self.init(text.utf8.span)
    }

    init(_ bytes: Span<UInt8>) throws(RecurrenceError) {
        var parser = RecurrenceParser()
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == Byte.semicolon {
            let part = bytes.extracting(start..<index)
            let kept = part.trimmedRange
            if !kept.isEmpty { try parser.read(part.extracting(kept)) }
            start = index + 1
        }
        self = try parser.rule()
    }

    /// The value as a canonical RRULE carries it: FREQ first, defaults left out (RFC 5545, section 3.3.10).
    public var wireForm: String {
        var parts = ["FREQ=\(frequency.rawValue)"]
        if let until { parts.append("UNTIL=\(until.wireForm)") }
        if let count { parts.append("COUNT=\(count)") }
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        for part in Part.allCases {
            if part == .monthDay, !days.isEmpty {
                let days = days.map { ($0.ordinal == 0 ? "" : "\($0.ordinal)") + $0.weekday.wireForm }
                parts.append("BYDAY=\(days.joined(separator: ","))")
            }
            let values = self[part]
            if !values.isEmpty { parts.append("\(part.rawValue)=\(values.map(String.init).joined(separator: ","))") }
        }
        if weekStart != .monday { parts.append("WKST=\(weekStart.wireForm)") }
        return parts.joined(separator: ";")
    }
}

/// Collects the parts of a RECUR value in whatever order they come.
private struct RecurrenceParser {
    private var frequency: RecurrenceRule.Frequency?
    private var interval = 1
    private var count: Int?
    private var until: CalendarTime?
    private var weekStart = RecurrenceRule.Weekday.monday
    private var days: [RecurrenceRule.Day] = []
    private var lists: [RecurrenceRule.Part: [Int]] = [:]
    private var seen: [String] = []

    func rule() throws(RecurrenceError) -> RecurrenceRule {
        guard let frequency else { throw .frequency }
        return try RecurrenceRule(
            frequency, interval: interval, count: count, until: until, days: days, lists: lists, weekStart: weekStart)
    }

    mutating func read(_ part: Span<UInt8>) throws(RecurrenceError) {
        guard let equals = part.firstIndex(of: Byte.equals) else { throw .malformed(part.text) }
        let head = part.extracting(0..<equals)
        let name = head.extracting(head.trimmedRange).upperText
        let tail = part.extracting((equals + 1)..<part.count)
        let value = tail.extracting(tail.trimmedRange)
        guard !seen.contains(name) else { throw .repeated(name) }
        seen.append(name)
        switch name {
        case "FREQ":
            frequency = RecurrenceRule.Frequency(rawValue: value.upperText)
        case "INTERVAL":
            interval = try Self.number(value, in: name)
        case "COUNT":
            count = try Self.number(value, in: name)
        case "UNTIL":
            guard let time = CalendarTime(value, timeZone: nil) else { throw .malformed(name) }
            until = time
        case "WKST":
            guard value.count == 2, let day = RecurrenceRule.Weekday(first: value[0], second: value[1]) else {
                throw .malformed(name)
            }
            weekStart = day
        case "BYDAY":
            try Self.forEachValue(value, in: name) { item throws(RecurrenceError) in
                days.append(try Self.day(item))
            }
        case "RSCALE" where value.upperText == "GREGORIAN", "SKIP" where value.upperText == "OMIT",
            _ where name.hasPrefix("X-"):
            break
        default:
            guard let list = RecurrenceRule.Part(rawValue: name) else { throw .unknownPart(name) }
            var values: [Int] = []
            try Self.forEachValue(value, in: name) { item throws(RecurrenceError) in
                values.append(try Self.number(item, in: name))
            }
            lists[list] = values
        }
    }

    private static func forEachValue(
        _ list: Span<UInt8>, in name: String, _ body: (Span<UInt8>) throws(RecurrenceError) -> Void
    ) throws(RecurrenceError) {
        var start = 0
        var count = 0
        for index in 0...list.count where index == list.count || list[index] == Byte.comma {
            count += 1
            guard count <= RecurrenceRule.longestList else { throw .tooManyValues(name) }
            let item = list.extracting(start..<index)
            let kept = item.trimmedRange
            if !kept.isEmpty { try body(item.extracting(kept)) }
            start = index + 1
        }
    }

    private static func day(_ item: Span<UInt8>) throws(RecurrenceError) -> RecurrenceRule.Day {
        let split = item.count - 2
        guard split >= 0, let weekday = RecurrenceRule.Weekday(first: item[split], second: item[split + 1]) else {
            throw .malformed("BYDAY")
        }
        if split == 0 { return RecurrenceRule.Day(weekday) }
        let ordinal = try number(item.extracting(0..<split), in: "BYDAY")
        guard ordinal != 0 else { throw .outOfRange("BYDAY") }
        return RecurrenceRule.Day(weekday, ordinal: ordinal)
    }

    private static func number(_ item: Span<UInt8>, in name: String) throws(RecurrenceError) -> Int {
        guard let value = item.integer else { throw .malformed(name) }
        guard abs(value) <= RecurrenceRule.largestNumber else { throw .outOfRange(name) }
        return value
    }
}
