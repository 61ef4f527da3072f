import NoticeCore

/// How large a request's body may be.
struct BodyLimits: Equatable, Sendable {
    /// For attachments (`NOTICE_MAX_BODY_MB`).
    var attachment = 25 * 1024 * 1024
    /// For everything else.
    var ordinary = 1024 * 1024

    func limit(forPath path: some StringProtocol) -> Int {
        path.hasPrefix(SiteRoute.attachments) ? attachment : ordinary
    }

    /// Whether a request may take longer than others, as long as its bytes keep moving.
    static func isTransfer(path: some StringProtocol) -> Bool {
        path.hasPrefix(SiteRoute.attachments) || path.hasPrefix(SiteRoute.imports)
    }
}
