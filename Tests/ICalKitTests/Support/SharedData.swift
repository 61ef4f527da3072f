import Foundation
import Testing

/// Test data that lies outside of the repository: `OTAYORI_SHARED`, or `../shared` beside it.
enum SharedData {
    static let folder: URL? = {
        var candidates: [URL] = []
        if let path = ProcessInfo.processInfo.environment["OTAYORI_SHARED"] {
            candidates.append(URL(fileURLWithPath: path))
        }
        var parent = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while parent.path != "/" {
            parent.deleteLastPathComponent()
            candidates.append(parent.appendingPathComponent("shared"))
        }
        return candidates.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("testdata/ical").path)
        }
    }()

    static var calendars: URL? { folder?.appendingPathComponent("testdata/ical") }

    static var hostile: URL? { folder?.appendingPathComponent("testdata/hostile/ics") }

    /// Tells whether the data is there, loudly if not: a skipped table must not look like a passed one.
    static var isPresent: Bool {
        if folder == nil { print("SKIPPED: the shared test data is absent; set OTAYORI_SHARED") }
        return folder != nil
    }

    static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    /// The rows of a JSON Lines file below `testdata/ical`.
    static func rows<Row: Decodable>(_ file: String, as: Row.Type = Row.self) throws -> [Row] {
        let url = try #require(calendars).appendingPathComponent(file)
        return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Row.self, from: Data($0))
        }
    }

    /// Every calendar file, by its path below `testdata/ical`.
    static func calendarFiles() throws -> [String] {
        let root = try #require(calendars)
        let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".ics") }.sorted()
    }
}
