import Foundation
import Testing

@testable import NoticeCore

@Suite struct EngineTests {
    private func engine() throws -> (engine: SQLiteEngine, folder: URL) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("engine-\(UUID().uuidString)")
        try DurableFile.makeFolder(folder)
        return (try SQLiteEngine(path: folder.appendingPathComponent("t.sqlite").path), folder)
    }

    @Test func parameters_areBoundByNumber_whateverTheirOrder() async throws {
        let (engine, folder) = try engine()
        let row = try await engine.read { database in
            try database.first("SELECT $2 AS second, $1 AS first, $1 AS again", .text("one"), .text("two"))
        }
        #expect(try row?.text("first") == "one")
        #expect(try row?.text("second") == "two")
        #expect(try row?.text("again") == "one")
        try await engine.close()
        try FileManager.default.removeItem(at: folder)
    }

    @Test func values_comeBackAsTheyWentIn() async throws {
        let (engine, folder) = try engine()
        let row = try await engine.transaction { database in
            try database.execute(
                SQLiteEngine.dialect("CREATE TABLE thing (t TEXT, i INT64, d DOUBLE, b BYTES, n TEXT)")
            )
            try database.execute(
                "INSERT INTO thing (t, i, d, b, n) VALUES ($1, $2, $3, $4, $5)", .text("予定\n"), .integer(.max),
                .double(0.5), .bytes([0, 255]), .null
            )
            return try database.first("SELECT t, i, d, b, n FROM thing")
        }
        #expect(row?.values == [.text("予定\n"), .integer(.max), .double(0.5), .bytes([0, 255]), .null])
        try await engine.close()
        try FileManager.default.removeItem(at: folder)
    }

    @Test func failedTransaction_leavesNothingBehind() async throws {
        struct Stop: Error {}
        let (engine, folder) = try engine()
        try await engine.transaction { _ = try $0.execute("CREATE TABLE thing (t TEXT NOT NULL)") }
        await #expect(throws: Stop.self) {
            try await engine.transaction { database in
                try database.execute("INSERT INTO thing (t) VALUES ($1)", .text("a"))
                throw Stop()
            }
        }
        let count = try await engine.read { try $0.first("SELECT count(*) AS n FROM thing")?.integer("n") }
        #expect(count == 0)
        try await engine.close()
        try FileManager.default.removeItem(at: folder)
    }

    @Test func writes_waitForTheDisk() async throws {
        let (engine, folder) = try engine()
        let found = try await engine.diagnosis()
        #expect(found.isDurable)
        try await engine.close()
        try FileManager.default.removeItem(at: folder)
    }

    @Test func databaseOfANewerVersion_isRefusedWithAClearLine() async throws {
        let (engine, folder) = try engine()
        let file = folder.appendingPathComponent("t.sqlite")
        try await engine.migrate(file: file, now: .t0)
        try await engine.transaction { database in
            _ = try database.execute(
                "INSERT INTO schema_migration (version, name, applied_at) VALUES ($1, $2, $3)", .int(999),
                .text("from the future"), .int(0)
            )
        }
        let fault = await #expect(throws: ConfigurationFault.self) { try await engine.migrate(file: file, now: .t0) }
        #expect(fault?.message.contains("schema 999") == true)
        #expect(fault?.message.contains("\n") == false)
        try await engine.close()
        try FileManager.default.removeItem(at: folder)
    }

    @Test func newSchema_comesAfterACopyOfTheOld() async throws {
        let (engine, folder) = try engine()
        let file = folder.appendingPathComponent("t.sqlite")
        let last = try #require(Migrations.all.last).version
        try await engine.migrate(file: file, now: .t0)
        let next = Migration(version: last + 1, name: "next", statements: ["CREATE TABLE thing (n INT64)"])
        try await engine.migrate(file: file, now: .t0, steps: Migrations.all + [next])
        _ = try await engine.read { try $0.query("SELECT n FROM thing") }
        let copy = try SQLiteEngine(path: file.appendingPathExtension("before-schema-\(last + 1)").path)
        let version = try await copy.read { try Migrations.version(in: $0) }
        #expect(version == last)
        try await copy.close()
        try await engine.close()
        try FileManager.default.removeItem(at: folder)
    }

    @Test func newSchema_thatFailsHalfWay_leavesTheOld() async throws {
        let (engine, folder) = try engine()
        let file = folder.appendingPathComponent("t.sqlite")
        let last = try #require(Migrations.all.last).version
        try await engine.migrate(file: file, now: .t0)
        let next = Migration(
            version: last + 1, name: "next", statements: ["CREATE TABLE thing (n INT64)", "CREATE NONSENSE"])
        await #expect(throws: (any Error).self) {
            try await engine.migrate(file: file, now: .t0, steps: Migrations.all + [next])
        }
        let (version, isThere) = try await engine.read { database in
            let table = try database.first("SELECT name FROM sqlite_master WHERE name = 'thing'")
            return (try Migrations.version(in: database), table != nil)
        }
        #expect(version == last)
        #expect(!isThere)
        try await engine.close()
        try FileManager.default.removeItem(at: folder)
    }

    @Test func secondServerOnAFolder_isRefused() async throws {
        let test = try await TestStore.make()
        await #expect(throws: ConfigurationFault.self) {
            try await NoticeStore.open(
                folder: test.folder, register: test.store.associations, baseURL: "http://127.0.0.1",
                effects: test.world.effects
            )
        }
        try await test.end()
    }
}
