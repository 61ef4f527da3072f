import ArgumentParser
import NoticeCore

extension EventCommand {
    /// `noticectl event move`: another date, time or place; households see 「変更」.
    struct Move: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "move", abstract: Strings[.eventMoveAbstract], discussion: Strings[.eventMoveDiscussion])

        @Argument(help: ArgumentHelp(Strings[.eventID], valueName: "ID"))
        var id: String

        @Option(help: ArgumentHelp(Strings[.eventStart], valueName: "YYYY-MM-DD[THH:MM]"))
        var start: StartArgument

        @Option(help: ArgumentHelp(Strings[.eventEnd], valueName: "YYYY-MM-DD|HH:MM"))
        var end: EndArgument?

        @Option(name: .customLong("rain-date"), help: ArgumentHelp(Strings[.eventRainDate], valueName: "YYYY-MM-DD"))
        var rainDates: [SchoolDay] = []

        @Option(help: ArgumentHelp(Strings[.eventPlace], valueName: "TEXT"))
        var place: String?

        @OptionGroup var change: ChangeOptions
        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let body = MoveBody(
                start: start.text, end: end?.text(startingOn: start.day),
                rainDates: rainDates.isEmpty ? nil : rainDates.map(\.text), place: place, reason: change.reason)
            try await session.changeEvent(id, SiteRoute.moveEvent, sending: body, onto: change.revision)
        }
    }
}
