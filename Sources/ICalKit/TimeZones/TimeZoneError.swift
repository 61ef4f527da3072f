/// Why a zone could not be used (RFC 5545, section 3.8.3.1).
public enum TimeZoneError: Error, Hashable, Sendable {
    /// No zone of this name (RFC 5545, section 3.8.3.1).
    case unknown(String)
}
