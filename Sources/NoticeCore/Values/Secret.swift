import Crypto

/// A bearer secret: 160 random bits, written in 32 Crockford base-32 characters of lower case.
///
/// Shown once, stored as its SHA-256, never printed (SECURITY, "Secrets").
public struct Secret<Purpose>: Sendable, Equatable {
    /// The form that stands in a link. Hand it to the person, never to a log.
    public let text: String

    public init(effects: Effects) {
        text = CrockfordBase32.encode(effects.randomBytes(20)).lowercased()
    }

    /// Takes what somebody presented.
    ///
    /// - Returns: `nil` when it cannot be one of ours, so that garbage costs no look-up.
    public init?(presented text: some StringProtocol) {
        guard text.utf8.count == 32, text.utf8.allSatisfy(CrockfordBase32.isLowercaseDigit) else { return nil }
        self.text = String(text)
    }

    public var digest: Digest { Digest(of: text.utf8) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(Purpose.self)(redacted)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Opens one calendar feed and nothing else.
public enum FeedToken {}
/// Opens one household's digest and nothing else.
public enum DigestToken {}
/// Opens a household's own page.
public enum HouseholdSecret {}
/// Signs an officer's device in.
public enum DeviceToken {}
