import Foundation
import Hummingbird
import NoticeCore

/// The fields of a form that a page sent (`application/x-www-form-urlencoded`).
struct Form {
    private let fields: [String: [String]]

    init(_ request: Request) async throws {
        let mediaType = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard mediaType == "application/x-www-form-urlencoded" else { throw NoticeError.unsupportedType }
        let text = String(decoding: try await request.bytes(), as: UTF8.self)
        var fields: [String: [String]] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.flatMap(Self.decoded) else { continue }
            fields[name, default: []].append(parts.count > 1 ? Self.decoded(parts[1]) ?? "" : "")
        }
        self.fields = fields
    }

    /// - Returns: `nil` for a field that is absent or empty.
    subscript(name: String) -> String? {
        fields[name]?.first.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Every box that was ticked under one name.
    func values(of name: String) -> [String] { fields[name] ?? [] }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
