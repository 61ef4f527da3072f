import Foundation

/// ArgumentParser's fixed English in the reader's language.
///
/// The library has no table of its own words, so the phrases it builds are replaced one by one; what is not known here
/// stays English.
enum UsageText {
    ///
    /// - Parameter words: The reader's; `nil` leaves the text as it is.
    static func localized(_ text: String, words: StringTable?) -> String {
        guard let words else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line(String($0), words: words) }
            .joined(separator: "\n")
    }

    private static func line(_ line: String, words: StringTable) -> String {
        for (phrase, key) in fixed where line.hasPrefix(phrase) {
            return words[key] + line.dropFirst(phrase.count)
        }
        for message in messages {
            if let text = message.localized(line, words: words) { return text }
        }
        let indent = line.prefix { $0 == " " }
        if line.dropFirst(indent.count).hasPrefix("default: ") {
            // The line broke behind the semicolon.
            let also = words[.usageAlsoDefault].drop { $0 == ";" || $0 == " " }
            return String(indent + also + line.dropFirst(indent.count + "default: ".count))
        }
        return line.replacing("Show help information.", with: words[.usageShowHelp])
            .replacing("Show the version.", with: words[.usageShowVersion])
            .replacing("Show subcommand help information.", with: words[.usageShowSubcommandHelp])
            .replacing("(default: ", with: words[.usageDefault])
            .replacing("; default: ", with: words[.usageAlsoDefault])
            .replacing("(values: ", with: words[.usageValues])
    }

    private static let fixed: [(String, StringKey)] = [
        ("OVERVIEW: ", .usageOverview), ("USAGE: ", .usageUsage), ("Usage: ", .usageUsage),
        ("ARGUMENTS:", .usageArguments), ("OPTIONS:", .usageOptions), ("SUBCOMMANDS:", .usageSubcommands),
        ("Help:  ", .usageHelp),
    ]

    /// The special before the general: the first that fits is taken.
    private static let messages: [Message] = [
        Message("Error: Missing expected argument '(.+)'", .usageMissingArgument),
        Message("Error: Missing value for '(.+)'", .usageMissingValue),
        Message("Error: Unknown option '([^']+)'.*", .usageUnknownOption),
        Message("Error: Unexpected argument '(.+)'", .usageUnexpectedArgument),
        Message("Error: [0-9]+ unexpected arguments: '(.+)'", .usageUnexpectedArgument),
        Message(
            "Error: The value '(.*)' is invalid for '([^']+)'\\. Please provide one of (.+)\\.", .usageInvalidChoice,
            names: ["value", "name", "choices"]),
        Message(
            "Error: The value '(.*)' is invalid for '([^']+)'.*", .usageInvalidValue, names: ["value", "name"]),
        Message("Error: (.+)", .usageError),
        Message("  See '(.+) <subcommand>' for detailed help\\.", .usageDetailedHelp),
        Message("  See '(.+)' for more information\\.", .usageMoreInformation),
    ]

    /// A sentence that ArgumentParser builds, and ours for it.
    private struct Message {
        let pattern: String
        let key: StringKey
        /// What the pattern's groups are called in our sentence.
        let names: [String]

        init(_ pattern: String, _ key: StringKey, names: [String] = ["name"]) {
            self.pattern = pattern
            self.key = key
            self.names = names
        }

        func localized(_ line: String, words: StringTable) -> String? {
            guard let match = try? Regex(pattern).wholeMatch(in: line) else { return nil }
            let groups = match.output.dropFirst().map { String($0.substring ?? "") }
            return words[key, Dictionary(uniqueKeysWithValues: zip(names, groups))]
        }
    }
}
