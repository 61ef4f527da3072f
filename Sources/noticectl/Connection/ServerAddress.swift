import ArgumentParser
import Foundation

/// The address of a server: scheme, host, port, and a path if a proxy puts it under one.
struct ServerAddress: Equatable, Sendable, Codable {
    /// Without a slash at the end.
    let text: String

    /// - Returns: `nil` unless it is `https`, or `http` on this very machine: a device token must not cross a network in
    ///   the clear.
    init?(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let parts = URLComponents(string: trimmed), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.query == nil, parts.fragment == nil
        else { return nil }
        switch parts.scheme?.lowercased() {
        case "https": break
        case "http" where Self.isLoopback(host): break
        default: return nil
        }
        self.text = String(trimmed.reversed().drop { $0 == "/" }.reversed())
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = ServerAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a server's address")
        }
        self = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers.first == 127 && !numbers.contains(nil)
    }
}

extension ServerAddress: ExpressibleByArgument {
    init?(argument: String) {
        self.init(argument)
    }
}
