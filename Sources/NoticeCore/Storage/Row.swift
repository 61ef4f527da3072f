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
