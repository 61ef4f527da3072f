import Foundation

/// What a person is asked on the terminal.
enum Question {
    /// Whether somebody sits there who can answer.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

    enum Answer: Equatable {
        case yes
        case no
        /// Standard input has ended.
        case nobody
    }

    /// Asks for yes or no, on a terminal or of whatever feeds standard input; everything but a clear yes is no.
    static func answer(to question: String) -> Answer {
        StandardStream.error.write(Array("\(question) [y/N] ".utf8))
        guard let line = readLine() else { return .nobody }
        return isYes(line) ? .yes : .no
    }

    static func isYes(_ line: String) -> Bool {
        let answer = line.trimmingCharacters(in: .whitespaces).lowercased().precomposedStringWithCompatibilityMapping
        return ["y", "yes", "はい"].contains(answer)
    }
}
