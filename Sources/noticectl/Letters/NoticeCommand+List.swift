import ArgumentParser
import NoticeCore

extension NoticeCommand {
    /// `noticectl notice list`: letters, and the change sets that still wait for somebody.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration(abstract: Strings[.noticeListAbstract])

        /// States of a change set in which somebody still has to do something.
        static let openStates = ["draft", "pending", "returned", "cleared"]

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var notices: [NoticeSummaryBody] = []
            try await session.pages(of: .get(SiteRoute.notices), as: NoticeListBody.self, next: \.next) {
                notices += $0.notices
            }
            var open: [ChangeSetBody] = []
            for state in Self.openStates {
                let request = APIRequest.get(SiteRoute.changeSets).asking("state", state)
                try await session.pages(of: request, as: ChangeSetListBody.self, next: \.next) {
                    open += $0.changeSets
                }
            }
            try session.output.print(NoticeListReport(notices: notices, changeSets: open)) {
                Self.text(notices, open: open)
            }
        }

        private static func text(_ notices: [NoticeSummaryBody], open: [ChangeSetBody]) -> String {
            let letters = TextTable(
                [
                    Strings[.fieldIssued], Strings[.fieldState], Strings[.fieldTitle], Strings[.fieldAudience],
                    Strings[.fieldEvents], Strings[.fieldID],
                ],
                rows: notices.map { notice in
                    [
                        notice.issued, Strings.label("state", notice.state), notice.title,
                        Audience.text(wholeAssociation: false, grades: notice.grades, classes: []),
                        "\(notice.events)", notice.id,
                    ]
                })
            let waiting = TextTable(
                [
                    Strings[.fieldState], Strings[.fieldKind], Strings[.fieldTitle], Strings[.fieldAuthor],
                    Strings[.fieldChangeSet],
                ],
                rows: open.map { changeSet in
                    [
                        Strings.label("state", changeSet.state), Strings.label("change", changeSet.kind),
                        title(of: changeSet), changeSet.author.name, changeSet.id,
                    ]
                })
            let lists = notices.isEmpty ? Strings[.noticeListEmpty] : letters.text
            return open.isEmpty ? lists : lists + "\n\n" + Strings[.noticeListOpen] + "\n" + waiting.text
        }

        private static func title(of changeSet: ChangeSetBody) -> String {
            if let notice = changeSet.notice { return notice.title }
            let first = changeSet.changes.first?.after.title ?? ""
            return changeSet.changes.count > 1
                ? Strings[.titleAndMore, ["title": first, "count": "\(changeSet.changes.count - 1)"]] : first
        }
    }
}

/// What `notice list --json` prints: letters, and the open change sets.
struct NoticeListReport: Encodable {
    let notices: [NoticeSummaryBody]
    let changeSets: [ChangeSetBody]
}
