import Foundation
import NoticeCore

/// Secrets come from standard input or from a file, never from an argument, where every process could read them.
enum SecretInput {
    /// - Parameters:
    ///   - file: The file named on the command line; else standard input is read.
    ///   - prompt: What a person at a terminal is asked.
    ///   - hidden: Whether typing stays invisible.
    static func text(file: String?, prompt: String, hidden: Bool) throws -> String {
        if let file {
            let data = try LocalFile(file).contents()
            guard let text = String(data: data, encoding: .utf8) else { throw LocalFailure.badEncoding(file) }
            return firstLine(of: text)
        }
        guard Question.canAsk else { return firstLine(of: readLine() ?? "") }
        StandardStream.error.write(Array((prompt + " ").utf8))
        return firstLine(of: hidden ? readHiddenLine() : readLine() ?? "")
    }

    /// A household's secret, or the address of its page, which ends with it.
    static func household(
        in text: String
    ) throws(LocalFailure) -> (secret: Secret<HouseholdSecret>, server: ServerAddress?) {
        guard let mark = text.range(of: SiteRoute.home("")) else {
            guard let secret = Secret<HouseholdSecret>(presented: text) else { throw .invalidSecret }
            return (secret, nil)
        }
        guard let secret = Secret<HouseholdSecret>(presented: text[mark.upperBound...]) else { throw .invalidSecret }
        return (secret, ServerAddress(String(text[..<mark.lowerBound])))
    }

    private static func firstLine(of text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first ?? ""
        return line.trimmingCharacters(in: .whitespaces)
    }

    private static func readHiddenLine() -> String {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine() ?? "" }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            StandardStream.error.write(line: "")
        }
        return readLine() ?? ""
    }
}
