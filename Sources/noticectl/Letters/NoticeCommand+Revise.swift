import ArgumentParser
import Foundation
import NoticeCore

extension NoticeCommand {
    /// `noticectl notice revise`: a new revision beside the published one.
    struct Revise: SessionCommand {
        static let configuration = CommandConfiguration(
            abstract: Strings[.noticeReviseAbstract], discussion: Strings[.noticeReviseDiscussion])

        @Argument(help: ArgumentHelp(Strings[.noticeID], valueName: "ID"))
        var id: String

        @Argument(help: ArgumentHelp(Strings[.noticeReviseFiles], valueName: "FILE"))
        var files: [String] = []

        @Option(help: ArgumentHelp(Strings[.optionRevision], valueName: "N"))
        var revision: Int?

        @OptionGroup var letter: LetterOptions
        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let files = try LetterFiles(files)
            var draft = letter.draft(files: files, events: try readEvents(letter.events))
            let current = try await session.notice(named: id)
            if !files.attachments.isEmpty { draft.attachments = try await session.upload(files.attachments) }
            let request = try APIRequest(.put, SiteRoute.notice(current.id.pathSegment)).sending(draft)
                .ifMatch(revision ?? current.revision)
            do {
                let notice = try await session.client.send(request, for: NoticeBody.self)
                try session.output.print(notice) { NoticeReport.summary(notice) }
            } catch let problem as ServerProblem where problem.code == .preconditionFailed {
                try keep(draft, of: current.id, newer: problem.body.current, in: session)
                throw problem
            }
        }

        /// Somebody else was faster: what the officer wrote is saved, and the newer version is named.
        private func keep(
            _ draft: NoticeDraftBody, of id: String, newer: NoticeBody?, in session: Session
        ) throws {
            for path in try ConflictFolder.standard().keep(draft, of: id, effects: session.effects) {
                session.output.note(Strings[.conflictSaved, ["path": path]])
            }
            guard let newer else { return }
            session.output.note(
                Strings[
                    .conflictNewer,
                    [
                        "revision": "\(newer.revision)", "title": SafeText.line(newer.title),
                        "updated": ShownDate.text(start: newer.updated, end: nil),
                        "id": newer.id,
                    ]])
        }
    }
}
