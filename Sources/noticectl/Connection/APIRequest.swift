import Foundation
import NoticeCore

/// One request to `/api/v1`, before a connection is thought of.
struct APIRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    enum Body: Sendable {
        case none
        case json(Data)
        case file(path: String, size: Int64, mediaType: String)
    }

    var method: Method
    var path: String
    var query: [(name: String, value: String)] = []
    /// The revision that a change builds on (RFC 9110, section 13.1.1).
    var ifMatch: Int?
    var body = Body.none

    init(_ method: Method, _ path: String) {
        self.method = method
        self.path = path
    }

    static func get(_ path: String) -> APIRequest { APIRequest(.get, path) }
    static func post(_ path: String) -> APIRequest { APIRequest(.post, path) }
    static func delete(_ path: String) -> APIRequest { APIRequest(.delete, path) }

    /// Adds a query item; without a value, nothing.
    func asking(_ name: String, _ value: String?) -> APIRequest {
        guard let value else { return self }
        var request = self
        request.query.append((name, value))
        return request
    }

    func asking(_ name: String, _ value: Int?) -> APIRequest { asking(name, value.map(String.init)) }

    func sending(_ body: some Encodable) throws -> APIRequest {
        var request = self
        request.body = .json(try APICoding.encode(body))
        return request
    }

    func uploading(_ file: LocalFile, as mediaType: String) -> APIRequest {
        var request = self
        request.body = .file(path: file.path, size: file.size, mediaType: mediaType)
        return request
    }

    func ifMatch(_ revision: Int) -> APIRequest {
        var request = self
        request.ifMatch = revision
        return request
    }

    /// The path and query behind the server's address; only unreserved characters stand unescaped (RFC 3986, 2.3).
    var target: String {
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { "\($0.name)=\($0.value.pathSegment)" }.joined(separator: "&")
    }

    /// The headers, in their order.
    func headers(credential: Credential, association: String?, language: Language) -> [(String, String)] {
        var headers = [
            ("Accept", "application/json, application/problem+json, */*;q=0.5"), ("Accept-Language", language.rawValue),
            ("User-Agent", "noticectl"),
        ]
        if let authorization = credential.authorization { headers.append(("Authorization", authorization)) }
        if let association { headers.append(("Otayori-Association", association)) }
        if let ifMatch { headers.append(("If-Match", "\"\(ifMatch)\"")) }
        switch body {
        case .none: break
        case .json: headers.append(("Content-Type", "application/json"))
        case .file(_, _, let mediaType): headers.append(("Content-Type", mediaType))
        }
        return headers
    }
}

extension String {
    /// The text as one segment of a path, so that an identifier somebody typed can never lead elsewhere.
    var pathSegment: String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let escaped = addingPercentEncoding(withAllowedCharacters: plain) ?? ""
        return escaped.allSatisfy({ $0 == "." }) ? escaped.replacing(".", with: "%2E") : escaped
    }
}
