import NoticeCore

/// Who asks: a signed-in device, or a household for its own calendars.
enum Credential: Sendable {
    case none
    case device(Secret<DeviceToken>)
    case household(Secret<HouseholdSecret>)

    /// The value of the `Authorization` header (RFC 6750, section 2.1).
    var authorization: String? {
        switch self {
        case .none: nil
        case .device(let token): "Bearer \(token.text)"
        case .household(let secret): "Bearer \(secret.text)"
        }
    }
}
