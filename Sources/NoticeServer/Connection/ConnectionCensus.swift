import Synchronization

/// Counts connections in total and by source, so that nobody can take them all.
///
/// Invariant: every admission is matched by one departure, and a source with no connection has no entry.
final class ConnectionCensus: Sendable {
    private struct Counts {
        var total = 0
        var bySource: [ClientAddress: Int] = [:]
    }

    private let limits: ConnectionLimits
    private let counts = Mutex(Counts())

    init(limits: ConnectionLimits) {
        self.limits = limits
    }

    /// A connection arrives.
    ///
    /// - Parameter source: Whom it counts for; `nil` for a trusted proxy, whose clients are counted by request.
    func admitConnection(of source: ClientAddress?) -> Bool {
        counts.withLock { counts in
            guard counts.total < limits.total else { return false }
            guard let source else {
                counts.total += 1
                return true
            }
            guard counts.bySource[source, default: 0] < limits.perSource else { return false }
            counts.total += 1
            counts.bySource[source, default: 0] += 1
            return true
        }
    }

    func departConnection(of source: ClientAddress?) {
        counts.withLock { counts in
            counts.total -= 1
            if let source { Self.decrease(&counts, source) }
        }
    }

    /// A request arrives through a trusted proxy for this client.
    func admitRequest(of source: ClientAddress) -> Bool {
        counts.withLock { counts in
            guard counts.bySource[source, default: 0] < limits.perSource else { return false }
            counts.bySource[source, default: 0] += 1
            return true
        }
    }

    func departRequest(of source: ClientAddress) {
        counts.withLock { Self.decrease(&$0, source) }
    }

    /// Open connections and the sources that have any, for tests.
    var population: (total: Int, sources: Int) {
        counts.withLock { ($0.total, $0.bySource.count) }
    }

    private static func decrease(_ counts: inout Counts, _ source: ClientAddress) {
        guard let count = counts.bySource[source] else { return }
        counts.bySource[source] = count > 1 ? count - 1 : nil
    }
}
