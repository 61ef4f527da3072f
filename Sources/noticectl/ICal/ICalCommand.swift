import ArgumentParser

/// Commands on calendar files that need no server.
struct ICalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ical",
        abstract: Strings[.iCalAbstract],
        subcommands: [
            ICalCheckCommand.self, ICalFormatCommand.self, ICalExpandCommand.self, ICalOccurrencesCommand.self,
        ]
    )
}
