import ArgumentParser
import Foundation
import NoticeCore

/// `notice-server demo`: fills the demo associations on the first run, mints fresh secrets on every one.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Lays out the demo's events and prints what to try, as “name: value” lines."
    )

    func run() async throws {
    }
}
