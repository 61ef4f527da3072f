import NoticeCore

extension NoticeError.Code {
    /// What kind of problem it is, as a heading.
    var title: StringKey {
        switch self {
        case .invalid: .titleInvalid
        case .unauthorized: .titleUnauthorized
        case .forbidden: .titleForbidden
        case .notFound: .titleNotFound
        case .conflict: .titleConflict
        case .preconditionFailed: .titlePreconditionFailed
        case .preconditionRequired: .titlePreconditionRequired
        case .tooLarge: .titleTooLarge
        case .unsupportedType: .titleUnsupportedType
        case .tooManyRequests: .titleTooManyRequests
        case .storageFull: .titleStorageFull
        case .unavailable: .titleUnavailable
        case .internal: .titleInternal
        case .emptyFile: .titleEmptyFile
        case .typeMismatch: .titleTypeMismatch
        case .badEncoding: .titleBadEncoding
        case .unclosedQuote: .titleUnclosedQuote
        case .tooManyColumns: .titleTooManyColumns
        case .imageTooLarge: .titleImageTooLarge
        case .corruptImage: .titleCorruptImage
        case .encryptedPDF: .titleEncryptedPDF
        case .corruptPDF: .titleCorruptPDF
        case .tooManyPages: .titleTooManyPages
        case .pageTooLarge: .titlePageTooLarge
        }
    }
}

extension NoticeError {
    /// What happened and what to do next.
    var detail: StringKey {
        switch self {
        case .invalid: .detailInvalid
        case .unauthorized: .detailUnauthorized
        case .forbidden(let refusal): refusal.detail
        case .notFound: .detailNotFound
        case .conflict(let conflict): conflict.detail
        case .preconditionFailed: .detailPreconditionFailed
        case .preconditionMissing: .detailPreconditionRequired
        case .tooLarge: .detailTooLarge
        case .unsupportedType: .detailUnsupportedType
        case .tooManyRequests: .detailTooManyRequests
        case .storageFull: .detailStorageFull
        case .unavailable: .detailUnavailable
        case .emptyFile: .detailEmptyFile
        case .typeMismatch: .detailTypeMismatch
        case .badEncoding: .detailBadEncoding
        case .unclosedQuote: .detailUnclosedQuote
        case .tooManyColumns: .detailTooManyColumns
        case .imageTooLarge: .detailImageTooLarge
        case .corruptImage: .detailCorruptImage
        case .encryptedPDF: .detailEncryptedPDF
        case .corruptPDF: .detailCorruptPDF
        case .tooManyPages: .detailTooManyPages
        case .pageTooLarge: .detailPageTooLarge
        case .missingTool: .detailMissingTool
        case .unprotected: .detailUnprotected
        }
    }
}

extension NoticeError.Refusal {
    fileprivate var detail: StringKey {
        switch self {
        case .role: .detailForbiddenRole
        case .approverIsAuthor: .detailForbiddenAuthor
        case .otherAssociation: .detailForbiddenAssociation
        }
    }
}

extension NoticeError.Conflict {
    fileprivate var detail: StringKey {
        switch self {
        case .needsSecondPerson: .detailConflictNeedsSecondPerson
        case .alreadyPublished: .detailConflictAlreadyPublished
        case .notSubmitted: .detailConflictNotSubmitted
        case .notOpen: .detailConflictNotOpen
        case .stale: .detailConflictStale
        case .blockedByPrivacyFlag: .detailConflictBlockedByPrivacyFlag
        case .explicitLookNeeded: .detailConflictExplicitLookNeeded
        case .nothingToPublish: .detailConflictNothingToPublish
        case .alreadyUsed: .detailConflictAlreadyUsed
        case .alreadyCancelled: .detailConflictAlreadyCancelled
        case .notPublished: .detailConflictNotPublished
        }
    }
}
