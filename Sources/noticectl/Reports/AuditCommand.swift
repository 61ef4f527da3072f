import ArgumentParser
import NoticeCore

/// `noticectl audit`: whether the record of who did what is whole.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: Strings[.auditAbstract], subcommands: [Verify.self])

    /// `noticectl audit verify`.
    struct Verify: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: Strings[.auditVerifyAbstract],
            discussion: Strings[.auditVerifyDiscussion])

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let result = try await session.client.get(AuditVerificationBody.self, SiteRoute.auditVerification)
            try session.output.print(result) {
                FieldList([
                    (.fieldEntries, "\(result.entries)"), (.fieldHead, result.head),
                    (.fieldResult, Strings[result.intact ? .auditIntact : .auditBroken]),
                ]).text
            }
            guard !result.intact else { return }
            session.output.note(Strings[.auditBrokenAt, ["entry": result.brokenAt.map(String.init) ?? "?"]])
            throw ExitCode.badInput
        }
    }
}
