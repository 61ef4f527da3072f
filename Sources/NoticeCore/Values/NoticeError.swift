/// What went wrong, as far as a person can act on it.
///
/// Every case has one ``Code``; the server maps codes to HTTP statuses (RFC 9457 problems), the command line to exit
/// statuses. Any other error that is thrown is a defect.
public enum NoticeError: Error, Equatable, Sendable {
    case invalid([Flaw])
    case unauthorized
    case forbidden(Refusal)
    case notFound
    case conflict(Conflict)
    /// Somebody else was faster; the newer version travels along.
    case preconditionFailed(revision: Int)
    case preconditionMissing
    case tooLarge(limitBytes: Int)
    case unsupportedType
    case tooManyRequests(retryAfterSeconds: Int)
    case storageFull
    case unavailable
    case emptyFile
    case typeMismatch
    case badEncoding
    case unclosedQuote(line: Int)
    case tooManyColumns
    case imageTooLarge
    case corruptImage
    case encryptedPDF
    case corruptPDF
    case tooManyPages(limit: Int)
    case pageTooLarge
    /// A program that this machine lacks; a person can install it.
    case missingTool(ReadingTool)
    /// This machine refuses the sandbox in which files are read.
    case unprotected

    /// Why somebody who is signed in may not do a thing.
    public enum Refusal: String, Sendable, CaseIterable {
        case role
        case approverIsAuthor = "approver_is_author"
        case otherAssociation = "other_association"
    }

    /// Why a thing cannot be done in its present state.
    public enum Conflict: String, Sendable, CaseIterable {
        case needsSecondPerson = "needs_second_person"
        case alreadyPublished = "already_published"
        case notSubmitted = "not_submitted"
        case notOpen = "not_open"
        case stale
        case blockedByPrivacyFlag = "blocked_by_privacy_flag"
        case explicitLookNeeded = "explicit_look_needed"
        case nothingToPublish = "nothing_to_publish"
        case alreadyUsed = "already_used"
        case alreadyCancelled = "already_cancelled"
        case notPublished = "not_published"
    }

    /// The word in the `code` member of a problem body (CONTRACT, "Server").
    public enum Code: String, CaseIterable, Sendable {
        case invalid
        case unauthorized
        case forbidden
        case notFound = "not_found"
        case conflict
        case preconditionFailed = "precondition_failed"
        case preconditionRequired = "precondition_required"
        case tooLarge = "too_large"
        case unsupportedType = "unsupported_type"
        case tooManyRequests = "too_many_requests"
        case storageFull = "storage_full"
        case unavailable
        case `internal`
        case emptyFile = "empty_file"
        case typeMismatch = "type_mismatch"
        case badEncoding = "bad_encoding"
        case unclosedQuote = "csv_unclosed_quote"
        case tooManyColumns = "csv_too_many_columns"
        case imageTooLarge = "image_too_large"
        case corruptImage = "corrupt_image"
        case encryptedPDF = "encrypted_pdf"
        case corruptPDF = "corrupt_pdf"
        case tooManyPages = "too_many_pages"
        case pageTooLarge = "page_too_large"
    }

    public var code: Code {
        switch self {
        case .invalid: .invalid
        case .unauthorized: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .preconditionFailed: .preconditionFailed
        case .preconditionMissing: .preconditionRequired
        case .tooLarge: .tooLarge
        case .unsupportedType: .unsupportedType
        case .tooManyRequests: .tooManyRequests
        case .storageFull: .storageFull
        case .unavailable: .unavailable
        case .emptyFile: .emptyFile
        case .typeMismatch: .typeMismatch
        case .badEncoding: .badEncoding
        case .unclosedQuote: .unclosedQuote
        case .tooManyColumns: .tooManyColumns
        case .imageTooLarge: .imageTooLarge
        case .corruptImage: .corruptImage
        case .encryptedPDF: .encryptedPDF
        case .corruptPDF: .corruptPDF
        case .tooManyPages: .tooManyPages
        case .pageTooLarge: .pageTooLarge
        case .missingTool, .unprotected: .unavailable
        }
    }

    /// One flaw in one field.
    public static func invalid(_ code: Flaw.Code, field: String, value: String = "") -> NoticeError {
        .invalid([Flaw(code, field: field, value: value)])
    }
}
