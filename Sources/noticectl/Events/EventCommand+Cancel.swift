import ArgumentParser
import NoticeCore

extension EventCommand {
    /// `noticectl event cancel`: the school called it off; 「中止」 stays visible.
    struct Cancel: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: Strings[.eventCancelAbstract],
            discussion: Strings[.eventCancelDiscussion])

        @Argument(help: ArgumentHelp(Strings[.eventID], valueName: "ID"))
        var id: String

        @Option(help: ArgumentHelp(Strings[.optionReason], valueName: "TEXT"))
        var reason: String?

        @Option(help: ArgumentHelp(Strings[.optionRevision], valueName: "N"))
        var revision: Int?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let request = try APIRequest.post(SiteRoute.cancelEvent(id.pathSegment))
                .sending(ReasonBody(reason: reason))
            try await session.changeEvent(id, request, revision: revision)
        }
    }

    /// `noticectl event withdraw`: entered by mistake; it leaves the calendars at once.
    struct Withdraw: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: Strings[.eventWithdrawAbstract],
            discussion: Strings[.eventWithdrawDiscussion])

        @Argument(help: ArgumentHelp(Strings[.eventID], valueName: "ID"))
        var id: String

        @Option(help: ArgumentHelp(Strings[.optionReason], valueName: "TEXT"))
        var reason: String?

        @Option(help: ArgumentHelp(Strings[.optionRevision], valueName: "N"))
        var revision: Int?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let request = try APIRequest.post(SiteRoute.withdrawEvent(id.pathSegment))
                .sending(ReasonBody(reason: reason))
            try await session.changeEvent(id, request, revision: revision)
        }
    }
}
