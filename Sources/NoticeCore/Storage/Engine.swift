/// The seam to a database engine (ARCHITECTURE, decision 1): everything that `Storage/` asks of one.
///
/// Statements are written once, in the subset that SQLite and PostgreSQL share, with `$1`, `$2` … bound by number; a number
/// may stand in any order and several times.
protocol Engine: Sendable {
    /// Runs `body` on a consistent snapshot.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any DatabaseSession) throws -> Value) async throws -> Value

    /// Runs `body` in one transaction, durable when this returns.
    ///
    /// `body` may run again (an engine that retries): no effects, clock or randomness inside.
    func transaction<Value: Sendable>(
        _ body: @escaping @Sendable (any DatabaseSession) throws -> Value
    ) async throws -> Value

    /// Facts for `doctor`.
    func diagnosis() async throws -> EngineDiagnosis

    func close() async throws
}

/// One connection within a transaction or snapshot.
protocol DatabaseSession {
    func query(_ statement: String, _ parameters: [DatabaseValue]) throws -> [Row]
    /// - Returns: The number of rows changed.
    @discardableResult
    func execute(_ statement: String, _ parameters: [DatabaseValue]) throws -> Int
}

extension DatabaseSession {
    func query(_ statement: String, _ parameters: DatabaseValue...) throws -> [Row] {
        try query(statement, parameters)
    }

    @discardableResult
    func execute(_ statement: String, _ parameters: DatabaseValue...) throws -> Int {
        try execute(statement, parameters)
    }

    func first(_ statement: String, _ parameters: DatabaseValue...) throws -> Row? {
        try query(statement, parameters).first
    }
}

/// What `doctor` wants to know of an engine.
struct EngineDiagnosis: Sendable {
    let name: String
    let version: String
    /// Whether an acknowledged write is on disk.
    let isDurable: Bool
    /// Whether the version has a known defect, and which.
    let defect: String?
}
