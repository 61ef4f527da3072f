import NIOCore

/// How many connections there may be, and how long each may take.
///
/// Every limit on time lies below 30 seconds, so that a slow connection is gone within 30 seconds of its first byte.
struct ConnectionLimits: Equatable, Sendable {
    var total = 2000
    var perSource = 200
    /// From the first byte of a request to the end of its head.
    var head: TimeAmount = .seconds(10)
    /// From the first byte of a request to the moment when its client has taken the last of its response.
    var request: TimeAmount = .seconds(25)
    /// The same for uploads and downloads of attachments and for imports, while they keep ``transferBytesPerSecond``;
    /// one that rests is over after ``request``.
    var transfer: TimeAmount = .minutes(10)
    var transferBytesPerSecond = 8192
    /// Between the moment when the client has taken a response and the next request's first byte.
    var idle: TimeAmount = .seconds(20)
    /// After a refusal: how long the rest of a request is thrown away before the connection is cut.
    var lingering: TimeAmount = .seconds(2)
    /// After SIGTERM: what is in flight may take so long.
    var farewell: TimeAmount = .seconds(9)
    /// What is read of one connection before the next has its turn.
    var bytesPerTurn = 2048
    /// The same while a transfer is under way.
    var bytesPerTransferTurn = 64 * 1024
    /// Requests that may come in one turn; after more of them the connection pauses for each.
    var requestsPerTurn = 4
    var pausePerRequest: TimeAmount = .milliseconds(50)
    /// All header lines of a request together, in bytes.
    var headBytes = 16 * 1024
    var headFields = 100

    /// The shortest of the limits that a connection can come under at any moment: checking this often misses none.
    var heartbeat: TimeAmount { min(head, request, idle, lingering) }
}
