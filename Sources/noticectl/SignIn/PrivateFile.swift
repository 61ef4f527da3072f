import Foundation
import NoticeCore

/// Files that nobody else on the machine may read: mode 0600 from their first moment.
enum PrivateFile {
    /// Writes a new file; one that is there already is never touched.
    static func create(_ path: String, contents: Data) throws(LocalFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path) }
        let written = StandardStream(descriptor: descriptor).write(Array(contents)) && fsync(descriptor) == 0
        guard close(descriptor) == 0, written else {
            unlink(path)
            throw .cannotWrite(path)
        }
    }

    /// Puts a file in place of the one that may be there, whole or not at all.
    static func replace(_ path: String, contents: Data, effects: Effects) throws(LocalFailure) {
        let folder = (path as NSString).deletingLastPathComponent
        let suffix = Digest(of: effects.randomBytes(16)).hex.prefix(12)
        let beside = path + ".new-\(suffix)"
        try create(beside, contents: contents)
        guard rename(beside, path) == 0 else {
            unlink(beside)
            throw .cannotWrite(path)
        }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor >= 0 {
            fsync(descriptor)
            close(descriptor)
        }
    }

    /// Makes a folder that only its owner may enter, and those above it.
    static func makeFolder(_ path: String) throws(LocalFailure) {
        let parent = (path as NSString).deletingLastPathComponent
        if !parent.isEmpty, !FileManager.default.fileExists(atPath: parent) { try makeFolder(parent) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .cannotWrite(path) }
    }

    /// Reads a file that only its owner can read.
    ///
    /// - Returns: `nil` when it is not there.
    /// - Throws: ``LocalFailure/profileExposed(_:)`` when others could read it too.
    static func read(_ path: String) throws(LocalFailure) -> Data? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .fileUnreadable(path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .fileUnreadable(path) }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else { throw .profileExposed(path) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        guard let data = try? handle.readToEnd() ?? Data() else { throw .fileUnreadable(path) }
        return data
    }
}
