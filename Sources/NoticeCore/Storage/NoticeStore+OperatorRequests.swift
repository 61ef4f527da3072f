public import Foundation

/// How the person at the machine asks a running server for an invitation: through files in the data folder, which only that
/// person can reach. The server alone opens the database.
public struct OperatorRequest: Codable, Equatable, Sendable {
    public var association: String
    public var role: String
    public var name: String

    public init(association: String, role: String, name: String) {
        self.association = association
        self.role = role
        self.name = name
    }

    static func folder(in data: URL) -> URL { data.appendingPathComponent("requests") }

    /// Leaves a request and looks for the answer until it has paused so often.
    ///
    /// - Parameters:
    ///   - effects: For the request's name.
    ///   - pause: Waits a moment between two looks; counted instead of timed, so that no clock can make it wait for ever.
    /// - Returns: `nil` when no server answers.
    public func send(
        to data: URL, pauses: Int, effects: Effects, pause: () async -> Void
    ) async throws -> InvitationBody? {
        let folder = Self.folder(in: data)
        try DurableFile.makeFolder(folder)
        let name = EntityID<OperatorRequest>(effects.uuid()).text
        let question = folder.appendingPathComponent(name + ".request")
        let answer = folder.appendingPathComponent(name + ".answer")
        try DurableFile.write(Array(try APICoding.encode(self)), to: question, mode: 0o600)
        defer {
            unlink(question.path)
            unlink(answer.path)
        }
        for _ in 0..<pauses {
            await pause()
            if let data = FileManager.default.contents(atPath: answer.path) {
                return try APICoding.decode(InvitationBody.self, from: data)
            }
        }
        return nil
    }
}

extension NoticeStore {
    /// Answers what the person at the machine asked.
    func answerOperatorRequests() async throws {
        let folder = OperatorRequest.folder(in: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasSuffix(".request") {
            let question = folder.appendingPathComponent(name)
            guard let data = FileManager.default.contents(atPath: question.path) else { continue }
            unlink(question.path)
            guard let request = try? APICoding.decode(OperatorRequest.self, from: data),
                let association = Association.ID(request.association), associations[association] != nil,
                let role = Role(rawValue: request.role)
            else { continue }
            let invitation = try await invite(association: association, role: role, name: request.name)
            let answer = folder.appendingPathComponent(name.dropLast(".request".count) + ".answer")
            try DurableFile.write(Array(try APICoding.encode(invitation)), to: answer, mode: 0o600)
        }
    }
}
