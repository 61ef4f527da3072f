import NIOCore
import NoticeCore

/// What every connection is measured against.
struct ConnectionGate: Sendable {
    let limits: ConnectionLimits
    let bodyLimits: BodyLimits
    let proxies: TrustedProxies
    let census: ConnectionCensus
    let log: RequestLog

    init(limits: ConnectionLimits, bodyLimits: BodyLimits, proxies: TrustedProxies, log: RequestLog) {
        self.limits = limits
        self.bodyLimits = bodyLimits
        self.proxies = proxies
        self.log = log
        census = ConnectionCensus(limits: limits)
    }

    /// Sets how much is read of a connection before the others on its event loop have their turn.
    func setTurn(of channel: any Channel, bytes: Int) {
        try? channel.syncOptions?.setOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: bytes))
    }
}

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
