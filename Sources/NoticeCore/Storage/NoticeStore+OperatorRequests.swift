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

    /// Leaves a request and waits for the answer.
    ///
    /// - Returns: `nil` when no server answers within `seconds`.
    public func send(to data: URL, seconds: Int, effects: Effects) async throws -> InvitationBody? {
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
        for _ in 0..<(seconds * 10) {
            if let data = FileManager.default.contents(atPath: answer.path) {
                return try APICoding.decode(InvitationBody.self, from: data)
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        return nil
    }
}

extension NoticeStore {
    /// Makes an invitation from the machine itself, whether a server runs on the data folder or not.
    ///
    /// - Throws: ``ConfigurationFault`` when the folder is in use and nobody answers.
    public static func inviteFromMachine(
        _ request: OperatorRequest, folder: URL, register: AssociationRegister, baseURL: String, effects: Effects
    ) async throws -> InvitationBody {
        guard let association = Association.ID(request.association), let role = Role(rawValue: request.role) else {
            throw NoticeError.notFound
        }
        do {
            let store = try await open(folder: folder, register: register, baseURL: baseURL, effects: effects)
            let invitation = try await store.invite(association: association, role: role, name: request.name)
            try await store.close()
            return invitation
        } catch let fault as ConfigurationFault {
            guard let invitation = try await request.send(to: folder, seconds: 15, effects: effects) else {
                throw fault
            }
            return invitation
        }
    }

    /// Answers what the person at the machine asked.
    func answerOperatorRequests() async throws {
        let folder = OperatorRequest.folder(in: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasSuffix(".request") {
            let question = folder.appendingPathComponent(name)
            guard let data = FileManager.default.contents(atPath: question.path) else { continue }
            unlink(question.path)
            guard let request = try? APICoding.decode(OperatorRequest.self, from: data),
                let association = Association.ID(request.association), let role = Role(rawValue: request.role)
            else { continue }
            let invitation = try await invite(association: association, role: role, name: request.name)
            let answer = folder.appendingPathComponent(name.dropLast(".request".count) + ".answer")
            try DurableFile.write(Array(try APICoding.encode(invitation)), to: answer, mode: 0o600)
        }
    }
}
