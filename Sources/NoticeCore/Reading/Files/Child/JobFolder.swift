import Foundation

/// A private folder for the files of one job; gone when the job is, however it ends.
struct JobFolder: Sendable {
    let path: String

    /// - Throws: ``NoticeError/storageFull`` when no folder can be made.
    static func with<Result>(_ body: (JobFolder) async throws -> Result) async throws -> Result {
        let folder = try JobFolder()
        defer { folder.remove() }
        return try await body(folder)
    }

    private init() throws {
        var template = Array((NSTemporaryDirectory() as NSString).appendingPathComponent("otayori-XXXXXX").utf8CString)
        // mkdtemp(3) makes it readable for its owner alone.
        guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
            throw NoticeError.storageFull
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func remove() {
        // A job that failed because the disk broke must still report its own failure, not this one.
        _ = try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Shows a file from elsewhere under a plain name: what an officer called it could look like an option.
    func link(_ name: String, to target: String) throws {
        let absolute = URL(fileURLWithPath: target).standardizedFileURL.path
        try FileManager.default.createSymbolicLink(atPath: file(name), withDestinationPath: absolute)
    }

    func write(_ text: String, as name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    }

    func size(of name: String) -> Int {
        var status = stat()
        return stat(file(name), &status) == 0 ? Int(status.st_size) : 0
    }

    func contents(of name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    func delete(_ name: String) { unlink(file(name)) }
}
