import Foundation

/// Files that are on disk when a call returns: written beside their place, synced, renamed, their folder synced.
enum DurableFile {
    /// A failed system call, with the code it left.
    struct Fault: Error {
        let call: String
        let code: Int32
    }

    /// Writes a whole file.
    static func write(_ bytes: [UInt8], to url: URL, mode: mode_t) throws {
        let temporary = url.appendingPathExtension("part")
        let file = try create(temporary, mode: mode)
        do {
            try append(bytes, to: file)
            try sync(file)
            Glibc.close(file)
        } catch {
            Glibc.close(file)
            unlink(temporary.path)
            throw error
        }
        try move(temporary, to: url)
    }

    static func create(_ url: URL, mode: mode_t) throws -> Int32 {
        let file = open(url.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard file >= 0 else { throw fault("open") }
        return file
    }

    /// Makes an empty file that only its owner can read, unless it exists.
    static func makePrivate(_ url: URL) throws {
        let file = open(url.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fault("open") }
        Glibc.close(file)
    }

    static func append(_ bytes: some ContiguousBytes, to file: Int32) throws {
        try bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let written = Glibc.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if written < 0 && errno == EINTR { continue }
                guard written > 0 else { throw fault("write") }
                offset += written
            }
        }
    }

    static func sync(_ file: Int32) throws {
        guard fsync(file) == 0 else { throw fault("fsync") }
    }

    /// Renames and syncs the folder, so that the name survives a power cut too.
    static func move(_ source: URL, to destination: URL) throws {
        guard rename(source.path, destination.path) == 0 else { throw fault("rename") }
        try syncFolder(destination.deletingLastPathComponent())
    }

    static func syncFolder(_ folder: URL) throws {
        let handle = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw fault("open") }
        defer { Glibc.close(handle) }
        try sync(handle)
    }

    /// Makes a folder that only its owner can enter, and its parents.
    static func makeFolder(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw fault("mkdir")
        }
    }

    private static func fault(_ call: String) -> any Error {
        let code = errno
        return code == ENOSPC || code == EDQUOT ? NoticeError.storageFull : Fault(call: call, code: code)
    }
}
