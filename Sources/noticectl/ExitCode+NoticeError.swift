import ArgumentParser
import NoticeCore

/// The only mapping from what went wrong to exit statuses (sysexits.h, as CONTRACT chooses them).
extension ExitCode {
    static let usage = ExitCode(64)
    static let badInput = ExitCode(65)
    static let notFound = ExitCode(66)
    static let unreachable = ExitCode(69)
    static let internalError = ExitCode(70)
    static let cannotStore = ExitCode(73)
    static let conflictOrBusy = ExitCode(75)
    static let notAllowed = ExitCode(77)

    init(_ code: NoticeError.Code) {
        switch code {
        case .invalid: self = .badInput
        case .unauthorized: self = .notAllowed
        case .forbidden: self = .notAllowed
        case .notFound: self = .notFound
        case .conflict: self = .conflictOrBusy
        case .preconditionFailed: self = .conflictOrBusy
        // This program always sends the precondition: without one, the defect is here.
        case .preconditionRequired: self = .internalError
        case .tooLarge: self = .badInput
        case .unsupportedType: self = .badInput
        case .tooManyRequests: self = .conflictOrBusy
        case .storageFull: self = .cannotStore
        case .unavailable: self = .conflictOrBusy
        case .internal: self = .internalError
        case .emptyFile: self = .badInput
        case .typeMismatch: self = .badInput
        case .badEncoding: self = .badInput
        case .unclosedQuote: self = .badInput
        case .tooManyColumns: self = .badInput
        case .imageTooLarge, .corruptImage, .encryptedPDF, .corruptPDF, .tooManyPages, .pageTooLarge: self = .badInput
        }
    }

    init(_ failure: LocalFailure) {
        switch failure {
        case .usage: self = .usage
        case .fileNotFound, .fileUnreadable: self = .notFound
        case .emptyFile, .badEncoding, .profileDamaged, .invalidSecret, .calendar: self = .badInput
        case .cannotWrite: self = .cannotStore
        case .notSignedIn, .profileExposed: self = .notAllowed
        case .unreachable, .redirected, .foreignAnswer: self = .unreachable
        case .refused(_, let error): self.init(error.code)
        // What stands in the letter is its author's to correct; what clashes with what is registered may be settled otherwise.
        case .unconfirmed(let warnings, _): self = warnings.allSatisfy(\.isAboutMatch) ? .conflictOrBusy : .badInput
        }
    }

    /// The words themselves are missing.
    init(_ missing: ResourceBundle.Missing) {
        self = .internalError
    }
}
