import Foundation
import Testing

/// Whoever reads a symbol of the library finds the section of the standard that it serves.
@Suite struct CitationTests {
    @Test func everyPublicSymbol_citesItsSection() throws {
        var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let folder = root.appendingPathComponent("Sources/ICalKit")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var symbols = 0
        for file in files.sorted() where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for symbol in PublicSymbol.all(in: text) {
                symbols += 1
                #expect(symbol.documentation.contains("RFC "), "\(file): \(symbol.declaration)")
            }
        }
        #expect(symbols > 300)
        print("checked the citations of \(symbols) public symbols")
    }
}

/// A declaration that other modules see, with the comment above it.
private struct PublicSymbol {
    let declaration: String
    let documentation: String

    static func all(in text: String) -> [PublicSymbol] {
        var found: [PublicSymbol] = []
        var documentation: [Substring] = []
        /// Where the cases of a public enumeration or the members of a public protocol stand.
        var open: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == " " }.count
            let code = line.dropFirst(indent)
            if code.hasPrefix("///") {
                documentation.append(code.dropFirst(3))
                continue
            }
            if code.hasPrefix("@") { continue }
            if let level = open, indent == level, code.hasPrefix("}") { open = nil }
            // What a public enumeration computes for itself is not public; its cases are, and a protocol's variables.
            let isMember = open.map { indent == $0 + 4 && (code.hasPrefix("case ") || code.hasSuffix("{ get set }")) }
            if isMember ?? false || code.hasPrefix("public ") && !code.hasPrefix("public import") {
                found.append(
                    PublicSymbol(declaration: String(code), documentation: documentation.joined(separator: "\n")))
            }
            let opens = code.hasPrefix("public enum ") || code.hasPrefix("public protocol ")
            if opens, !code.hasSuffix("}") { open = indent }
            documentation = []
        }
        return found
    }
}
