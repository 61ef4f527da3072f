import NoticeCore

extension NoticeError {
    /// What is wrong with a file that this program was given, and what to do next, in one line.
    func words(about path: String) -> String {
        let name = ["path": path]
        return switch self {
        case .emptyFile: Strings[.failureEmptyFile, name]
        case .badEncoding: Strings[.failureBadEncoding, name]
        case .notFound: Strings[.failureFileNotFound, name]
        case .unsupportedType: Strings[.failureUnsupportedType, name]
        case .typeMismatch: Strings[.failureTypeMismatch, name]
        case .imageTooLarge: Strings[.failureImageTooLarge, name]
        case .corruptImage: Strings[.failureCorruptImage, name]
        case .encryptedPDF: Strings[.failureEncryptedPDF, name]
        case .corruptPDF: Strings[.failureCorruptPDF, name]
        case .pageTooLarge: Strings[.failurePageTooLarge, name]
        case .tooManyPages(let limit): Strings[.failureTooManyPages, ["path": path, "limit": "\(limit)"]]
        case .tooLarge(let limit): Strings[.failureTooLarge, ["path": path, "limit": "\(limit >> 20)"]]
        case .missingTool(let tool): Strings[.failureMissingTool, ["tool": tool.rawValue, "packages": tool.packages]]
        case .unprotected: Strings[.failureUnprotected]
        case .storageFull: Strings[.failureCannotWrite, ["path": "TMPDIR"]]
        // The flaws follow, a line each.
        case .invalid: Strings[.failureFileUnreadable, name]
        case .unauthorized, .forbidden, .conflict, .preconditionFailed, .preconditionMissing, .tooManyRequests,
            .unavailable, .unclosedQuote, .tooManyColumns:
            "\(path): " + Strings[.failureInvalid]
        }
    }
}
