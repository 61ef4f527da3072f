/// Reads the compiled zone files that every system carries.
///
/// TZif: <https://www.rfc-editor.org/rfc/rfc8536#section-3>; its last line is a rule for the time after the table.
struct TimeZoneFile {
    private let bytes: [UInt8]
    private var position = 0

    /// Years for which a rule without an end is written out; the calendar repeats after 400.
    private static let writtenYears = 401

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Decodes a TZif file of version 1 to 4, or `nil` where it is none.
    static func rules(_ bytes: [UInt8]) -> TimeZoneRules? {
        var file = TimeZoneFile(bytes)
        guard let first = file.header() else { return nil }
        if first.version == 0 { return file.table(first, timeSize: 4).map { file.complete($0, footer: nil) } }
        file.position += first.size(timeSize: 4)
        guard let second = file.header(), let table = file.table(second, timeSize: 8) else { return nil }
        return file.complete(table, footer: file.footer())
    }

    private struct Header {
        let version: UInt8
        let isUTCCount, isStandardCount, leapCount, timeCount, typeCount, nameBytes: Int

        func size(timeSize: Int) -> Int {
            timeCount * (timeSize + 1) + typeCount * 6 + nameBytes
                + leapCount * (timeSize + 4) + isStandardCount + isUTCCount
        }
    }

    private mutating func header() -> Header? {
        guard position + 44 <= bytes.count, bytes[position..<position + 4].elementsEqual("TZif".utf8)
        else { return nil }
        let version = bytes[position + 4]
        position += 20
        let counts = (0..<6).map { _ in Int(integer(4)) }
        let header = Header(
            version: version, isUTCCount: counts[0], isStandardCount: counts[1], leapCount: counts[2],
            timeCount: counts[3], typeCount: counts[4], nameBytes: counts[5])
        let isSound = counts.allSatisfy { (0...100_000).contains($0) } && header.typeCount > 0
        let timeSize = version == 0 || position == 44 ? 4 : 8
        return isSound && position + header.size(timeSize: timeSize) <= bytes.count ? header : nil
    }

    private mutating func integer(_ size: Int) -> Int64 {
        var value: UInt64 = bytes[position] & 0x80 == 0 ? 0 : .max
        for byte in bytes[position..<position + size] { value = value << 8 | UInt64(byte) }
        position += size
        return Int64(bitPattern: value)
    }

    private typealias Table = (initial: TimeZoneRules.Offset, transitions: [TimeZoneRules.Transition])

    private mutating func table(_ header: Header, timeSize: Int) -> Table? {
        let moments = (0..<header.timeCount).map { _ in integer(timeSize) }
        let indices = bytes[position..<position + header.timeCount].map(Int.init)
        position += header.timeCount
        let namesStart = position + header.typeCount * 6
        var types: [TimeZoneRules.Offset] = []
        for _ in 0..<header.typeCount {
            let seconds = Int(integer(4))
            let isDaylight = bytes[position] != 0
            let name = bytes[(namesStart + Int(bytes[position + 1]))...].prefix { $0 != 0 }
            position += 2
            types.append(.init(seconds: seconds, isDaylight: isDaylight, name: String(decoding: name, as: UTF8.self)))
        }
        guard indices.allSatisfy({ $0 < types.count }) else { return nil }
        position = namesStart + header.nameBytes + header.leapCount * (timeSize + 4) + header.isStandardCount
        position += header.isUTCCount
        var transitions: [TimeZoneRules.Transition] = []
        for (moment, index) in zip(moments, indices) where moment > transitions.last?.moment ?? .min {
            transitions.append(.init(moment: moment, offset: types[index]))
        }
        return (types[0], transitions)
    }

    private func footer() -> PosixZone? {
        guard position < bytes.count, bytes[position] == Byte.lineFeed else { return nil }
        return PosixZone(bytes[(position + 1)...].prefix { $0 != Byte.lineFeed })
    }

    private func complete(_ table: Table, footer: PosixZone?) -> TimeZoneRules {
        guard let footer else { return TimeZoneRules(initial: table.initial, transitions: table.transitions) }
        var transitions = table.transitions
        guard let rule = footer.daylight else {
            let current = transitions.last?.offset ?? table.initial
            if transitions.isEmpty, current.seconds != footer.standard.seconds {
                return TimeZoneRules(initial: footer.standard, transitions: [])
            }
            return TimeZoneRules(initial: table.initial, transitions: transitions)
        }
        let last = transitions.last?.moment ?? -CivilCalendar.secondsPerDay * 365 * 70
        let year = max(CivilCalendar.civil(CivilCalendar.split(last).days).year, 1900)
        for year in year..<year + Self.writtenYears {
            for transition in rule.transitions(year: year, standard: footer.standard) where transition.moment > last {
                transitions.append(transition)
            }
        }
        return TimeZoneRules(initial: table.initial, transitions: transitions, repeats: true)
    }
}
