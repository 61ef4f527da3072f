import ArgumentParser
import NoticeCore

/// `noticectl officer`: who may work for the association.
struct OfficerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officer", abstract: Strings[.officerAbstract], subcommands: [Invite.self, List.self, Revoke.self])

    enum Role: String, ExpressibleByArgument, CaseIterable {
        case admin, officer, approver, auditor
    }

    struct Invite: SessionCommand {
        static let configuration = CommandConfiguration(
            abstract: Strings[.officerInviteAbstract], discussion: Strings[.officerInviteDiscussion])

        @Option(help: ArgumentHelp(Strings[.officerInviteRole]))
        var role: Role

        @Option(help: ArgumentHelp(Strings[.officerInviteName], valueName: "NAME"))
        var name: String?

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let draft = InvitationDraftBody(
                role: role.rawValue, name: name ?? Strings.label("role", role.rawValue))
            let invitation = try await session.client.send(
                .post(SiteRoute.invitations).sending(draft), for: InvitationBody.self)
            try session.output.print(invitation) {
                FieldList([
                    (.fieldName, invitation.name), (.fieldRole, Strings.label("role", invitation.role)),
                    (.fieldAssociation, invitation.association), (.fieldCode, invitation.code),
                    (.fieldExpires, ShownDate.text(start: invitation.expires, end: nil)),
                ]).text
            }
            session.output.note(Strings[.officerInviteNext, ["server": session.client.server.text]])
        }
    }

    struct List: SessionCommand {
        static let configuration = CommandConfiguration(abstract: Strings[.officerListAbstract])

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.get(OfficerListBody.self, SiteRoute.officers)
            try session.output.print(list) { OfficerTable.text(list.officers) }
        }
    }

    struct Revoke: SessionCommand {
        static let configuration = CommandConfiguration(abstract: Strings[.officerRevokeAbstract])

        @Argument(help: ArgumentHelp(Strings[.officerRevokeID], valueName: "ID"))
        var id: String

        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let request = APIRequest.delete(SiteRoute.officer(id.pathSegment))
            let answer = try await session.client.answer(to: request)
            _ = try answer.successBody(from: session.client.server)
            try session.output.print(RevokedReport(revoked: id)) {
                Strings[.officerRevokeDone, ["id": SafeText.line(id)]]
            }
        }
    }
}

/// What a revocation prints with `--json`.
struct RevokedReport: Codable, Equatable {
    let revoked: String
}
