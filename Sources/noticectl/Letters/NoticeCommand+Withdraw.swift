import ArgumentParser
import NoticeCore

extension NoticeCommand {
    /// `noticectl notice withdraw`: takes back a letter that was entered by mistake.
    struct Withdraw: SessionCommand {
        static let configuration = CommandConfiguration(
            abstract: Strings[.noticeWithdrawAbstract], discussion: Strings[.noticeWithdrawDiscussion])

        @Argument(help: ArgumentHelp(Strings[.noticeID], valueName: "ID"))
        var id: String

        @OptionGroup var change: ChangeOptions
        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            switch try await session.work(named: id) {
            case .notice(let notice):
                try await withdraw(notice, in: session)
            case .changeSet(let changeSet):
                if let notice = changeSet.notice {
                    try await withdraw(notice, in: session)
                } else if List.openStates.contains(changeSet.state) {
                    // Nobody has seen it yet: taking it back is giving it up.
                    try await session.step("discard", changeSet.id, sending: ReasonBody?.none)
                } else {
                    throw LocalFailure.usage(Strings[.noticeNotALetter])
                }
            }
        }

        private func withdraw(_ notice: NoticeBody, in session: Session) async throws {
            let request = try APIRequest.post(SiteRoute.withdrawNotice(notice.id.pathSegment))
                .sending(ReasonBody(reason: change.reason)).ifMatch(change.revision ?? notice.revision)
            try await session.printMadeChangeSet(request)
        }
    }
}
