import Foundation
import Logging
import NoticeCore
import ServiceLifecycle
import UnixSignals

/// Reads the associations' folder again on SIGHUP; a folder with a fault changes nothing.
struct RegisterService: Service {
    let store: NoticeStore
    let folder: URL
    let logger: Logger

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            await reload()
        }
    }

    private func reload() async {
        do {
            try await store.replaceRegister(AssociationRegister.load(from: folder))
            logger.notice("associations read again")
        } catch let fault as ConfigurationFault {
            logger.error("associations stay as they were: \(fault.message)")
        } catch {
            logger.error("associations stay as they were: \(type(of: error))")
        }
    }
}

/// Its own words, because the group that runs it would print everything it holds.
extension RegisterService: CustomStringConvertible {
    var description: String { "register" }
}
