import Foundation
import Yams

/// One mapping of a settings file; every fault names the file and the key.
struct SettingsFile {
    private let path: String
    /// The keys that lead to this mapping, for messages.
    private let prefix: String
    private let mapping: Node.Mapping

    /// Reads a YAML 1.1 file of at most 256 KiB.
    init(_ url: URL) throws(ConfigurationFault) {
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw ConfigurationFault("\(url.path): this file is missing or cannot be read")
        }
        guard data.count <= 256 * 1024, let text = String(data: data, encoding: .utf8) else {
            throw ConfigurationFault("\(url.path): write this file in UTF-8, at most 256 KiB")
        }
        let node: Node?
        do {
            // Every scalar stays a text: the types that YAML guesses (no, 0o7, 2026-04-01) play no part.
            node = try Yams.compose(yaml: text, .basic)
        } catch {
            let line = (error as? YamlError).flatMap(Self.line(of:)).map { ", line \($0)" } ?? ""
            throw ConfigurationFault("\(url.path)\(line): this is not valid YAML")
        }
        guard let mapping = node?.mapping else {
            throw ConfigurationFault("\(url.path): expected “key: value” lines")
        }
        self.init(path: url.path, prefix: "", mapping: mapping)
    }

    private init(path: String, prefix: String, mapping: Node.Mapping) {
        self.path = path
        self.prefix = prefix
        self.mapping = mapping
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }

    func fault(_ key: String, _ message: String) -> ConfigurationFault {
        ConfigurationFault("\(path): \(prefix)\(key): \(message)")
    }

    var keys: [String] { mapping.keys.compactMap { $0.scalar?.string } }

    /// Refuses keys that nobody knows: most likely they are mistyped.
    func allow(_ names: String...) throws(ConfigurationFault) {
        for key in keys where !names.contains(key) {
            throw fault(key, "unknown key; known are \(names.joined(separator: ", "))")
        }
    }

    func text(_ key: String, default fallback: String? = nil) throws(ConfigurationFault) -> String {
        guard let node = mapping[key] else {
            if let fallback { return fallback }
            throw fault(key, "this is missing")
        }
        guard let text = node.scalar?.string, !text.isEmpty else { throw fault(key, "write a text here") }
        return text
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String, default fallback: Word
    ) throws(ConfigurationFault) -> Word {
        guard let node = mapping[key] else { return fallback }
        guard let word = node.scalar.flatMap({ Word(rawValue: $0.string) }) else {
            throw fault(key, "use \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return word
    }

    func number(
        _ key: String, in range: ClosedRange<Int>, default fallback: Int
    ) throws(ConfigurationFault) -> Int {
        guard let node = mapping[key] else { return fallback }
        guard let number = node.scalar.flatMap({ Int($0.string) }), range.contains(number) else {
            throw fault(key, "write a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func day(_ key: String) throws(ConfigurationFault) -> SchoolDay? {
        guard let node = mapping[key] else { return nil }
        guard let day = node.scalar.flatMap({ SchoolDay($0.string) }) else {
            throw fault(key, "write a day as YYYY-MM-DD")
        }
        return day
    }

    func map(_ key: String) throws(ConfigurationFault) -> SettingsFile? {
        guard let node = mapping[key] else { return nil }
        guard let inner = node.mapping else { throw fault(key, "expected “key: value” lines below it") }
        return SettingsFile(path: path, prefix: "\(prefix)\(key).", mapping: inner)
    }

    func list(_ key: String) throws(ConfigurationFault) -> [String] {
        guard let node = mapping[key] else { return [] }
        guard let sequence = node.sequence else { throw fault(key, "expected a list") }
        return sequence.compactMap { $0.scalar?.string }
    }

    /// All entries as texts.
    func texts() throws(ConfigurationFault) -> [String: String] {
        var texts: [String: String] = [:]
        for key in keys { texts[key] = try text(key) }
        return texts
    }

    /// A Japanese text, or one by language.
    func localized(_ key: String) throws(ConfigurationFault) -> LocalizedText {
        guard let map = mapping[key]?.mapping.map({ SettingsFile(path: path, prefix: "\(prefix)\(key).", mapping: $0) })
        else { return LocalizedText(ja: try text(key)) }
        try map.allow("ja", "en", "ja-simple")
        var others: [Language: String] = [:]
        for language in Language.allCases where language != .ja && map.keys.contains(language.rawValue) {
            others[language] = try map.text(language.rawValue)
        }
        return LocalizedText(ja: try map.text("ja"), others: others)
    }

    /// `3` means classes 1 to 3; a list names them.
    func countOrList(_ key: String) throws(ConfigurationFault) -> [Int] {
        if let count = mapping[key]?.scalar.flatMap({ Int($0.string) }), (1...30).contains(count) {
            return Array(1...count)
        }
        let numbers = try list(key).compactMap { Int($0) }
        guard !numbers.isEmpty, numbers.allSatisfy((1...99).contains) else {
            throw fault(key, "write how many classes there are, or a list of their numbers")
        }
        return Set(numbers).sorted()
    }
}
