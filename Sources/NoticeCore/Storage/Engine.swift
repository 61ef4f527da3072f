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

/// A value on its way into or out of the database: the four column words of the seam, and NULL.
enum DatabaseValue: Equatable, Sendable {
    case null
    case text(String)
    case integer(Int64)
    case double(Double)
    case bytes([UInt8])
}

/// One row of an answer, decoded by column name.
struct Row: Sendable {
    let columns: RowColumns
    let values: [DatabaseValue]
}

/// The columns of an answer, shared by its rows.
final class RowColumns: Sendable {
    private let index: [String: Int]

    init(_ names: [String]) {
        index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func position(of name: String) -> Int? { index[name] }
}

/// A row does not hold what its statement promised: a defect, never a person's mistake.
struct RowFault: Error {
    let column: String
}

extension Row {
    private func value(_ name: String) throws -> DatabaseValue {
        guard let position = columns.position(of: name) else { throw RowFault(column: name) }
        return values[position]
    }

    func text(_ name: String) throws -> String {
        guard case .text(let text) = try value(name) else { throw RowFault(column: name) }
        return text
    }

    func textIfAny(_ name: String) throws -> String? {
        switch try value(name) {
        case .text(let text): text
        case .null: nil
        default: throw RowFault(column: name)
        }
    }

    func integer(_ name: String) throws -> Int {
        guard case .integer(let number) = try value(name) else { throw RowFault(column: name) }
        return Int(number)
    }

    func integerIfAny(_ name: String) throws -> Int? {
        switch try value(name) {
        case .integer(let number): Int(number)
        case .null: nil
        default: throw RowFault(column: name)
        }
    }

    func flag(_ name: String) throws -> Bool { try integer(name) != 0 }

    func bytes(_ name: String) throws -> [UInt8] {
        guard case .bytes(let bytes) = try value(name) else { throw RowFault(column: name) }
        return bytes
    }

    func id<Entity>(_ name: String, of _: Entity.Type = Entity.self) throws -> EntityID<Entity> {
        guard let id = EntityID<Entity>(try text(name)) else { throw RowFault(column: name) }
        return id
    }

    func idIfAny<Entity>(_ name: String, of _: Entity.Type = Entity.self) throws -> EntityID<Entity>? {
        try textIfAny(name).flatMap(EntityID<Entity>.init)
    }

    func slug<Entity>(_ name: String, of _: Entity.Type = Entity.self) throws -> Slug<Entity> {
        guard let slug = Slug<Entity>(try text(name)) else { throw RowFault(column: name) }
        return slug
    }

    func slugIfAny<Entity>(_ name: String, of _: Entity.Type = Entity.self) throws -> Slug<Entity>? {
        try textIfAny(name).flatMap(Slug<Entity>.init)
    }

    func moment(_ name: String) throws -> Moment { Moment(milliseconds: Int64(try integer(name))) }
    func momentIfAny(_ name: String) throws -> Moment? {
        try integerIfAny(name).map { Moment(milliseconds: Int64($0)) }
    }

    func day(_ name: String) throws -> SchoolDay {
        guard let day = SchoolDay(try text(name)) else { throw RowFault(column: name) }
        return day
    }

    func dayIfAny(_ name: String) throws -> SchoolDay? { try textIfAny(name).flatMap(SchoolDay.init) }

    /// A word of a closed list, as its enumeration.
    func word<Word: RawRepresentable<String>>(_ name: String, as _: Word.Type = Word.self) throws -> Word {
        guard let word = Word(rawValue: try text(name)) else { throw RowFault(column: name) }
        return word
    }

    /// Values joined by line feeds; the domain allows none inside.
    func lines(_ name: String) throws -> [String] {
        try text(name).split(separator: "\n").map(String.init)
    }
}

extension DatabaseValue {
    static func id<Entity>(_ id: EntityID<Entity>) -> DatabaseValue { .text(id.text) }
    static func id<Entity>(_ id: EntityID<Entity>?) -> DatabaseValue { id.map { .text($0.text) } ?? .null }
    static func slug<Entity>(_ slug: Slug<Entity>) -> DatabaseValue { .text(slug.text) }
    static func slug<Entity>(_ slug: Slug<Entity>?) -> DatabaseValue { slug.map { .text($0.text) } ?? .null }
    static func moment(_ moment: Moment) -> DatabaseValue { .integer(moment.milliseconds) }
    static func moment(_ moment: Moment?) -> DatabaseValue { moment.map { .integer($0.milliseconds) } ?? .null }
    static func day(_ day: SchoolDay) -> DatabaseValue { .text(day.text) }
    static func day(_ day: SchoolDay?) -> DatabaseValue { day.map { .text($0.text) } ?? .null }
    static func digest(_ digest: Digest) -> DatabaseValue { .bytes(digest.bytes) }
    static func int(_ number: Int) -> DatabaseValue { .integer(Int64(number)) }
    static func int(_ number: Int?) -> DatabaseValue { number.map { .integer(Int64($0)) } ?? .null }
    static func flag(_ flag: Bool) -> DatabaseValue { .integer(flag ? 1 : 0) }
    static func text(_ text: String?) -> DatabaseValue { text.map { .text($0) } ?? .null }
    static func lines(_ lines: [String]) -> DatabaseValue { .text(lines.joined(separator: "\n")) }
    static func word<Word: RawRepresentable<String>>(_ word: Word) -> DatabaseValue { .text(word.rawValue) }
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
