import ArgumentParser
import NoticeCore

extension EventCommand {
    /// `noticectl event list`: all events, page by page joined.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Strings[.eventListAbstract])

        @Option(help: ArgumentHelp(Strings[.eventListFrom], valueName: "YYYY-MM-DD"))
        var from: SchoolDay?

        @Option(help: ArgumentHelp(Strings[.eventListTo], valueName: "YYYY-MM-DD"))
        var to: SchoolDay?

        @Option(help: ArgumentHelp(Strings[.optionGrade], valueName: "N"))
        var grade: Int?

        @Option(help: ArgumentHelp(Strings[.optionSchool], valueName: "ID"))
        var school: String?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let request = APIRequest.get(SiteRoute.events).asking("school", school).asking("from", from?.text)
                .asking("to", to?.text).asking("grade", grade)
            var events: [EventBody] = []
            try await session.pages(of: request, as: EventListBody.self, next: \.next) { events += $0.events }
            try session.output.print(EventListReport(events: events)) {
                events.isEmpty ? Strings[.noEvents] : EventTable.text(events)
            }
        }
    }
}

/// What `event list --json` prints: all pages as one.
struct EventListReport: Encodable {
    let events: [EventBody]
}
