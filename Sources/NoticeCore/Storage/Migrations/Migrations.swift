/// One step of the schema: statements in the shared subset, with the engine's four column words.
///
/// `INT64`, `DOUBLE`, `BYTES` and `TEXT` are replaced by what the engine calls them; a table is strict where the engine
/// knows that. Strings only, append-only, frozen once released.
struct Migration: Sendable {
    let version: Int
    let name: String
    let statements: [String]
}

/// Every step, in order.
enum Migrations {
    static let all: [Migration] = [.m0001CreateSchema, .m0002RememberColumns, .m0003RememberMatches]

    /// The version of an existing database; 0 for an empty one.
    static func version(in session: any DatabaseSession) throws -> Int {
        try session.first("SELECT max(version) AS version FROM schema_migration")?.integerIfAny("version") ?? 0
    }
}
