import ArgumentParser
import Foundation
import NoticeCore
import Testing

@testable import noticectl

@Suite struct HelpTests {
    /// Every command, in the order in which help lists them.
    private func commands(
        below command: any ParsableCommand.Type = Noticectl.self
    ) -> [any ParsableCommand.Type] {
        [command] + command.configuration.subcommands.flatMap { commands(below: $0) }
    }

    @Test func everyCommand_hasAnAbstract() {
        let commands = commands()
        #expect(commands.count > 30)
        for command in commands {
            #expect(!command.configuration.abstract.isEmpty, "\(command)")
        }
    }

    /// The help of every command, in the language of this run (Japanese unless the locale says otherwise).
    ///
    /// Write the file anew with `UPDATE_SNAPSHOTS=1` and look at the difference.
    @Test func help_isAsItWas() throws {
        let words = Strings.language == .en ? nil : try Strings.table.get()
        let help =
            commands()
            .map { UsageText.localized(Noticectl.helpMessage(for: $0, columns: 80), words: words) }
            .joined(separator: "\n\n----\n\n") + "\n"
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/help.\(Strings.language.rawValue).txt")
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
            try Data(help.utf8).write(to: file)
        }
        #expect(help == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
}
