import Foundation
import GRDB

/// One GRDB connection as the seam sees it. Parameters are bound by name: SQLite numbers `$2` by first appearance.
struct SQLiteSession: DatabaseSession {
    let database: Database

    func query(_ statement: String, _ parameters: [DatabaseValue]) throws -> [Row] {
        let prepared = try database.cachedStatement(sql: statement)
        let cursor = try GRDB.Row.fetchCursor(prepared, arguments: arguments(of: parameters))
        let columns = RowColumns(prepared.columnNames)
        let count = prepared.columnCount
        var rows: [Row] = []
        while let row = try cursor.next() {
            rows.append(Row(columns: columns, values: (0..<count).map { Self.value(row[$0]) }))
        }
        return rows
    }

    func execute(_ statement: String, _ parameters: [DatabaseValue]) throws -> Int {
        let prepared = try database.cachedStatement(sql: statement)
        try prepared.execute(arguments: arguments(of: parameters))
        return database.changesCount
    }

    private func arguments(of parameters: [DatabaseValue]) -> StatementArguments {
        var named: [String: (any DatabaseValueConvertible)?] = [:]
        named.reserveCapacity(parameters.count)
        for (index, parameter) in parameters.enumerated() {
            named[String(index + 1)] = .some(Self.convertible(parameter))
        }
        return StatementArguments(named)
    }

    private static func convertible(_ value: DatabaseValue) -> (any DatabaseValueConvertible)? {
        switch value {
        case .null: nil
        case .text(let text): text
        case .integer(let number): number
        case .double(let number): number
        case .bytes(let bytes): Data(bytes)
        }
    }

    private static func value(_ value: GRDB.DatabaseValue) -> DatabaseValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .double(number)
        case .string(let text): .text(text)
        case .blob(let data): .bytes(Array(data))
        }
    }
}
