import Foundation
import GRDB

extension SQLiteEngine {
    /// Brings a database to the newest schema: in one transaction, after a copy of the file.
    ///
    /// - Parameter steps: Every step that this program knows, in order.
    /// - Throws: ``ConfigurationFault`` for a database that a newer version of the program wrote.
    func migrate(file: URL, now: Moment, steps: [Migration] = Migrations.all) async throws {
        let newest = steps.last?.version ?? 0
        let version = try await transaction { database in
            try database.execute(Self.migrationTable)
            return try Migrations.version(in: database)
        }
        guard version <= newest else {
            throw ConfigurationFault(
                "NOTICE_DATA: this folder was written by a newer version (schema \(version), this program knows "
                    + "\(newest)); install the newer version"
            )
        }
        let missing = steps.filter { $0.version > version }
        guard !missing.isEmpty else { return }
        if version > 0 { try await copy(to: file.appendingPathExtension("before-schema-\(newest)")) }
        try await transaction { database in
            for step in missing {
                for statement in step.statements { try database.execute(Self.dialect(statement)) }
                try database.execute(
                    "INSERT INTO schema_migration (version, name, applied_at) VALUES ($1, $2, $3)",
                    .int(step.version), .text(step.name), .moment(now)
                )
            }
        }
    }

    private static let migrationTable = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            version INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            applied_at INTEGER NOT NULL
        ) STRICT
        """

    /// The engine's words for the four column types, and strict tables.
    static func dialect(_ statement: String) -> String {
        let words = ["INT64": "INTEGER", "BYTES": "BLOB", "DOUBLE": "REAL"]
        let replaced = words.reduce(statement) { $0.replacingOccurrences(of: " \($1.key)", with: " \($1.value)") }
        return statement.hasPrefix("CREATE TABLE") ? replaced + " STRICT" : replaced
    }
}
