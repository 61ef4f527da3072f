import ArgumentParser
import NoticeCore

extension NoticeCommand {
    /// `noticectl notice add`: registers one letter with its files and events.
    struct Add: SessionCommand {
        static let configuration = CommandConfiguration(
            abstract: Strings[.noticeAddAbstract], discussion: Strings[.noticeAddDiscussion])

        @Argument(help: ArgumentHelp(Strings[.noticeAddFiles], valueName: "FILE"))
        var files: [String]

        @OptionGroup var letter: LetterOptions
        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let files = try LetterFiles(files)
            var draft = letter.draft(files: files, events: try readEvents(letter.events))
            draft.title = draft.title ?? files.title
            if !files.attachments.isEmpty { draft.attachments = try await session.upload(files.attachments) }
            let notice = try await session.client.send(
                .post(SiteRoute.notices).sending(draft), for: NoticeBody.self)
            try session.output.print(notice) { NoticeReport.summary(notice) }
            session.output.note(Strings[.noticeAddNext, ["id": notice.id]])
        }
    }
}
