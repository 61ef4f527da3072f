import Foundation

/// A file on the officer's machine that is there, is a file and can be read.
struct LocalFile: Equatable, Sendable {
    let path: String
    /// Bytes.
    let size: Int64

    /// The last part of the path: what the server is told.
    var name: String { (path as NSString).lastPathComponent }

    init(_ path: String) throws(LocalFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .fileNotFound(path) }
        guard status.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 else { throw .fileUnreadable(path) }
        self.path = path
        size = Int64(status.st_size)
    }

    func contents() throws(LocalFailure) -> Data {
        guard let data = FileManager.default.contents(atPath: path) else { throw .fileUnreadable(path) }
        return data
    }
}
