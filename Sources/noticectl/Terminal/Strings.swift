import Foundation
import NoticeCore

/// The interface's words in the language of this run.
enum Strings {
    static let language = Language.preferred(in: ProcessInfo.processInfo.environment)

    /// Read once; `main` stops with one line when it is missing.
    static let table: Result<StringTable, ResourceBundle.Missing> = {
        do throws(ResourceBundle.Missing) {
            return .success(try StringTable(language, in: ResourceBundle()))
        } catch {
            return .failure(error)
        }
    }()

    static subscript(key: StringKey, values: [String: String] = [:]) -> String {
        switch table {
        case .success(let table): table[key, values]
        case .failure: key.rawValue
        }
    }

    /// The word for a value of the API, or the value itself when a newer server sends one unknown here.
    ///
    /// - Parameter family: The first part of the key: `kind`, `state`, `role` …
    static func label(_ family: String, _ value: String) -> String {
        StringKey(rawValue: "\(family).\(value)").map { Strings[$0] } ?? SafeText.line(value)
    }
}

/// One language's words.
struct StringTable: Equatable, Sendable {
    let entries: [String: String]

    init(entries: [String: String]) {
        self.entries = entries
    }

    init(_ language: Language, in bundle: ResourceBundle) throws(ResourceBundle.Missing) {
        let name = "Strings/\(language.rawValue).json"
        let data = try bundle.contents(of: name)
        guard let entries = try? JSONDecoder().decode([String: String].self, from: data) else {
            throw ResourceBundle.Missing(path: name)
        }
        self.entries = entries
    }

    /// The words of `key`, `{name}` replaced by the value of that name.
    ///
    /// Values are put in as they are: a brace inside one is never read as a placeholder.
    subscript(key: StringKey, values: [String: String] = [:]) -> String {
        let template = entries[key.rawValue] ?? key.rawValue
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            text += rest[..<open]
            text += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// The names of the placeholders of `key`, sorted.
    func placeholders(of key: StringKey) -> [String] {
        var names: [String] = []
        var rest = (entries[key.rawValue] ?? "")[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names.sorted()
    }
}
