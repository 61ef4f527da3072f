import Foundation

/// Files of letters, named by their SHA-256 (ARCHITECTURE, decision 1): `files/ab/abcd…`.
///
/// A file is complete and synced before its row exists. Nothing here is ever served to a household until a cleaned
/// derivative of it was cleared.
struct AttachmentArchive: Sendable {
    let folder: URL

    init(folder: URL) throws {
        self.folder = folder
        try DurableFile.makeFolder(folder)
        try DurableFile.makeFolder(incoming)
    }

    private var incoming: URL { folder.appendingPathComponent("incoming") }

    func url(of digest: Digest) -> URL {
        let hex = digest.hex
        return folder.appendingPathComponent(String(hex.prefix(2))).appendingPathComponent(hex)
    }

    /// Opens a file for what arrives; nobody sees it before ``keep(_:as:)``.
    func begin(name: String) throws -> (url: URL, file: Int32) {
        let url = incoming.appendingPathComponent(name)
        return (url, try DurableFile.create(url, mode: 0o600))
    }

    /// Gives a synced file its name.
    func keep(_ url: URL, as digest: Digest) throws {
        let destination = self.url(of: digest)
        let shelf = destination.deletingLastPathComponent()
        if !FileManager.default.fileExists(atPath: shelf.path) {
            try DurableFile.makeFolder(shelf)
            try DurableFile.syncFolder(folder)
        }
        try DurableFile.move(url, to: destination)
    }

    /// Removes what a crash or a broken connection left behind.
    func sweepIncoming() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: incoming.path)) ?? []
        for name in names { unlink(incoming.appendingPathComponent(name).path) }
    }
}
