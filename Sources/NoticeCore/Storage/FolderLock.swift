import Foundation

/// Keeps a data folder for one process: two writers could lose commits (``SQLiteEngine``).
///
/// An advisory lock on `lock` in the folder; the kernel drops it when the process ends, however it ends.
struct FolderLock: Sendable {
    private let file: Int32

    /// - Returns: `nil` when another process holds the folder.
    init?(folder: URL) throws {
        let file = open(folder.appendingPathComponent("lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw DurableFile.Fault(call: "open", code: errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(file)
            return nil
        }
        self.file = file
    }

    func release() {
        Glibc.close(file)
    }
}
