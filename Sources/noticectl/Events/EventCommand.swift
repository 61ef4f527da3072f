import ArgumentParser
import NoticeCore

/// `noticectl event`: dates without a letter, and the year plan.
struct EventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event", abstract: Strings[.eventAbstract], discussion: Strings[.eventDiscussion],
        subcommands: [Add.self, List.self, Move.self, Cancel.self, Withdraw.self, Import.self])

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case event, deadline, closure, information
    }
}

extension Session {
    /// Sends a change and prints the ID of the change set that it made: alone on standard output, so that the next
    /// command can take it.
    func printMadeChangeSet(_ request: APIRequest) async throws {
        let changeSet = try await client.send(request, for: ChangeSetBody.self)
        try output.print(changeSet) { changeSet.id }
        guard changeSet.state != "published" else { return output.note(Strings[.changeSetPublished]) }
        let state = Strings.label("state", changeSet.state)
        output.note(Strings[.changeSetMade, ["id": changeSet.id, "state": state]])
    }

    /// Changes an event on the revision given, or on the newest one.
    ///
    /// - Parameter route: The change's path for an identifier that is one segment of it.
    func changeEvent(
        _ id: String, _ route: (String) -> String, sending body: some Encodable, onto revision: Int?
    ) async throws {
        let known: Int
        if let revision {
            known = revision
        } else {
            known = try await client.get(EventBody.self, SiteRoute.event(id.pathSegment)).revision
        }
        try await printMadeChangeSet(.post(route(id.pathSegment)).sending(body).ifMatch(known))
    }
}
