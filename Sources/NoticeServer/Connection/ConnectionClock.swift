import NIOCore

/// What a connection is doing, and until when it may.
///
/// A pure value: the handlers tell it what happened, one scheduled task a connection asks it whether time is up.
struct ConnectionClock {
    enum Phase: Equatable {
        /// Between two requests.
        case idle
        /// A request has begun; its head is not complete.
        case head
        case request
        /// An upload, a download of an attachment or an import: longer, as long as bytes keep moving.
        case transfer
        /// Answered before the request was complete; what still arrives is thrown away.
        case lingering
    }

    private let limits: ConnectionLimits
    private(set) var phase: Phase
    private(set) var started: NIODeadline
    private var deadline: NIODeadline
    private var bytesMoved = 0

    /// A new connection has to send its first request's head at once.
    init(limits: ConnectionLimits, now: NIODeadline) {
        self.limits = limits
        phase = .head
        started = now
        deadline = now + limits.head
    }

    mutating func received(bytes: Int, now: NIODeadline) {
        switch phase {
        case .idle:
            phase = .head
            started = now
            deadline = now + limits.head
        case .transfer: bytesMoved += bytes
        case .head, .request, .lingering: break
        }
    }

    mutating func sent(bytes: Int) {
        if phase == .transfer { bytesMoved += bytes }
    }

    /// The head of a request is complete, and no other request is in flight.
    mutating func beginRequest(isTransfer: Bool) {
        phase = isTransfer ? .transfer : .request
        bytesMoved = 0
        deadline = started + (isTransfer ? limits.transfer : limits.request)
    }

    /// A response is written.
    ///
    /// - Parameter moreInFlight: Whether pipelined requests still wait for theirs.
    mutating func endResponse(moreInFlight: Bool, now: NIODeadline) {
        phase = moreInFlight ? .request : .idle
        deadline = now + (moreInFlight ? limits.request : limits.idle)
    }

    mutating func linger(now: NIODeadline) {
        phase = .lingering
        deadline = now + limits.lingering
    }

    func isOverdue(now: NIODeadline) -> Bool {
        if now >= deadline { return true }
        guard phase == .transfer else { return false }
        let elapsed = now - started
        return elapsed >= limits.request
            && Double(bytesMoved) < Double(limits.transferBytesPerSecond) * Double(elapsed.nanoseconds) / 1e9
    }

    /// When to ask again. Later limits may come sooner, but never sooner than one heartbeat after they are set.
    func nextCheck(now: NIODeadline) -> NIODeadline {
        min(deadline, now + limits.heartbeat)
    }
}
