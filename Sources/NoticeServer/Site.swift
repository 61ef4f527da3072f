import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import NoticeCore
import ServiceLifecycle
import UnixSignals

/// Everything a running server consists of, opened and checked, not yet listening.
struct Site: Sendable {
    let configuration: ServerConfiguration
    let store: NoticeStore
    let resources: Resources
    let effects: Effects
    let logger: Logger
    let group: any EventLoopGroup
    /// Where the first admins' invitations stand, while there are any.
    let firstSteps: URL?

    /// - Throws: ``ConfigurationFault`` for everything that a setting is to blame for.
    static func open(_ configuration: ServerConfiguration, effects: Effects) async throws -> Site {
        var logger = Logger(label: "otayori", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = configuration.logLevel
        async let reading = Resources(folder: ResourceFolder.locate())
        let store = try await NoticeStore.open(configuration, effects: effects)
        do {
            let firstSteps = try await firstSteps(of: store)
            return Site(
                configuration: configuration, store: store, resources: try await reading, effects: effects,
                logger: logger,
                group: MultiThreadedEventLoopGroup.singleton, firstSteps: firstSteps
            )
        } catch {
            try? await store.close()
            throw error
        }
    }

    private static func firstSteps(of store: NoticeStore) async throws -> URL? {
        do {
            return try await store.writeFirstSteps()
        } catch {
            throw ConfigurationFault(
                "NOTICE_DATA: cannot write first-steps.json: look at the folder's owner and free space")
        }
    }

    /// Only once it listens: a server that cannot start says nothing but why.
    func announceFirstSteps() {
        if let firstSteps { logger.notice("first steps are in \(firstSteps.path)") }
    }

    /// Serves until SIGTERM or SIGINT; what is in flight may finish within ten seconds.
    func run() async throws {
        var services = ServiceGroupConfiguration(
            services: [application()], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
        )
        services.maximumGracefulShutdownDuration = .seconds(10)
        try await ServiceGroup(configuration: services).run()
    }
}

/// What the server reads from its resource folder at the start.
struct Resources: Sendable {
    let strings: StringTable
    let pages: PageRenderer
    let assets: [String: Asset]
    let openAPI: ByteBuffer

    /// The style sheet of the pages.
    var style: String { assets["site.css"].map { String(buffer: $0.content) } ?? "" }

    init(folder: URL) throws(ConfigurationFault) {
        strings = try StringTable(folder: folder.appendingPathComponent("Strings"))
        pages = try PageRenderer(folder: folder.appendingPathComponent("Templates"))
        assets = try Asset.all(in: folder.appendingPathComponent("Assets"))
        let description = folder.appendingPathComponent("openapi.yaml")
        guard let data = FileManager.default.contents(atPath: description.path) else {
            throw ConfigurationFault("cannot read \(description.path): install the server's resources again")
        }
        openAPI = ByteBuffer(bytes: data)
    }
}
