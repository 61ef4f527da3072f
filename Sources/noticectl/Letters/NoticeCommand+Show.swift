import ArgumentParser
import Foundation
import NoticeCore

extension NoticeCommand {
    /// `noticectl notice show`: everything of a letter or a change set, as the second person has to see it.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration(abstract: Strings[.noticeShowAbstract])

        @Argument(help: ArgumentHelp(Strings[.noticeID], valueName: "ID"))
        var id: String

        @Option(help: ArgumentHelp(Strings[.noticeShowSave], valueName: "FOLDER"))
        var saveAttachments: String?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            switch try await session.work(named: id) {
            case .notice(let notice):
                try await save(notice.attachments, in: session)
                try session.output.print(notice) { NoticeReport.text(notice) }
            case .changeSet(let changeSet):
                try await save(changeSet.notice?.attachments ?? [], in: session)
                try session.output.print(changeSet) { NoticeReport.text(changeSet) }
            }
        }

        private func save(_ attachments: [AttachmentReferenceBody], in session: Session) async throws {
            guard let folder = saveAttachments else { return }
            try PrivateFile.makeFolder(folder)
            for (position, attachment) in attachments.enumerated() {
                let request = APIRequest.get(SiteRoute.attachment(attachment.digest.pathSegment))
                let answer = try await session.client.answer(to: request)
                let data = try answer.successBody(from: session.client.server)
                let path = (folder as NSString).appendingPathComponent(
                    Self.fileName(of: attachment, position: position + 1))
                try PrivateFile.create(path, contents: data)
                session.output.note(Strings[.noticeShowSaved, ["path": path]])
            }
        }

        /// A name that stays inside the folder and never hides or overwrites another.
        static func fileName(of attachment: AttachmentReferenceBody, position: Int) -> String {
            let plain = SafeText.line(attachment.fileName).map { "/\\".contains($0) ? "_" : String($0) }.joined()
            return "\(position)-\(plain.suffix(60))"
        }
    }
}
