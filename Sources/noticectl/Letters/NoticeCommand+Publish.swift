import ArgumentParser
import NoticeCore

extension NoticeCommand {
    /// `noticectl notice publish`: says whom it reaches, asks, publishes.
    struct Publish: SessionCommand {
        static let configuration = CommandConfiguration(
            abstract: Strings[.noticePublishAbstract], discussion: Strings[.noticePublishDiscussion])

        @Argument(help: ArgumentHelp(Strings[.noticeID], valueName: "ID"))
        var id: String

        @Flag(help: ArgumentHelp(Strings[.noticePublishYes]))
        var yes = false

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        /// Nothing is published by accident: without a person to ask, only an explicit `--yes` will do.
        func check() throws {
            guard yes || Question.canAsk else { throw LocalFailure.usage(Strings[.noticePublishNeedsYes]) }
        }

        func run(in session: Session) async throws {
            if !yes {
                let changeSet = try await session.changeSet(id)
                session.output.note(NoticeReport.fields(of: changeSet))
                let question = Strings[.noticePublishQuestion, ["reach": NoticeReport.reach(changeSet.reach)]]
                guard Question.isConfirmed(question) else {
                    throw LocalFailure.usage(Strings[.noticePublishStopped])
                }
            }
            try await session.step("publish", id, sending: ReasonBody?.none)
        }
    }
}
