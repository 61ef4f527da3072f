import ArgumentParser

/// Commands on calendar files that need no server.
struct ICalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ical",
        abstract: "カレンダーファイル (iCalendar, RFC 5545) を調べる・整える・展開する",
        subcommands: [
            ICalCheckCommand.self, ICalFormatCommand.self, ICalExpandCommand.self, ICalOccurrencesCommand.self,
        ]
    )
}
