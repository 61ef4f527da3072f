import Foundation
import NoticeCore
import Testing

@testable import noticectl

extension StringTable {
    /// The shipped words of one language.
    static func shipped(_ language: Language) throws -> StringTable {
        try StringTable(language, in: ResourceBundle())
    }
}

/// A folder that is gone after the test.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        let name = "noticectl-tests-" + Effects.live.uuid().uuidString
        path = (NSTemporaryDirectory() as NSString).appendingPathComponent(name)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and returns its path.
    func file(_ name: String, _ contents: [UInt8]) -> String {
        let file = (path as NSString).appendingPathComponent(name)
        _ = FileManager.default.createFile(atPath: file, contents: Data(contents))
        return file
    }

    func mode(of name: String) throws -> Int {
        let file = (path as NSString).appendingPathComponent(name)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }
}
