import Foundation
import HTTPTypes
import Hummingbird
import Mustache
import NoticeCore

/// One page: a value with finished words, and a template without logic.
protocol Page: Sendable {
    static var template: String { get }
    var frame: PageFrame { get }
}

/// Fills the templates.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// - Throws: ``ConfigurationFault`` when a template is missing or does not parse.
    init(folder: URL) throws(ConfigurationFault) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw ConfigurationFault("cannot read \(folder.path): install the server's resources again")
        }
        var library = MustacheLibrary()
        for name in names where name.hasSuffix(".mustache") {
            let file = folder.appendingPathComponent(name)
            guard let data = FileManager.default.contents(atPath: file.path),
                let text = String(bytes: data, encoding: .utf8),
                (try? library.register(text, named: String(name.dropLast(9)))) != nil
            else { throw ConfigurationFault("cannot use \(file.path): install the server's resources again") }
        }
        self.library = library
    }

    func html(_ page: some Page) throws -> String {
        guard let html = library.render(page, withTemplate: type(of: page).template) else { throw MissingTemplate() }
        return html
    }

    func response(_ page: some Page, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: page.frame.language],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try html(page)))
        )
    }

    /// A page to be saved and printed anywhere: its style sheet stands in it, and it asks no server for anything.
    func standalone(_ page: some Page, style: String) throws -> String {
        let lines = try html(page).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.compactMap { line in
            if line.hasPrefix("<link rel=\"stylesheet\"") { return "<style>\n\(style)</style>" }
            return line.hasPrefix("<link ") ? nil : Self.withoutPictures(line)
        }.joined(separator: "\n")
    }

    private static func withoutPictures(_ line: Substring) -> String {
        guard let start = line.range(of: "<img "), let end = line[start.upperBound...].firstIndex(of: ">") else {
            return String(line)
        }
        return String(line[..<start.lowerBound] + line[line.index(after: end)...])
    }

    struct MissingTemplate: Error {}
}
