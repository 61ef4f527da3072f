import ArgumentParser
import NoticeCore

/// `--json`, on every command that prints data.
struct OutputOptions: ParsableArguments {
    @Flag(name: .customLong("json"), help: ArgumentHelp(Strings[.optionJSON]))
    var json = false
}

/// A command that prints data.
protocol PrintingCommand: ParsableCommand {
    var output: OutputOptions { get }
}

/// Where a command's results go: tables for people, or one JSON value for programs; messages aside.
struct Output: Sendable {
    let json: Bool

    /// Prints a result, on standard output.
    func print(_ body: some Encodable, people: () throws -> String) throws {
        if json {
            try StandardStream.output.deliver(line: String(decoding: try APICoding.encode(body), as: UTF8.self))
        } else {
            try StandardStream.output.deliver(line: try people())
        }
    }

    /// Says something about it, on standard error.
    func note(_ text: String) {
        StandardStream.error.write(line: text)
    }
}
