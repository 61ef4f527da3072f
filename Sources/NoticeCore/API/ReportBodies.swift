public struct AuditVerificationBody: Codable, Equatable, Sendable {
    public var intact: Bool
    public var entries: Int
    /// Hexadecimal SHA-256 of the newest entry: note it elsewhere to notice a truncated chain.
    public var head: String
    /// The first entry that does not fit, when not intact.
    public var brokenAt: Int?
}

/// `GET /doctor`.
public struct DoctorBody: Codable, Equatable, Sendable {
    public var healthy: Bool
    public var checks: [DoctorCheckBody]
}

public struct DoctorCheckBody: Codable, Equatable, Sendable {
    /// `clock`, `time_zone_data`, `disk`, `permissions`, `sqlite_version`, `sync_mode`, `base_url`.
    public var name: String
    /// `ok`, `warning` or `failed`.
    public var result: String
    public var message: String

    public init(name: String, result: String, message: String) {
        self.name = name
        self.result = result
        self.message = message
    }
}
