/// A UTC-OFFSET.
///
/// RFC 5545, section 3.3.14: <https://www.rfc-editor.org/rfc/rfc5545#section-3.3.14>
public struct UTCOffset: Hashable, Sendable {
    /// Seconds east of UTC (RFC 5545, section 3.3.14).
    public let seconds: Int

    /// An offset by its seconds (RFC 5545, section 3.3.14).
    public init(seconds: Int) { self.seconds = seconds }

    /// Reads `+0900` or `-032815` (RFC 5545, section 3.3.14), or gives `nil`.
    public init?(_ text: String) {
        let bytes = text.utf8.span
        guard bytes.count == 5 || bytes.count == 7, bytes[0] == Byte.plus || bytes[0] == Byte.minus,
            let hours = bytes.twoDigits(1), hours < 24, let minutes = bytes.twoDigits(3), minutes < 60
        else { return nil }
        var seconds = hours * 3_600 + minutes * 60
        if bytes.count == 7 {
            guard let rest = bytes.twoDigits(5), rest < 60 else { return nil }
            seconds += rest
        }
        self.init(seconds: bytes[0] == Byte.minus ? -seconds : seconds)
    }

    /// The value as it stands after the colon (RFC 5545, section 3.3.14).
    public var wireForm: String {
        var bytes: [UInt8] = []
        bytes.append(utcOffset: seconds)
        return String(decoding: bytes, as: UTF8.self)
    }
}
