import Foundation
import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct WordsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "Sources/NoticeServer/Resources")

    private static func table(_ language: Language) throws -> [String: String] {
        let file = folder.appendingPathComponent("Strings/\(language.rawValue).json")
        return try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    }

    private static func templates() throws -> [(name: String, text: String)] {
        let folder = folder.appendingPathComponent("Templates")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
            ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
        }
    }

    private static func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{(\w+)\}/).map { String($0.1) })
    }

    @Test(arguments: Language.allCases)
    func everyLanguage_hasEveryKeyAndNoOther(language: Language) throws {
        #expect(Set(try Self.table(language).keys) == Set(StringKey.allCases.map(\.rawValue)))
    }

    @Test(arguments: StringKey.allCases)
    func everyLanguage_fillsInTheSameValues(key: StringKey) throws {
        let texts = try Language.allCases.map { try #require(try Self.table($0)[key.rawValue]) }
        #expect(texts.allSatisfy { !$0.isEmpty })
        #expect(Set(texts.map(Self.placeholders)).count == 1)
    }

    @Test func templates_escapeEverything() throws {
        let templates = try Self.templates()
        #expect(!templates.isEmpty)
        for (name, text) in templates {
            #expect(!text.contains("{{{"), "\(name)")
            #expect(!text.contains("{{&"), "\(name)")
            #expect(!text.contains(" style="), "\(name) has an inline style")
            #expect(!text.contains("<script>"), "\(name) has an inline script")
            #expect(!text.contains(" onclick"), "\(name) has an inline handler")
        }
    }

    @Test func templates_useOnlyWordsThatExist() throws {
        let keys = Set(StringKey.allCases.map(\.rawValue))
        for (name, text) in try Self.templates() {
            for match in text.matches(of: /frame\.words\.(\w+)/) {
                #expect(keys.contains(String(match.1)), "\(name): \(match.1)")
            }
        }
    }

    @Test func everyKey_isSaidSomewhere() throws {
        let root = Self.folder.deletingLastPathComponent()
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        var said = Set(try Self.templates().flatMap { $0.text.matches(of: /\w+/).map { String($0.0) } })
        for name in names where name.hasSuffix(".swift") && !name.hasSuffix("StringKey.swift") {
            let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            said.formUnion(text.matches(of: /\.(\w+)/).map { String($0.1) })
        }
        for key in StringKey.allCases { #expect(said.contains(key.rawValue), "\(key.rawValue)") }
    }

    /// Parents read 予定・お便り・カレンダー, never our own words.
    @Test func words_forFamilies_areEverydayOnes() throws {
        for text in try Self.table(.ja).values {
            for term in ["フィード", "トークン", "エントリ", "サブスクリプション"] { #expect(!text.contains(term), "\(text)") }
        }
    }
}
