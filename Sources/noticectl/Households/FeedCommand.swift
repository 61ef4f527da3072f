import ArgumentParser
import Foundation
import NoticeCore

/// `noticectl feed`: a household's own calendars, with the household's own secret.
struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: Strings[.feedAbstract], discussion: Strings[.feedDiscussion],
        subcommands: [List.self, Revoke.self])

    /// `noticectl feed list`.
    struct List: AsyncParsableCommand, PrintingCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: Strings[.feedListAbstract])

        @OptionGroup var household: HouseholdOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let list = try await household.withClient { try await $0.get(FeedListBody.self, SiteRoute.feeds) }
            try Output(json: output.json).print(list) {
                TextTable(
                    [
                        Strings[.fieldLabel], Strings[.fieldState], Strings[.fieldKinds], Strings[.fieldLastFetched],
                        Strings[.fieldID],
                    ],
                    rows: list.feeds.map { feed in
                        [
                            feed.label, Strings[feed.revoked ? .feedRevoked : .feedLive],
                            feed.kinds.map { Strings.label("kind", $0) }.joined(separator: Strings[.listSeparator]),
                            feed.lastFetched ?? Strings[.feedNeverFetched], feed.id,
                        ]
                    }
                ).text
            }
        }
    }

    /// `noticectl feed revoke`.
    struct Revoke: AsyncParsableCommand, PrintingCommand {
        static let configuration = CommandConfiguration(commandName: "revoke", abstract: Strings[.feedRevokeAbstract])

        @Argument(help: ArgumentHelp(Strings[.feedRevokeID], valueName: "ID"))
        var id: String

        @OptionGroup var household: HouseholdOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            try await household.withClient { client in
                let answer = try await client.answer(to: .delete(SiteRoute.householdFeed(id.pathSegment)))
                _ = try answer.successBody(from: client.server)
            }
            try Output(json: output.json).print(RevokedReport(revoked: id)) {
                Strings[.feedRevokeDone, ["id": SafeText.line(id)]]
            }
        }
    }
}

/// Whose calendars: the secret, and at which server.
struct HouseholdOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Strings[.feedSecretFile], valueName: "FILE"))
    var secretFile: String?

    @Option(help: ArgumentHelp(Strings[.feedServer], valueName: "URL"))
    var server: ServerAddress?

    @Option(help: ArgumentHelp(Strings[.optionProfile], valueName: "NAME"))
    var profile: ProfileName?

    /// The server is the one named, else that of the page's address, else the one where the officer is signed in.
    func withClient<Result>(_ work: (ServerClient) async throws -> Result) async throws -> Result {
        let typed = try SecretInput.text(file: secretFile, prompt: Strings[.feedPrompt], hidden: true)
        let (secret, pageServer) = try SecretInput.household(in: typed)
        let name = try profile ?? ProfileName.chosen()
        let address = try server ?? pageServer ?? ProfileFolder.standard().profile(named: name).server
        return try await ServerClient.withClient(
            of: address, credential: .household(secret), association: nil, work)
    }
}
