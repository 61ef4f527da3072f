import ArgumentParser
import NoticeCore

extension NoticeCommand {
    /// `noticectl notice submit`: hands the work to the second person.
    struct Submit: SessionCommand {
        static let configuration = CommandConfiguration(abstract: Strings[.noticeSubmitAbstract])

        @Argument(help: ArgumentHelp(Strings[.noticeID], valueName: "ID"))
        var id: String

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.step("submit", id, sending: ReasonBody?.none)
        }
    }

    /// `noticectl notice approve`: the second person saw everything and agrees.
    struct Approve: SessionCommand {
        static let configuration = CommandConfiguration(
            abstract: Strings[.noticeApproveAbstract], discussion: Strings[.noticeApproveDiscussion])

        @Argument(help: ArgumentHelp(Strings[.noticeID], valueName: "ID"))
        var id: String

        @Option(help: ArgumentHelp(Strings[.noticeApproveLook]))
        var explicitLook: [LetterOptions.PrivacyFlag] = []

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let looks = explicitLook.isEmpty ? nil : explicitLook.map(\.rawValue)
            try await session.step("approve", id, sending: ApprovalBody(explicitLook: looks))
        }
    }

    /// `noticectl notice return`: back to the author, with a reason.
    struct Return: SessionCommand {
        static let configuration = CommandConfiguration(abstract: Strings[.noticeReturnAbstract])

        @Argument(help: ArgumentHelp(Strings[.noticeID], valueName: "ID"))
        var id: String

        @Option(help: ArgumentHelp(Strings[.noticeReturnReason], valueName: "TEXT"))
        var reason: String?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.step("return", id, sending: ReasonBody(reason: reason))
        }
    }

    /// `noticectl notice discard`: gives up what was never published.
    struct Discard: SessionCommand {
        static let configuration = CommandConfiguration(abstract: Strings[.noticeDiscardAbstract])

        @Argument(help: ArgumentHelp(Strings[.noticeID], valueName: "ID"))
        var id: String

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.step("discard", id, sending: ReasonBody?.none)
        }
    }
}
