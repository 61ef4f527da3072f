import ArgumentParser
import Foundation
import NoticeCore

/// The officer's command line: it speaks HTTP to the server, which alone opens the database.
@main
struct Noticectl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "noticectl",
        abstract: Strings[.rootAbstract],
        discussion: Strings[.rootDiscussion],
        version: "0.1.0",
        subcommands: [
            LoginCommand.self, LogoutCommand.self, WhoAmICommand.self, OfficerCommand.self,
            NoticeCommand.self, EventCommand.self,
            SlipCommand.self, HouseholdCommand.self, FeedCommand.self, DigestCommand.self,
            AuditCommand.self, DoctorCommand.self,
            ExtractCommand.self, ICalCommand.self,
        ]
    )

    static func main() async {
        if case .failure(let missing) = Strings.table {
            StandardStream.error.write(line: "noticectl: \(missing.message)")
            Foundation.exit(ExitCode(missing).rawValue)
        }
        Foundation.exit(await run(arguments: ProcessArguments.words()).rawValue)
    }

    /// Parses, runs, and says in one place what went wrong.
    private static func run(arguments: [String]) async -> ExitCode {
        var json = false
        do {
            var command = try parseAsRoot(arguments)
            json = (command as? any PrintingCommand)?.output.json ?? false
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return .success
        } catch let status as ExitCode {
            return status
        } catch {
            guard let failure = Failure(error) else { return usage(error, json: arguments.contains("--json")) }
            failure.report(json: json)
            return failure.status
        }
    }

    /// What ArgumentParser itself has to say: help, the version, or how a command is written.
    private static func usage(_ error: any Error, json: Bool) -> ExitCode {
        let status = exitCode(for: error)
        let words = Strings.language == .en ? nil : try? Strings.table.get()
        let text = UsageText.localized(fullMessage(for: error), words: words)
        if json, status != .success, let complaint = text.split(separator: "\n").first {
            Failure(LocalFailure.usage(String(complaint)))?.report(json: true)
            return status
        }
        (status == .success ? StandardStream.output : StandardStream.error).write(line: text)
        return status
    }
}
