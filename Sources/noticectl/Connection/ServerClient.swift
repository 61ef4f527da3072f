import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NoticeCore

/// The one HTTP client: sends requests to one server and makes one line out of a connection that fails.
struct ServerClient: Sendable {
    let server: ServerAddress
    let credential: Credential
    let association: String?
    let language: Language
    private let http: HTTPClient

    /// The largest answer that is read: a digest of a big school stays far below.
    private static let answerLimit = 64 << 20

    /// Opens a client for the time of `work`.
    static func withClient<Result>(
        of server: ServerAddress, credential: Credential, association: String?, language: Language = Strings.language,
        _ work: (ServerClient) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(10), read: .seconds(60), write: .seconds(60))
        configuration.connectionPool.retryConnectionEstablishment = false
        return try await HTTPClient.withHTTPClient(configuration: configuration) { http in
            try await work(
                ServerClient(
                    server: server, credential: credential, association: association, language: language, http: http))
        }
    }

    func get<Body: Decodable>(_ type: Body.Type, _ path: String) async throws -> Body {
        try await send(.get(path), for: type)
    }

    func send<Body: Decodable>(_ request: APIRequest, for type: Body.Type) async throws -> Body {
        try await answer(to: request).decode(type, from: server)
    }

    /// - Parameter progress: Told while a file is sent.
    func answer(to request: APIRequest, progress: Progress? = nil) async throws -> APIAnswer {
        var outgoing = HTTPClientRequest(url: server.text + request.target)
        outgoing.method = .init(rawValue: request.method.rawValue)
        for (name, value) in request.headers(credential: credential, association: association, language: language) {
            outgoing.headers.add(name: name, value: value)
        }
        switch request.body {
        case .none: break
        case .json(let data): outgoing.body = .bytes(ByteBuffer(bytes: data))
        case .file(let path, let size, _):
            outgoing.body = .stream(FileStream(path: path, progress: progress), length: .known(size))
        }
        do {
            let response = try await http.execute(outgoing, timeout: Self.patience(for: request))
            let body = try await response.body.collect(upTo: Self.answerLimit)
            return APIAnswer(
                status: Int(response.status.code), date: response.headers.first(name: "date"),
                location: response.headers.first(name: "location"), body: Data(body.readableBytesView))
        } catch {
            throw failure(for: error)
        }
    }

    /// An upload over a slow line may take ten minutes, as the server allows; everything else a minute.
    private static func patience(for request: APIRequest) -> TimeAmount {
        if case .file = request.body { return .minutes(10) }
        return .seconds(60)
    }

    private func failure(for error: any Error) -> any Error {
        if error is LocalFailure || error is CancellationError { return error }
        return LocalFailure.unreachable(server: server.text, Self.reason(for: error))
    }

    /// Why there is no connection, as far as a person can use it.
    static func reason(for error: any Error) -> LocalFailure.Reason {
        switch error {
        case let error as HTTPClientError:
            let timeouts: [HTTPClientError] = [.connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded]
            if timeouts.contains(error) { return .timeout }
            return error == .tlsHandshakeTimeout ? .certificate : .broken
        case let error as NIOConnectionError:
            guard let first = error.connectionErrors.first else {
                return error.dnsAError == nil && error.dnsAAAAError == nil ? .broken : .unknownHost
            }
            return reason(for: first.error)
        case let error as IOError:
            return error.errnoCode == ECONNREFUSED ? .refused : .broken
        case is ChannelError:
            return .timeout
        default:
            // NIOSSL is not among this target's modules; its errors are all about certificates or the handshake.
            return String(reflecting: type(of: error)).hasPrefix("NIOSSL") ? .certificate : .broken
        }
    }
}
