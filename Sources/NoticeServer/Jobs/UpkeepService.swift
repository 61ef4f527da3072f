import Logging
import NIOCore
import NoticeCore
import ServiceLifecycle

/// Lets the store do what needs no request: last-fetched days, expiries. Every few seconds, and once when stopping.
struct UpkeepService: Service {
    let store: NoticeStore
    let logger: Logger
    let group: any EventLoopGroup
    var pause: TimeAmount = .seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while await wait() { await upkeep() }
        }
        await upkeep()
    }

    /// Waits on an event loop: the timers behind `Task.sleep` stand still under a shifted clock (libfaketime).
    ///
    /// - Returns: Whether there is more to wait for; `false` when the server stops.
    private func wait() async -> Bool {
        let alarm = group.any().scheduleTask(in: pause) {}
        await withTaskCancellationHandler {
            _ = try? await alarm.futureResult.get()
        } onCancel: {
            alarm.cancel()
        }
        return !Task.isCancelled
    }

    private func upkeep() async {
        do {
            try await store.runUpkeep()
        } catch is CancellationError {
            // The server stops: the last round does it.
        } catch {
            logger.error("upkeep: \(type(of: error))")
        }
    }
}

/// Its own words, because the group that runs it would print everything it holds.
extension UpkeepService: CustomStringConvertible {
    var description: String { "upkeep" }
}
