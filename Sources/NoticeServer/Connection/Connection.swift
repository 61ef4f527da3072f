import NIOCore

/// What the handlers of one connection share. Confined to the connection's event loop.
final class Connection {
    let peer: ClientAddress?
    /// Whether the peer is a trusted proxy, so that its clients are counted instead of itself.
    let isProxy: Bool
    var clock: ConnectionClock
    /// Requests whose response is not written yet.
    var requestsInFlight = 0
    /// Requests that began since the socket was last read.
    var requestsThisTurn = 0
    /// Whether the newest request's body is still arriving.
    var isReceiving = false
    /// No further request is taken: the client said `close`, or the server stops.
    var isLastRequest = false

    init(peer: ClientAddress?, isProxy: Bool, limits: ConnectionLimits) {
        self.peer = peer
        self.isProxy = isProxy
        clock = ConnectionClock(limits: limits, now: .now())
    }
}
