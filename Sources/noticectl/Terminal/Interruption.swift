import ArgumentParser
import Foundation
import UnixSignals

/// Ctrl-C during work that must tidy up: the work is cancelled, and only then does the program end.
enum Interruption {
    /// As a shell reports a program that SIGINT ended.
    private static let status = ExitCode(130)

    /// Does the work unless SIGINT or SIGTERM arrives first.
    static func cancelling<Result: Sendable>(
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        // The sequence leaves them ignored, and nobody could stop what is asked afterwards.
        defer { for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) } }
        let result = try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                for await _ in signals { break }
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        guard let result else { throw status }
        return result
    }
}
