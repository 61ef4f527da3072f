import ArgumentParser
import Foundation
import NoticeCore

/// `noticectl login`: turns an invitation's one-time code into a stored sign-in.
struct LoginCommand: AsyncParsableCommand, PrintingCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: Strings[.loginAbstract], discussion: Strings[.loginDiscussion])

    @Option(help: ArgumentHelp(Strings[.loginServer], valueName: "URL"))
    var server: ServerAddress

    @Option(help: ArgumentHelp(Strings[.loginCodeFile], valueName: "FILE"))
    var codeFile: String?

    @Option(help: ArgumentHelp(Strings[.loginDevice], valueName: "NAME"))
    var device: String?

    @Option(help: ArgumentHelp(Strings[.optionProfile], valueName: "NAME"))
    var profile: ProfileName?

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let typed = try SecretInput.text(file: codeFile, prompt: Strings[.loginPrompt], hidden: false)
        guard let code = try? SlipCode(typed: typed) else { throw NoticeError.invalid(.mistypedCode, field: "code") }
        let name = try profile ?? ProfileName.chosen()
        let folder = ProfileFolder.standard()
        let stored = try folder.storedProfile(named: name)
        let signedIn = try await signIn(code, gaining: try await liveToken(of: stored))
        try keep(signedIn, over: stored, in: folder, as: name)
        try Output(json: output.json).print(SignedInReport(signedIn.officer, expires: signedIn.expires)) {
            Strings[
                .loginDone,
                [
                    "name": SafeText.line(signedIn.officer.name), "association": signedIn.officer.association,
                    "role": Strings.label("role", signedIn.officer.role), "expires": signedIn.expires,
                ]]
        }
    }

    /// The token of a sign-in at the same server, if that still takes it: it gains the association, so that one device
    /// keeps one token.
    private func liveToken(of stored: Profile?) async throws -> Credential {
        guard let stored, stored.server == server else { return .none }
        let credential = Credential.device(stored.token)
        return try await ServerClient.withClient(of: server, credential: credential, association: nil) { client in
            do {
                _ = try await client.get(MeBody.self, SiteRoute.me)
                return credential
            } catch let problem as ServerProblem where problem.code == .unauthorized {
                return .none
            }
        }
    }

    private func signIn(_ code: SlipCode, gaining credential: Credential) async throws -> SignedInBody {
        let deviceName = device ?? ProcessInfo.processInfo.hostName
        return try await ServerClient.withClient(of: server, credential: credential, association: nil) { client in
            let body = SignInBody(code: code.printed, device: deviceName)
            return try await client.send(.post(SiteRoute.signIn).sending(body), for: SignedInBody.self)
        }
    }

    private func keep(
        _ signedIn: SignedInBody, over stored: Profile?, in folder: ProfileFolder, as name: ProfileName
    ) throws {
        let effects = Effects.live
        let officer = signedIn.officer
        if signedIn.token == nil, var profile = stored {
            if !profile.associations.contains(officer.association) { profile.associations.append(officer.association) }
            profile.expires = signedIn.expires
            try folder.save(profile, as: name, effects: effects)
            return
        }
        guard let token = signedIn.token.flatMap({ Secret<DeviceToken>(presented: $0) }) else {
            throw LocalFailure.foreignAnswer(server: server.text)
        }
        if let stored, stored.server != server {
            let aside = try folder.setAside(stored, from: name)
            StandardStream.error.write(
                line: Strings[.loginSetAside, ["server": stored.server.text, "profile": aside.text]])
        }
        let profile = Profile(
            server: server, token: token, officer: officer.name, associations: [officer.association],
            expires: signedIn.expires)
        try folder.save(profile, as: name, effects: effects)
    }
}

/// What `login --json` prints: everything but the token.
struct SignedInReport: Codable, Equatable {
    let officer: OfficerBody
    let expires: String

    init(_ officer: OfficerBody, expires: String) {
        self.officer = officer
        self.expires = expires
    }
}
