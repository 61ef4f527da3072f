import ArgumentParser
import NoticeCore

/// `noticectl whoami`: as whom this device is signed in, and where.
struct WhoAmICommand: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "whoami", abstract: Strings[.whoAmIAbstract])

    @OptionGroup var signIn: SignInOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let me = try await session.client.get(MeBody.self, SiteRoute.me)
        try session.output.print(me) {
            let server = FieldList([(.fieldServer, session.client.server.text)]).text
            return server + "\n\n" + OfficerTable.text(me.officers)
        }
    }
}

/// Officers, as people read them.
enum OfficerTable {
    static func text(_ officers: [OfficerBody]) -> String {
        TextTable(
            [
                Strings[.fieldID], Strings[.fieldAssociation], Strings[.fieldName], Strings[.fieldRole],
                Strings[.fieldDevices],
            ],
            rows: officers.map { officer in
                [
                    officer.id, officer.association, officer.name,
                    officer.revoked ? Strings[.officerRevoked] : Strings.label("role", officer.role),
                    officer.devices.map { "\($0.name) (〜\($0.expires))" }.joined(separator: ", "),
                ]
            }
        ).text
    }
}
