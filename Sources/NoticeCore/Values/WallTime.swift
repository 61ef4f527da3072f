/// A clock time in Asia/Tokyo to the minute.
public struct WallTime: Hashable, Comparable, Sendable {
    /// Minutes since 00:00, 0–1439.
    public let minute: Int

    init(minute: Int) {
        self.minute = minute
    }

    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.minute = hour * 60 + minute
    }

    /// Reads `H:MM` or `HH:MM`.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    public static func < (left: WallTime, right: WallTime) -> Bool { left.minute < right.minute }

    /// `HH:MM`.
    public var text: String { "\(paddedTwo(minute / 60)):\(paddedTwo(minute % 60))" }
    public var secondOfDay: Int { minute * 60 }
}
