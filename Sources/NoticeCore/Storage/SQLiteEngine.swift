import Foundation
import GRDB

/// SQLite through GRDB: write-ahead log, `synchronous=FULL`, foreign keys, one writing connection.
///
/// SQLite before 3.51.3 can lose commits when two connections write or checkpoint at once, so nothing but this value's one
/// writer ever opens the file for writing; ``FolderLock`` keeps a second process out.
struct SQLiteEngine: Engine {
    private let pool: DatabasePool

    /// - Parameter path: The database file; its folder exists.
    init(path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 3
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -2048")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // DatabasePool sets NORMAL when it opens, which loses acknowledged commits on power loss.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } catch {
            throw Self.translated(error)
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any DatabaseSession) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.read { try body(SQLiteSession(database: $0)) }
        } catch {
            throw Self.translated(error)
        }
    }

    func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (any DatabaseSession) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.write { try body(SQLiteSession(database: $0)) }
        } catch {
            throw Self.translated(error)
        }
    }

    func diagnosis() async throws -> EngineDiagnosis {
        try await pool.writeWithoutTransaction { database in
            let version = try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""
            let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
            let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
            return EngineDiagnosis(
                name: "SQLite", version: version, isDurable: synchronous >= 2 && journal == "wal",
                defect: Self.hasResetDefect(version) ? "WAL-reset" : nil
            )
        }
    }

    /// Writes a consistent copy of the whole database, synced.
    func copy(to file: URL) async throws {
        try await pool.writeWithoutTransaction { database in
            unlink(file.path)
            try database.execute(sql: "VACUUM INTO ?", arguments: [file.path])
        }
        let handle = try FileHandle(forUpdating: file)
        try handle.synchronize()
        try handle.close()
    }

    func close() async throws {
        try pool.close()
    }

    /// What a person can act on; anything else stays a defect.
    private static func translated(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        switch error.resultCode {
        case .SQLITE_FULL: return NoticeError.storageFull
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: return NoticeError.storageFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: return NoticeError.unavailable
        default: return error
        }
    }

    /// 3.7.0–3.51.2 (SECURITY, "Measured traps").
    private static func hasResetDefect(_ version: String) -> Bool {
        let parts = version.split(separator: ".").compactMap { Int($0) }
        guard parts.count >= 3 else { return true }
        return (parts[0], parts[1], parts[2]) < (3, 51, 3)
    }
}
