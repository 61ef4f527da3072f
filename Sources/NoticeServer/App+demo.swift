import ArgumentParser
import Foundation
import NoticeCore

/// `notice-server demo`: lays out the demo's events on the first run, makes fresh things to try on every one.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Lays out the demo's events around today and prints what to try, as “name: value” lines.",
        discussion: "NOTICE_ASSOCIATIONS names the demo's folder. Run it before the server starts."
    )

    func run() async throws {
        try await WrongSetting.reported {
            let configuration = try ServerConfiguration.current()
            let store = try await NoticeStore.open(configuration, effects: .live)
            do {
                let lines = try await DemoLoader(store: store, folder: configuration.associations).layOut()
                for line in lines { print("\(line.name): \(line.value)") }
            } catch {
                try? await store.close()
                throw error
            }
            try await store.close()
        }
    }
}

extension NoticeStore {
    /// Opens what the configuration names.
    static func open(_ configuration: ServerConfiguration, effects: Effects) async throws -> NoticeStore {
        try await open(
            folder: configuration.data, register: AssociationRegister.load(from: configuration.associations),
            baseURL: configuration.baseURL.text, effects: effects
        )
    }
}

extension ServerConfiguration {
    /// What this process was started with.
    static func current() throws(ConfigurationFault) -> ServerConfiguration {
        try ServerConfiguration(SettingsSource(environment: ProcessInfo.processInfo.environment))
    }
}
