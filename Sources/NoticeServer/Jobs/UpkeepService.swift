import Logging
import NoticeCore
import ServiceLifecycle

/// Lets the store do what needs no request: last-fetched days, expiries. Every few seconds, and once when stopping.
struct UpkeepService: Service {
    let store: NoticeStore
    let logger: Logger
    var pause: Duration = .seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: pause)) != nil { await upkeep() }
        }
        await upkeep()
    }

    private func upkeep() async {
        do {
            try await store.runUpkeep()
        } catch is CancellationError {
            return
        } catch {
            logger.error("upkeep: \(type(of: error))")
        }
    }
}

/// Its own words, because the group that runs it would print everything it holds.
extension UpkeepService: CustomStringConvertible {
    var description: String { "upkeep" }
}
