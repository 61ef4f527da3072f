import Foundation
import NoticeCore

/// The words of the interface in three languages, read once at the start.
struct StringTable: Sendable {
    private let words: [Language: [String: String]]

    /// - Throws: ``ConfigurationFault`` when a table is missing or lacks a key.
    init(folder: URL) throws(ConfigurationFault) {
        var words: [Language: [String: String]] = [:]
        for language in Language.allCases {
            let file = folder.appendingPathComponent("\(language.rawValue).json")
            guard let data = try? Data(contentsOf: file),
                let table = try? JSONDecoder().decode([String: String].self, from: data)
            else { throw ConfigurationFault("cannot read \(file.path): install the server's resources again") }
            for key in StringKey.allCases {
                guard table[key.rawValue] != nil else {
                    throw ConfigurationFault("\(file.path) lacks \(key.rawValue): install the server's resources again")
                }
            }
            words[language] = table
        }
        self.words = words
    }

    /// A text in the reader's language.
    ///
    /// - Parameter values: What stands in for `{name}`.
    func text(_ key: StringKey, _ language: Language, _ values: [String: String] = [:]) -> String {
        var text = words[language]?[key.rawValue] ?? key.rawValue
        for (name, value) in values { text = text.replacingOccurrences(of: "{\(name)}", with: value) }
        return text
    }

    /// All words of a language by their keys, for templates.
    func words(in language: Language) -> [String: String] { words[language] ?? [:] }
}
