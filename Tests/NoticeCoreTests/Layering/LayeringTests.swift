import Foundation
import Testing

/// The house's walls, made executable: which target imports what, and where effects may come in.
@Suite struct LayeringTests {
    struct Rule: Sendable, CustomTestStringConvertible {
        let target: String
        let forbidden: Set<String>
        /// Folders of the target in which the modules are allowed after all.
        var except: [String] = []

        var testDescription: String { "\(target) without \(forbidden.sorted().joined(separator: ", "))" }
    }

    private static let ours: Set<String> = ["NoticeCore", "NoticeServer", "noticectl"]
    private static let http: Set<String> = [
        "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTP1", "NIOPosix",
    ]

    static let rules = [
        Rule(
            target: "ICalKit",
            forbidden: ours.union(http).union([
                "GRDB", "Crypto", "Yams", "Logging", "ArgumentParser", "CZlib", "Foundation",
            ])
        ),
        Rule(target: "NoticeCore", forbidden: http.union(["NoticeServer", "noticectl", "ArgumentParser", "Logging"])),
        Rule(target: "NoticeCore", forbidden: ["GRDB", "CPostgres"], except: ["Storage"]),
        Rule(target: "NoticeCore", forbidden: ["Subprocess"], except: ["Intake", "Reading"]),
        Rule(target: "NoticeServer", forbidden: ["GRDB", "ICalKit", "noticectl"]),
        Rule(target: "noticectl", forbidden: ["GRDB", "Hummingbird", "HummingbirdCore", "NoticeServer"]),
        Rule(target: "noticectl", forbidden: ["ICalKit"], except: ["ICal"]),
    ]

    @Test(arguments: rules)
    func target_importsOnlyWhatItsLayerMay(rule: Rule) throws {
        let files = try SourceFile.all(of: rule.target)
        #expect(!files.isEmpty)
        for file in files where !rule.except.contains(file.room) {
            let wrong = file.imports.intersection(rule.forbidden)
            #expect(wrong.isEmpty, "\(file.path) imports \(wrong.sorted().joined(separator: ", "))")
        }
    }

    @Test func clockAndChance_comeInThroughEffectsAlone() throws {
        let readers = ["Date()", "Date.now", "UUID()", "SystemRandomNumberGenerator", ".random(in:", "clock_gettime("]
        for target in ["NoticeCore", "ICalKit", "NoticeServer"] {
            for file in try SourceFile.all(of: target) where file.name != "Effects.swift" {
                for reader in readers {
                    #expect(!file.code.contains(reader), "\(file.path) reads \(reader) by itself")
                }
            }
        }
    }

    @Test func statements_standInStorageAlone() throws {
        let words = ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "PRAGMA "]
        for target in ["NoticeCore", "NoticeServer", "noticectl"] {
            for file in try SourceFile.all(of: target) where file.room != "Storage" {
                for word in words { #expect(!file.code.contains("\"" + word), "\(file.path) speaks SQL") }
            }
        }
    }

    @Test func sources_holdNoShortcuts() throws {
        let shortcuts = ["try!", "as! ", "@unchecked Sendable", "nonisolated(unsafe)", "Task.detached", "SELECT *"]
        for target in ["ICalKit", "NoticeCore", "NoticeServer", "noticectl"] {
            for file in try SourceFile.all(of: target) {
                for shortcut in shortcuts { #expect(!file.code.contains(shortcut), "\(file.path): \(shortcut)") }
            }
        }
    }

    @Test func files_areNotLongerThanOneCanRead() throws {
        for target in ["ICalKit", "NoticeCore", "NoticeServer", "noticectl"] {
            for file in try SourceFile.all(of: target) {
                #expect(file.lineCount <= 400, "\(file.path) has \(file.lineCount) lines")
            }
        }
    }
}

/// A file of the sources, read for its walls.
private struct SourceFile {
    let path: String
    let name: String
    /// The folder below the target.
    let room: String
    let text: String

    static func all(of target: String) throws -> [SourceFile] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/\(target)")
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") && !$0.contains(".docc/") }.sorted().map { name in
            let parts = name.split(separator: "/").map(String.init)
            let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            return SourceFile(
                path: "\(target)/\(name)", name: parts.last ?? name, room: parts.count > 1 ? parts[0] : "", text: text
            )
        }
    }

    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

    /// The text without whole-line comments.
    var code: String {
        text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }

    var imports: Set<String> {
        Set(
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
                    words[..<place].allSatisfy({
                        ["public", "internal", "package", "@testable", "private"].contains($0)
                    })
                else { return nil }
                return words[place + 1].split(separator: ".").first.map(String.init)
            }
        )
    }
}
