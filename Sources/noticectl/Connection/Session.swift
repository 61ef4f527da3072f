import ArgumentParser
import Foundation
import NoticeCore

/// `--profile` and `--association`, on every command that needs a sign-in.
struct SignInOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Strings[.optionProfile], valueName: "NAME"))
    var profile: ProfileName?

    @Option(help: ArgumentHelp(Strings[.optionAssociation], valueName: "ID"))
    var association: String?

    func validate() throws {
        guard association.map({ Slug<SignInOptions>($0) != nil }) ?? true else {
            throw ValidationError(Strings[.optionAssociationInvalid])
        }
    }
}

/// A signed-in device at work: the client, and where results go.
struct Session: Sendable {
    let client: ServerClient
    let output: Output
    let effects = Effects.live

    /// All pages of a list.
    func pages<Page: Decodable>(
        of request: APIRequest, as type: Page.Type, next: (Page) -> String?, _ take: (Page) -> Void
    ) async throws {
        var after: String?
        repeat {
            let page = try await client.send(request.asking("after", after), for: type)
            take(page)
            after = next(page)
        } while after != nil
    }
}

/// A command that a signed-in officer runs.
protocol SessionCommand: AsyncParsableCommand, PrintingCommand {
    var signIn: SignInOptions { get }
    /// Refuses what is wrong before anything is sent.
    func check() throws
    func run(in session: Session) async throws
}

extension SessionCommand {
    func check() throws {}

    func run() async throws {
        try check()
        let name = try signIn.profile ?? ProfileName.chosen()
        let profile = try ProfileFolder.standard().profile(named: name)
        try await ServerClient.withClient(
            of: profile.server, credential: .device(profile.token), association: signIn.association
        ) { client in
            try await run(in: Session(client: client, output: Output(json: output.json)))
        }
    }
}
