import NoticeCore
import Testing

@testable import noticectl

@Suite struct StringsTests {
    @Test(arguments: Language.allCases)
    func table_hasExactlyTheKeysOfTheEnum(_ language: Language) throws {
        let table = try StringTable.shipped(language)
        #expect(Set(table.entries.keys) == Set(StringKey.allCases.map(\.rawValue)))
        #expect(table.entries.filter { $0.value.isEmpty }.map(\.key) == [])
    }

    @Test(arguments: [Language.en, .yasashii])
    func table_hasThePlaceholdersOfTheJapaneseOne(_ language: Language) throws {
        let japanese = try StringTable.shipped(.ja)
        let other = try StringTable.shipped(language)
        for key in StringKey.allCases {
            #expect(other.placeholders(of: key) == japanese.placeholders(of: key), "\(key.rawValue)")
        }
    }

    @Test func value_withBraces_isNeverReadAsPlaceholder() {
        let table = StringTable(entries: ["uploading": "<{file}> {other}"])
        #expect(table[.uploading, ["file": "{other}", "other": "x"]] == "<{other}> x")
    }

    @Test func placeholder_withoutValue_stays() {
        #expect(StringTable(entries: ["uploading": "a {file"])[.uploading, ["file": "x"]] == "a {file")
        #expect(StringTable(entries: ["uploading": "a {file} b"])[.uploading] == "a {file} b")
    }

    @Test func bundle_missing_namesTheFolderInOneLine() {
        let bundle = ResourceBundle(executable: "/nowhere/bin/noticectl")
        #expect(bundle.folder == "/nowhere/bin/otayori_noticectl.resources/Resources")
        #expect(throws: ResourceBundle.Missing.self) { try StringTable(.ja, in: bundle) }
        let message = ResourceBundle.Missing(path: "/nowhere").message
        #expect(message.contains("otayori_noticectl.resources"))
        #expect(!message.contains("\n"))
    }

    @Test(
        arguments: [
            ([:], Language.ja),
            (["LANG": "C"], .ja),
            (["LANG": "POSIX"], .ja),
            (["LANG": "en_US.UTF-8"], .en),
            (["LANG": "ja_JP.UTF-8"], .ja),
            (["LANG": "en_GB", "LC_ALL": "ja_JP.UTF-8"], .ja),
            (["LANG": "ja_JP", "LC_MESSAGES": "en_US"], .en),
            (["LANG": "en_US", "LC_ALL": ""], .en),
            (["LANG": "en_US", "NOTICECTL_LANG": "ja-simple"], .yasashii),
            (["LANG": "en_US", "NOTICECTL_LANG": "nonsense"], .en),
        ] as [([String: String], Language)])
    func language_followsTheLocale(_ environment: [String: String], _ expected: Language) {
        #expect(Language.preferred(in: environment) == expected)
    }
}
