public import Foundation

/// The one JSON dialect of `/api/v1`: snake_case keys, sorted, slashes unescaped.
///
/// A property named `householdURL` needs `case householdURL = "householdUrl"` among its coding keys: the strategy knows
/// no acronyms.
public enum APICoding {
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    /// - Throws: ``NoticeError/invalid(_:)`` that names the field, for JSON that does not fit.
    public static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(type, from: data)
        } catch let error as DecodingError {
            throw NoticeError.invalid([flaw(for: error)])
        }
    }

    private static func flaw(for error: DecodingError) -> Flaw {
        switch error {
        case .keyNotFound(let key, let context): Flaw(.missing, field: path(context.codingPath + [key]))
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            Flaw(.malformed, field: path(context.codingPath))
        @unknown default: Flaw(.malformed, field: "body")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        var path = ""
        for key in keys {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + snakeCase(key.stringValue)
            }
        }
        return path.isEmpty ? "body" : path
    }

    private static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}
