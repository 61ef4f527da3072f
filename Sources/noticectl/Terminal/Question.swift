import Foundation

/// What a person is asked on the terminal.
enum Question {
    /// Whether somebody sits there who can answer.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

    /// Asks for yes or no; everything but a clear yes is no.
    static func isConfirmed(_ question: String) -> Bool {
        StandardStream.error.write(Array("\(question) [y/N] ".utf8))
        let answer = (readLine() ?? "").trimmingCharacters(in: .whitespaces).lowercased()
            .precomposedStringWithCompatibilityMapping
        return ["y", "yes", "はい"].contains(answer)
    }
}
