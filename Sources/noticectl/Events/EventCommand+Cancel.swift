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

        @OptionGroup var change: ChangeOptions
        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.changeEvent(
                id, SiteRoute.cancelEvent, sending: ReasonBody(reason: change.reason), onto: change.revision)
        }
    }

    /// `noticectl event withdraw`: entered by mistake; it leaves the calendars at once.
    struct Withdraw: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: Strings[.eventWithdrawAbstract],
            discussion: Strings[.eventWithdrawDiscussion])

        @Argument(help: ArgumentHelp(Strings[.eventID], valueName: "ID"))
        var id: String

        @OptionGroup var change: ChangeOptions
        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.changeEvent(
                id, SiteRoute.withdrawEvent, sending: ReasonBody(reason: change.reason), onto: change.revision)
        }
    }
}
