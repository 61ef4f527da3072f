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
            while await group.pause(for: pause) { await upkeep() }
        }
        await upkeep()
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
