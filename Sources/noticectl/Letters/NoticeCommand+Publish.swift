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

        func run(in session: Session) async throws {
            if !yes {
                let changeSet = try await session.changeSet(id)
                session.output.note(NoticeReport.fields(of: changeSet))
                let question = Strings[.noticePublishQuestion, ["reach": NoticeReport.reach(changeSet.reach)]]
                // Nothing is published by accident: nobody who answers, nothing published.
                switch Question.answer(to: question) {
                case .yes: break
                case .no: throw LocalFailure.usage(Strings[.noticePublishStopped])
                case .nobody: throw LocalFailure.usage(Strings[.noticePublishNeedsYes])
                }
            }
            try await session.step("publish", id, sending: ReasonBody?.none)
        }
    }
}
