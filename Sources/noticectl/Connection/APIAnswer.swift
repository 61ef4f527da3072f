import ArgumentParser
import Foundation
import NoticeCore

/// What the server answered.
struct APIAnswer: Sendable {
    let status: Int
    /// The `Date` header.
    let date: String?
    let location: String?
    let body: Data

    /// The body of a success.
    ///
    /// - Throws: ``ServerProblem`` for anything else, ``LocalFailure`` when it is no answer of ours.
    func successBody(from server: ServerAddress) throws -> Data {
        switch status {
        case 200..<300:
            return body
        case 300..<400:
            throw LocalFailure.redirected(server: server.text, location: location ?? "?")
        default:
            if let problem = try? APICoding.decode(ProblemBody.self, from: body) {
                throw ServerProblem(body: problem, status: status)
            }
            // A proxy in front speaks for a server that does not.
            if status == 502 || status == 504 { throw LocalFailure.unreachable(server: server.text, .broken) }
            throw ServerProblem(withoutBody: status)
        }
    }

    func decode<Body: Decodable>(_ type: Body.Type, from server: ServerAddress) throws -> Body {
        let data = try successBody(from: server)
        guard let body = try? APICoding.decode(type, from: data) else {
            throw LocalFailure.foreignAnswer(server: server.text)
        }
        return body
    }
}

/// A problem that the server reported (RFC 9457).
struct ServerProblem: Error, Equatable {
    let body: ProblemBody
    /// The HTTP status of the answer.
    let status: Int

    init(body: ProblemBody, status: Int) {
        self.body = body
        self.status = status
    }

    /// For an error answer that says nothing itself.
    init(withoutBody status: Int) {
        let code = Self.code(for: status)
        self.init(
            body: ProblemBody(
                title: Strings[.failureTitle], status: status,
                detail: Strings[.failureStatusOnly, ["status": "\(status)"]], code: code.rawValue),
            status: status)
    }

    /// The case that the server meant; a code unknown here is judged by the status alone.
    var code: NoticeError.Code { NoticeError.Code(rawValue: body.code) ?? Self.code(for: status) }

    var exitCode: ExitCode { ExitCode(code) }

    private static func code(for status: Int) -> NoticeError.Code {
        switch status {
        case 401: .unauthorized
        case 403: .forbidden
        case 404: .notFound
        case 409: .conflict
        case 412: .preconditionFailed
        case 413: .tooLarge
        case 415: .unsupportedType
        case 428: .preconditionRequired
        case 429: .tooManyRequests
        case 400..<500: .invalid
        case 503: .unavailable
        case 507: .storageFull
        default: .internal
        }
    }
}
