import ArgumentParser
import NoticeCore

/// An error as it is reported: an exit status and a problem body.
struct Failure: Equatable {
    let status: ExitCode
    let problem: ProblemBody
    /// Whether its details were said before it.
    var isShownAlready = false

    /// - Returns: `nil` for what ArgumentParser reports itself.
    init?(_ error: any Error) {
        switch error {
        case let answer as ServerProblem:
            self.init(answer)
        case let error as NoticeError:
            self.init(error)
        case let failure as LocalFailure:
            self.init(failure)
        case is CleanExit, is ValidationError:
            return nil
        default:
            // ArgumentParser's own errors are internal types of that module.
            guard !String(reflecting: type(of: error)).hasPrefix("ArgumentParser") else { return nil }
            self.init(defect: error)
        }
    }

    private init(_ failure: LocalFailure) {
        status = ExitCode(failure)
        var problems: [FlawBody]?
        switch failure {
        case .refused(_, .invalid(let flaws)):
            problems = flaws.map { FlawBody($0, in: Strings.language) }
        case .unconfirmed(let warnings, _):
            isShownAlready = true
            problems = warnings.map { warning in
                FlawBody(
                    code: warning.code, message: warning.message, field: warning.number.map { "events[\($0 - 1)]" })
            }
        default: break
        }
        problem = ProblemBody(
            title: Strings[.failureTitle], status: 0, detail: failure.message, code: failure.code, problems: problems)
    }

    private init(defect error: any Error) {
        status = .internalError
        problem = ProblemBody(
            title: Strings[.failureTitle], status: 0,
            detail: Strings[.failureInternal, ["type": String(reflecting: type(of: error))]],
            code: NoticeError.Code.internal.rawValue)
    }

    private init(_ answer: ServerProblem) {
        status = answer.exitCode
        problem = answer.body
    }

    /// What this program itself refuses, before anything is sent.
    private init(_ error: NoticeError) {
        status = ExitCode(error.code)
        var problems: [FlawBody] = []
        if case .invalid(let flaws) = error {
            problems = flaws.map { FlawBody($0, in: Strings.language) }
        }
        problem = ProblemBody(
            title: Strings[.failureTitle], status: 0, detail: Strings[.failureInvalid], code: error.code.rawValue,
            problems: problems)
    }

    /// Prints it on standard error: one JSON value with `json`, else words.
    func report(json: Bool) {
        if json, let text = try? APICoding.encode(problem) {
            StandardStream.error.write(line: String(decoding: text, as: UTF8.self))
            return
        }
        StandardStream.error.write(line: "noticectl: " + SafeText.line(problem.detail))
        // Warnings stand under the table that was just shown.
        guard !isShownAlready else { return }
        for flaw in problem.problems ?? [] {
            StandardStream.error.write(line: "  " + FlawLine.text(flaw))
        }
    }
}

/// One flaw, with the place where it stands.
enum FlawLine {
    static func text(_ flaw: FlawBody) -> String {
        let message = SafeText.line(flaw.message)
        let place = place(of: flaw)
        return place.isEmpty ? message : "\(place): \(message)"
    }

    private static func place(of flaw: FlawBody) -> String {
        let column = SafeText.line(flaw.column ?? "")
        if let row = flaw.row {
            return column.isEmpty
                ? Strings[.flawRow, ["row": "\(row)"]]
                : Strings[.flawRowColumn, ["row": "\(row)", "column": column]]
        }
        return column.isEmpty ? SafeText.line(flaw.field ?? "") : column
    }
}
