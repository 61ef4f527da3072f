import ArgumentParser
import NoticeCore

/// `noticectl notice`: a letter from the officer's table to its publication.
struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: Strings[.noticeAbstract], discussion: Strings[.noticeDiscussion],
        subcommands: [
            Add.self, List.self, Show.self, Submit.self, Approve.self, Return.self, Publish.self, Revise.self,
            Withdraw.self, Discard.self,
        ])
}

/// What an ID names: a letter, or a change set of any kind.
enum NamedWork {
    case notice(NoticeBody)
    case changeSet(ChangeSetBody)
}

extension Session {
    /// Reads what an ID names, letters first.
    func work(named id: String) async throws -> NamedWork {
        do {
            return .notice(try await client.get(NoticeBody.self, SiteRoute.notice(id.pathSegment)))
        } catch let problem as ServerProblem where problem.code == .notFound {
            return .changeSet(try await changeSet(id))
        }
    }

    /// A change set by its own ID, or a letter's newest one by the letter's.
    func changeSet(_ id: String) async throws -> ChangeSetBody {
        try await client.get(ChangeSetBody.self, SiteRoute.changeSet(id.pathSegment))
    }

    /// The letter that an ID names itself or through its change set.
    func notice(named id: String) async throws -> NoticeBody {
        switch try await work(named: id) {
        case .notice(let notice): return notice
        case .changeSet(let changeSet):
            guard let notice = changeSet.notice else { throw LocalFailure.usage(Strings[.noticeNotALetter]) }
            return notice
        }
    }

    /// Takes one step with a change set and prints where it stands.
    ///
    /// - Parameter verb: `submit`, `approve`, `return`, `publish` or `discard`.
    func step(_ verb: String, _ id: String, sending body: (some Encodable)?) async throws {
        var request = APIRequest.post(SiteRoute.changeSet(id.pathSegment, verb))
        if let body { request = try request.sending(body) }
        let changeSet = try await client.send(request, for: ChangeSetBody.self)
        try output.print(changeSet) { NoticeReport.fields(of: changeSet) }
    }
}
