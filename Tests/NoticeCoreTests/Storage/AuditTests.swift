import Testing

@testable import NoticeCore

@Suite struct AuditTests {
    private static let edits = [
        "UPDATE audit_entry SET detail = 'x' WHERE number = 2",
        "UPDATE audit_entry SET actor = 'somebody' WHERE number = 3",
        "DELETE FROM audit_entry WHERE number = 2",
        "UPDATE audit_entry SET at = at + 1 WHERE number = 1",
    ]

    @Test func chainOfRealActs_isIntact() async throws {
        let test = try await TestStore.make()
        try await test.publishEvent { _ in }
        let found = try await test.store.verifyAudit(for: test.admin)
        #expect(found.intact)
        #expect(found.entries >= 8)
        try await test.end()
    }

    @Test(arguments: edits) func editedChain_isNoticed(edit: String) async throws {
        let test = try await TestStore.make()
        try await test.publishEvent { _ in }
        try await test.store.engine.transaction { _ = try $0.execute(edit) }
        let found = try await test.store.verifyAudit(for: test.admin)
        #expect(!found.intact)
        #expect(found.brokenAt != nil)
        try await test.end()
    }

    @Test func truncatedChain_showsInItsHead() async throws {
        let test = try await TestStore.make()
        try await test.publishEvent { _ in }
        let before = try await test.store.verifyAudit(for: test.admin)
        try await test.store.engine.transaction {
            _ = try $0.execute("DELETE FROM audit_entry WHERE number = $1", .int(before.entries))
        }
        let after = try await test.store.verifyAudit(for: test.admin)
        #expect(after.head != before.head)
        try await test.end()
    }

    @Test func officerWithoutTheRole_isRefused() async throws {
        let test = try await TestStore.make()
        await #expect(throws: NoticeError.forbidden(.role)) { try await test.store.verifyAudit(for: test.officer) }
        try await test.end()
    }
}
