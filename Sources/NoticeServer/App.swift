import ArgumentParser
import Foundation
import NIOCore
import NoticeCore

/// The server's executable: `notice-server`, `notice-server invite`, `notice-server demo`.
@main
struct NoticeServerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice-server",
        abstract: "Serves the parents' association's calendars and letters.",
        discussion: "Settings come from the environment (NOTICE_DATA, NOTICE_BASE_URL, …) or the file NOTICE_CONFIG.",
        subcommands: [ServeCommand.self, InviteCommand.self, DemoCommand.self],
        defaultSubcommand: ServeCommand.self
    )

    static func main() async {
        await main(ProcessArguments.words())
    }
}

/// `notice-server`: runs in the foreground until SIGTERM.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Runs the server (the default).")

    func run() async throws {
        try await WrongSetting.reported {
            let configuration = try ServerConfiguration.current()
            DescriptorLimit.raise()
            let site = try await Site.open(configuration, effects: .live)
            do {
                try await site.run()
            } catch let error as IOError {
                try? await site.store.close()
                throw configuration.fault(binding: error) ?? error
            }
            try await site.store.close()
        }
    }
}

/// A wrong setting: one line on standard error, and exit status 78 (`EX_CONFIG`).
enum WrongSetting {
    static func reported(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let fault as ConfigurationFault {
            FileHandle.standardError.write(Data("notice-server: \(fault.message)\n".utf8))
            throw ExitCode(78)
        }
    }
}

extension ServerConfiguration {
    /// Why the server cannot listen, as far as a setting is to blame.
    fileprivate func fault(binding error: IOError) -> ConfigurationFault? {
        switch error.errnoCode {
        case EADDRINUSE:
            ConfigurationFault("NOTICE_PORT: port \(port) is in use: stop the other program or choose another port")
        case EACCES:
            ConfigurationFault("NOTICE_PORT: this user may not listen on port \(port): choose one above 1023")
        case EADDRNOTAVAIL:
            ConfigurationFault("NOTICE_HOST: \(host) is no address of this machine: use 127.0.0.1 or 0.0.0.0")
        default: nil
        }
    }
}

/// How many files and connections the process may have open.
enum DescriptorLimit {
    /// Uses what the administrator allows; the usual soft limit of 1024 is less than our connections.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
