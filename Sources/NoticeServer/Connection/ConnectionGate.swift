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
