public import Foundation

extension NoticeStore {
    /// Where the first admins' invitations stand until they are used.
    private var firstStepsFile: URL { folder.appendingPathComponent("first-steps.json") }

    /// Makes one admin's invitation for each association that has no officer and no open invitation yet, and writes them to
    /// `first-steps.json`, which only its owner can read.
    ///
    /// - Returns: The file, when there is something to do with it.
    public func writeFirstSteps() async throws -> URL? {
        let now = effects.now()
        var steps = readFirstSteps()
        for association in associations.associations {
            let isNew = try await engine.read { database in
                try database.first(
                    """
                    SELECT 1 AS found FROM officer WHERE association_id = $1
                    UNION ALL
                    SELECT 1 AS found FROM invitation WHERE association_id = $1 AND expires_at > $2 AND used_at IS NULL
                    """,
                    .slug(association.id), .moment(now)
                ) == nil
            }
            guard isNew else { continue }
            steps.removeAll { $0.association == association.id.text }
            steps.append(try await invite(association: association.id, role: .admin, name: association.shortName))
        }
        try writeFirstSteps(steps)
        return steps.isEmpty ? nil : firstStepsFile
    }

    /// Removes an invitation that was used.
    func forgetFirstStep(of association: Association.ID, code: SlipCode) async throws {
        let steps = readFirstSteps()
        let left = steps.filter { $0.association != association.text || $0.code != code.printed }
        if left.count != steps.count { try writeFirstSteps(left) }
    }

    private func readFirstSteps() -> [InvitationBody] {
        guard let data = FileManager.default.contents(atPath: firstStepsFile.path) else { return [] }
        return (try? APICoding.decode(FirstSteps.self, from: data).invitations) ?? []
    }

    private func writeFirstSteps(_ steps: [InvitationBody]) throws {
        guard !steps.isEmpty || FileManager.default.fileExists(atPath: firstStepsFile.path) else { return }
        let data = try APICoding.encode(FirstSteps(invitations: steps))
        try DurableFile.write(Array(data) + [UInt8(ascii: "\n")], to: firstStepsFile, mode: 0o600)
    }

    private struct FirstSteps: Codable {
        var invitations: [InvitationBody]
    }
}
