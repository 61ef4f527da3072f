import ICalKit

/// Small calendars, written where a test states what matters about them.
enum Calendars {
    /// A calendar around some lines.
    static func calendar(_ lines: String...) -> [UInt8] {
        bytes(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//otayori//test//JA"] + lines + ["END:VCALENDAR"])
    }

    /// A calendar with one event around some lines.
    static func event(_ lines: String...) -> [UInt8] {
        let start = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//otayori//test//JA", "BEGIN:VEVENT", "UID:1"]
        return bytes(start + ["DTSTAMP:20260401T000000Z"] + lines + ["END:VEVENT", "END:VCALENDAR"])
    }

    static func bytes(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\r\n" }.joined().utf8) }
}

/// A sequence of numbers that is the same in every run.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
