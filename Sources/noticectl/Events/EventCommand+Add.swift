import ArgumentParser
import NoticeCore

extension EventCommand {
    /// `noticectl event add`: one date that no letter carries.
    struct Add: SessionCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: Strings[.eventAddAbstract])

        @Option(help: ArgumentHelp(Strings[.eventTitle], valueName: "TEXT"))
        var title: String

        @Option(help: ArgumentHelp(Strings[.eventKind]))
        var kind = Kind.event

        @Option(help: ArgumentHelp(Strings[.eventStart], valueName: "YYYY-MM-DD[THH:MM]"))
        var start: StartArgument

        @Option(help: ArgumentHelp(Strings[.eventEnd], valueName: "YYYY-MM-DD|HH:MM"))
        var end: EndArgument?

        @OptionGroup var audience: AudienceOptions

        @Option(name: .customLong("group"), help: ArgumentHelp(Strings[.eventGroup], valueName: "GROUP"))
        var groups: [String] = []

        @Option(help: ArgumentHelp(Strings[.eventPlace], valueName: "TEXT"))
        var place: String?

        @Option(name: .customLong("item"), help: ArgumentHelp(Strings[.eventItem], valueName: "TEXT"))
        var items: [String] = []

        @Option(name: .customLong("rain-date"), help: ArgumentHelp(Strings[.eventRainDate], valueName: "YYYY-MM-DD"))
        var rainDates: [SchoolDay] = []

        @Option(help: ArgumentHelp(Strings[.eventNote], valueName: "TEXT"))
        var note: String?

        @Flag(help: ArgumentHelp(Strings[.eventTentative]))
        var tentative = false

        @Option(help: ArgumentHelp(Strings[.optionSchool], valueName: "ID"))
        var school: String?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        /// What is sent.
        var draft: EventDraftBody {
            var draft = EventDraftBody()
            draft.school = school
            draft.title = title
            draft.kind = kind.rawValue
            draft.start = start.text
            draft.end = end?.text(startingOn: start.day)
            draft.status = tentative ? "tentative" : nil
            draft.wholeAssociation = audience.wholeAssociation
            draft.grades = audience.grades
            draft.classes = audience.classes
            draft.groups = groups.isEmpty ? nil : groups
            draft.place = place
            draft.rainDates = rainDates.isEmpty ? nil : rainDates.map(\.text)
            draft.items = items.isEmpty ? nil : items
            draft.note = note
            return draft
        }

        func run(in session: Session) async throws {
            try await session.printMadeChangeSet(.post(SiteRoute.events).sending(draft))
        }
    }
}
