import HTTPTypes
import Hummingbird
import NIOCore
import NoticeCore

/// What a failed request is answered with: the only place where errors become HTTP statuses.
struct Problem: Sendable {
    let status: HTTPResponse.Status
    let code: NoticeError.Code
    let title: StringKey
    let detail: StringKey
    var values: [String: String] = [:]
    var reason: String?
    var flaws: [Flaw] = []
    var current: NoticeBody?
    var currentEvent: EventBody?
    var headers: HTTPFields = [:]

    /// - Returns: `nil` for an error that nobody can act on: a defect, logged by its type and answered with `internal`.
    init?(_ error: any Error) {
        switch error {
        case let error as NoticeError: self.init(error)
        case let error as StaleRevision: self.init(error)
        case is ForeignOrigin: self.init(.forbidden, detail: .detailForbiddenOrigin)
        case let error as MethodNotAllowed: self.init(error)
        case let error as HTTPError where error.status == .notFound: self.init(.notFound)
        case is NIOTooManyBytesError: self.init(.tooLarge(limitBytes: BodyLimits().ordinary))
        default: return nil
        }
    }

    static let defect = Problem(.internal, detail: .detailInternal)

    private init(_ code: NoticeError.Code, detail: StringKey) {
        status = code.status
        self.code = code
        title = code.title
        self.detail = detail
    }

    private init(_ error: MethodNotAllowed) {
        self.init(.invalid, detail: .detailMethod, status: .methodNotAllowed, title: .titleMethod)
        values = ["methods": error.allowed]
        headers[.allow] = error.allowed
    }

    private init(_ code: NoticeError.Code, detail: StringKey, status: HTTPResponse.Status, title: StringKey) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
    }

    private init(_ error: StaleRevision) {
        switch error {
        case .notice(let notice):
            self.init(.preconditionFailed(revision: notice.revision))
            current = notice
        case .event(let event):
            self.init(.preconditionFailed(revision: event.revision))
            currentEvent = event
        }
    }

    private init(_ error: NoticeError) {
        self.init(error.code, detail: error.detail)
        switch error {
        case .invalid(let flaws): self.flaws = flaws
        case .forbidden(let refusal): reason = refusal.rawValue
        case .conflict(let conflict): reason = conflict.rawValue
        case .unauthorized: headers[.wwwAuthenticate] = "Bearer"
        case .preconditionFailed(let revision): values = ["revision": String(revision)]
        case .tooLarge(let limit): values = ["limit": Self.size(limit)]
        case .tooManyRequests(let seconds):
            values = ["minutes": String((seconds + 59) / 60)]
            headers[.retryAfter] = String(seconds)
        case .unavailable: headers[.retryAfter] = "5"
        case .unclosedQuote(let line): values = ["line": String(line)]
        case .tooManyPages(let limit): values = ["limit": String(limit)]
        case .missingTool(let tool): values = ["tool": tool.rawValue, "packages": tool.packages]
        case .notFound, .preconditionMissing, .unsupportedType, .storageFull, .emptyFile, .typeMismatch, .badEncoding,
            .tooManyColumns, .imageTooLarge, .corruptImage, .encryptedPDF, .corruptPDF, .pageTooLarge, .unprotected:
            break
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1024 * 1024 ? "\(bytes / (1024 * 1024)) MB" : "\((bytes + 1023) / 1024) KB"
    }
}

/// Somebody else changed the letter or event first; the newer version travels along.
enum StaleRevision: Error {
    case notice(NoticeBody)
    case event(EventBody)
}

/// The path exists, but not for this method.
struct MethodNotAllowed: Error {
    /// As `Allow` lists them (RFC 9110, section 10.2.1).
    let allowed: String
}

extension NoticeError.Code {
    var status: HTTPResponse.Status {
        switch self {
        case .invalid, .emptyFile, .badEncoding, .unclosedQuote, .tooManyColumns, .corruptImage, .encryptedPDF,
            .corruptPDF:
            .unprocessableContent
        case .unauthorized: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .preconditionFailed: .preconditionFailed
        case .preconditionRequired: .preconditionRequired
        case .tooLarge, .imageTooLarge, .tooManyPages, .pageTooLarge: .contentTooLarge
        case .unsupportedType, .typeMismatch: .unsupportedMediaType
        case .tooManyRequests: .tooManyRequests
        case .storageFull: .init(code: 507, reasonPhrase: "Insufficient Storage")
        case .unavailable: .serviceUnavailable
        case .internal: .internalServerError
        }
    }
}
