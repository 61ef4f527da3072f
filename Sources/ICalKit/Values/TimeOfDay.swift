/// A TIME: what a clock shows, on no particular day.
///
/// RFC 5545, section 3.3.12: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.12>
public struct TimeOfDay: Hashable, Sendable {
    /// Seconds since midnight (RFC 5545, section 3.3.12).
    public let second: Int
    /// Whether the clock shows UTC (RFC 5545, section 3.3.12, form 2).
    public let isUTC: Bool

    /// A time by its parts (RFC 5545, section 3.3.12).
    public init?(second: Int, isUTC: Bool = false) {
        guard (0..<86_400).contains(second) else { return nil }
        self.second = second
        self.isUTC = isUTC
    }

    /// Reads `HHMMSS` with or without `Z` (RFC 5545, section 3.3.12), or gives `nil`.
    public init?(_ text: String) {
        let bytes = text.utf8.span
        guard bytes.count == 6 || (bytes.count == 7 && bytes[6] & 0xDF == Byte.upperZ),
            let hour = bytes.twoDigits(0), hour < 24, let minute = bytes.twoDigits(2), minute < 60,
            let second = bytes.twoDigits(4), second <= 60
        else { return nil }
        self.init(second: hour * 3_600 + minute * 60 + min(second, 59), isUTC: bytes.count == 7)
    }

    /// The value as it stands after the colon (RFC 5545, section 3.3.12).
    public var wireForm: String {
        var bytes: [UInt8] = []
        bytes.append(timeOfDay: second)
        bytes.removeFirst()
        if isUTC { bytes.append(Byte.upperZ) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
