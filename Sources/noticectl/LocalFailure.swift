import NoticeCore

/// What stops a command on this machine, before or beside the server's own problems.
enum LocalFailure: Error, Equatable {
    case usage(String)
    case fileNotFound(String)
    case fileUnreadable(String)
    case emptyFile(String)
    case badEncoding(String)
    case cannotWrite(String)
    case notSignedIn(profile: String)
    /// Others on this machine could read the sign-in.
    case profileExposed(String)
    case profileDamaged(String)
    /// What came from standard input or a file cannot be a household's secret.
    case invalidSecret
    /// A calendar file that cannot be read, and why, in a line.
    case calendar(code: String, detail: String)
    case unreachable(server: String, Reason)
    case redirected(server: String, location: String)
    /// Something answered that is not our server.
    case foreignAnswer(server: String)
    /// A file that cannot be read as a letter.
    case refused(String, NoticeError)
    /// Warnings that nobody has looked at yet, and where the drafts lie.
    case unconfirmed([ProposalWarning], sheet: String)

    enum Reason: String, CaseIterable, Sendable {
        case refused
        case unknownHost
        case timeout
        case certificate
        case broken
    }

    /// One line: what happened and what to do next.
    var message: String {
        switch self {
        case .usage(let text): text
        case .fileNotFound(let path): Strings[.failureFileNotFound, ["path": path]]
        case .fileUnreadable(let path): Strings[.failureFileUnreadable, ["path": path]]
        case .emptyFile(let path): Strings[.failureEmptyFile, ["path": path]]
        case .badEncoding(let path): Strings[.failureBadEncoding, ["path": path]]
        case .cannotWrite(let path): Strings[.failureCannotWrite, ["path": path]]
        case .notSignedIn(let profile): Strings[.failureNotSignedIn, ["profile": profile]]
        case .profileExposed(let path): Strings[.failureProfileExposed, ["path": path]]
        case .profileDamaged(let path): Strings[.failureProfileDamaged, ["path": path]]
        case .invalidSecret: Strings[.failureInvalidSecret]
        case .calendar(_, let detail): Strings[.iCalUnreadable, ["detail": detail]]
        case .unreachable(let server, let reason): Strings[Self.key(reason), ["server": server]]
        case .redirected(let server, let location):
            Strings[.failureRedirected, ["server": server, "location": location]]
        case .foreignAnswer(let server): Strings[.failureForeignAnswer, ["server": server]]
        case .refused(let path, let error): error.words(about: path)
        case .unconfirmed(let warnings, let sheet):
            Strings[
                .failureUnconfirmed,
                [
                    "count": "\(warnings.count)", "path": sheet,
                    "codes": Set(warnings.map(\.code)).sorted().joined(separator: ","),
                ]]
        }
    }

    /// The word in the `code` member when the failure is printed as a problem.
    var code: String {
        switch self {
        case .usage: "usage"
        case .fileNotFound: "not_found"
        case .fileUnreadable: "unreadable"
        case .emptyFile: "empty_file"
        case .badEncoding: "bad_encoding"
        case .cannotWrite: "cannot_write"
        case .notSignedIn: "unauthorized"
        case .profileExposed: "profile_exposed"
        case .profileDamaged: "profile_damaged"
        case .invalidSecret: "invalid"
        case .calendar(let code, _): code
        case .unreachable, .redirected, .foreignAnswer: "unreachable"
        case .refused(_, let error): error.code.rawValue
        case .unconfirmed: "unconfirmed"
        }
    }

    private static func key(_ reason: Reason) -> StringKey {
        switch reason {
        case .refused: .failureRefused
        case .unknownHost: .failureUnknownHost
        case .timeout: .failureTimeout
        case .certificate: .failureCertificate
        case .broken: .failureBroken
        }
    }
}
