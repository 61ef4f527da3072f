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
        /// A transfer is answered; its client still takes the answer.
        case delivery
        /// Answered before the request was complete; what still arrives is thrown away.
        case lingering
    }

    /// Bytes that the client has not taken yet.
    private struct Debt {
        /// Paid when so many bytes are taken, counted since the connection began.
        let position: Int
        /// The first byte of the request that they answer.
        let since: NIODeadline
    }

    private let limits: ConnectionLimits
    private(set) var phase: Phase
    /// The first byte of the newest request, or of the one that is being answered.
    private var started: NIODeadline
    /// The first byte of the oldest request since the last look.
    private var oldest: NIODeadline?
    private var deadline: NIODeadline
    /// When pipelined requests came that are not being answered yet.
    private var waiting: CircularBuffer<NIODeadline> = []
    private var bytesSent = 0
    private var bytesTaken = 0
    /// Of a transfer, in both directions.
    private var bytesMoved = 0
    /// How long a transfer may rest: bytes that move push it back, never beyond one request's time.
    private var patience: NIODeadline
    private var bytesSeen = 0
    private var debt: Debt?

    /// A new connection has to send its first request's head at once.
    init(limits: ConnectionLimits, now: NIODeadline) {
        self.limits = limits
        phase = .head
        started = now
        deadline = now + limits.head
        patience = deadline
    }

    mutating func received(bytes: Int, now: NIODeadline) {
        switch phase {
        case .idle, .delivery:
            phase = .head
            started = now
            deadline = now + limits.head
        case .transfer: bytesMoved += bytes
        case .head, .request, .lingering: break
        }
    }

    mutating func sent(bytes: Int) { bytesSent += bytes }

    /// The head of a request is complete, and no other request is in flight.
    mutating func beginRequest(isTransfer: Bool) {
        phase = isTransfer ? .transfer : .request
        if oldest == nil { oldest = started }
        bytesMoved = 0
        bytesSeen = 0
        deadline = started + (isTransfer ? limits.transfer : limits.request)
        patience = started + limits.request
    }

    /// The head of a request is complete, behind others that are in flight.
    mutating func queueRequest(now: NIODeadline) { waiting.append(now) }

    /// A response is written; the client may not have taken it yet.
    mutating func endResponse(now: NIODeadline) {
        if let next = waiting.popFirst() {
            started = next
            phase = .request
            deadline = next + limits.request
        } else if phase == .transfer {
            phase = .delivery
        } else {
            rest(now: now)
        }
    }

    mutating func linger(now: NIODeadline) {
        phase = .lingering
        deadline = now + limits.lingering
    }

    /// Asks how much of what was written the client has not taken: a response is over only when it has it.
    ///
    /// Asked with every check and not with every request, as it costs a system call.
    mutating func look(unsentBytes: Int, now: NIODeadline) {
        let taken = bytesSent - unsentBytes
        bytesMoved += taken - bytesTaken
        bytesTaken = taken
        if phase == .transfer || phase == .delivery {
            let seconds = min(Double(bytesMoved - bytesSeen) / Double(limits.transferBytesPerSecond), 3600)
            patience = min(now + limits.request, patience + .nanoseconds(Int64(seconds * 1e9)))
            bytesSeen = bytesMoved
            if phase == .delivery, unsentBytes == 0 { rest(now: now) }
        } else {
            if taken >= debt?.position ?? 0 {
                debt = unsentBytes > 0 ? Debt(position: bytesSent, since: oldest ?? started) : nil
                oldest = nil
            }
            // Nobody rests who still takes an answer.
            if phase == .idle, unsentBytes > 0 { rest(now: now) }
        }
    }

    func isOverdue(now: NIODeadline) -> Bool { now >= earliestEnd || isTooSlow(now: now) }

    /// When to ask again. Later limits may come sooner, but never sooner than one heartbeat after they are set.
    func nextCheck(now: NIODeadline) -> NIODeadline { min(earliestEnd, now + limits.heartbeat) }

    private var earliestEnd: NIODeadline {
        if phase == .transfer || phase == .delivery { return min(deadline, patience) }
        guard let debt else { return deadline }
        return min(deadline, debt.since + limits.request)
    }

    /// Whether a transfer that never rested for long is still slower than it may be.
    private func isTooSlow(now: NIODeadline) -> Bool {
        guard phase == .transfer || phase == .delivery else { return false }
        let elapsed = now - started
        return elapsed >= limits.request
            && Double(bytesMoved) < Double(limits.transferBytesPerSecond) * Double(elapsed.nanoseconds) / 1e9
    }

    private mutating func rest(now: NIODeadline) {
        phase = .idle
        deadline = now + limits.idle
    }
}
