import Foundation
import NoticeCore

/// Where settings come from: the environment, and below it the file that `NOTICE_CONFIG` names.
struct SettingsSource {
    private let environment: [String: String]
    private let file: [String: String]
    let fileName: String?

    init(environment: [String: String]) throws(ConfigurationFault) {
        self.environment = environment
        fileName = environment["NOTICE_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        file = if let fileName { try Self.read(fileName) } else { [:] }
    }

    /// - Returns: `nil` for a setting that is absent or empty.
    subscript(name: String) -> String? {
        let value = environment[name] ?? file[name]
        return value?.isEmpty == false ? value : nil
    }

    /// Lines of `NAME=value`; `#` begins a comment line; quotes around a value are dropped.
    private static func read(_ path: String) throws(ConfigurationFault) -> [String: String] {
        guard let data = FileManager.default.contents(atPath: path), let text = String(bytes: data, encoding: .utf8)
        else {
            throw ConfigurationFault("NOTICE_CONFIG: cannot read \(path): give a text file of NAME=value lines")
        }
        var settings: [String: String] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let equals = line.firstIndex(of: "=") else {
                throw ConfigurationFault("\(path), line \(index + 1): not NAME=value")
            }
            let name = line[..<equals].trimmingCharacters(in: .whitespaces)
            guard ServerConfiguration.names.contains(name) else {
                throw ConfigurationFault("\(path), line \(index + 1): there is no setting \(name)")
            }
            settings[name] = unquoted(line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces))
        }
        return settings
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count >= 2, let first = value.first, first == value.last, first == "\"" || first == "'" else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }
}
