import ICalKit

/// What is wrong with a calendar file, as people read it: where, what in their language, what exactly, and by which rule.
enum CalendarWords {
    /// Every word that the library has for something wrong; `not_conforming` never shows, what it wraps does.
    static let codes =
        Diagnostic.Code.allCases.map(\.rawValue)
        + ReadingError.Code.allCases.filter { $0 != .notConforming }.map(\.rawValue)

    static func line(_ file: String, _ diagnostic: Diagnostic) -> String {
        text(
            "\(file):\(diagnostic.line)", diagnostic.code.rawValue, diagnostic.message, section: diagnostic.section)
    }

    static func failure(_ file: String, _ error: ReadingError) -> LocalFailure {
        let code = error.diagnostic?.code.rawValue ?? error.code.rawValue
        return .calendar(
            code: code, detail: text("\(file):\(error.line)", code, error.message, section: error.section))
    }

    static func failure(_ file: String, _ error: ExpansionError) -> LocalFailure {
        let (code, detail) =
            switch error {
            case .tooManyInstances(let limit): (ReadingError.Code.tooManyInstances, "more than \(limit) instances")
            case .tooMuchWork(let limit): (ReadingError.Code.ruleTooComplex, "more than \(limit) steps")
            }
        return .calendar(code: code.rawValue, detail: text(file, code.rawValue, detail, section: "3.8.5"))
    }

    private static func text(_ place: String, _ code: String, _ detail: String, section: String) -> String {
        Strings[
            .iCalFinding,
            [
                "place": SafeText.line(place), "what": Strings.label("calendar", code),
                "detail": SafeText.line(detail), "code": code, "section": section,
            ]]
    }
}
