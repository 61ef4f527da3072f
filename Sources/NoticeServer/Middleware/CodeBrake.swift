import NoticeCore
import Synchronization

/// Slows down whoever guesses one-time codes: too many failures from one source, and it has to wait.
///
/// Only failures count, so that a whole class behind one address is never braked. It holds back the source, never the
/// code: a lock-out would be an attacker's tool. Invariant: at most ``capacity`` sources, oldest failure first in each.
final class CodeBrake: Sendable {
    static let failuresAllowed = 10
    static let memory: Int64 = 15 * 60
    static let capacity = 20_000

    private let failures = Mutex<[ClientAddress: [Int64]]>([:])
    private let now: @Sendable () -> Moment

    init(effects: Effects) {
        now = effects.now
    }

    /// - Throws: ``NoticeError/tooManyRequests(retryAfterSeconds:)`` for a braked source, even with a right code.
    func check(_ client: ClientAddress) throws(NoticeError) {
        let second = now().seconds
        let wait = failures.withLock { failures -> Int64? in
            guard let times = failures[client.source] else { return nil }
            let recent = times.filter { Self.counts($0, at: second) }
            failures[client.source] = recent.isEmpty ? nil : recent
            guard recent.count >= Self.failuresAllowed, let oldest = recent.first else { return nil }
            return oldest + Self.memory - second
        }
        if let wait { throw .tooManyRequests(retryAfterSeconds: Int(max(1, wait))) }
    }

    func recordFailure(of client: ClientAddress) {
        let second = now().seconds
        failures.withLock { failures in
            if failures.count >= Self.capacity, failures[client.source] == nil {
                Self.makeRoom(in: &failures, at: second)
            }
            failures[client.source, default: []].append(second)
            if let count = failures[client.source]?.count, count > Self.failuresAllowed {
                failures[client.source]?.removeFirst(count - Self.failuresAllowed)
            }
        }
    }

    /// A clock that was set back must not brake anybody for longer.
    private static func counts(_ failure: Int64, at second: Int64) -> Bool {
        failure <= second && second - failure < memory
    }

    private static func makeRoom(in failures: inout [ClientAddress: [Int64]], at second: Int64) {
        failures = failures.filter { $0.value.contains { counts($0, at: second) } }
        guard failures.count >= capacity else { return }
        // Still full: those with the fewest failures are forgotten.
        for source in failures.sorted(by: { $0.value.count < $1.value.count }).prefix(capacity / 10).map(\.key) {
            failures[source] = nil
        }
    }
}
