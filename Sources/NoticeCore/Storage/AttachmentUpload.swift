import Crypto
import Foundation

/// A file on its way in: appended chunk by chunk, then finished or abandoned.
public actor AttachmentUpload {
    private let archive: AttachmentArchive
    private let url: URL
    private var file: Int32?
    private var hash = SHA256()
    private var size = 0
    private var head: [UInt8] = []
    private let limit: Int
    private let fileName: String
    private let inspector: FileInspector
    private let register: @Sendable (Digest, FileType, Int, String) async throws -> AttachmentReferenceBody

    init(
        archive: AttachmentArchive, inspector: FileInspector, name: String, fileName: String, limit: Int,
        register: @escaping @Sendable (Digest, FileType, Int, String) async throws -> AttachmentReferenceBody
    ) throws {
        self.archive = archive
        self.inspector = inspector
        self.fileName = fileName
        self.limit = limit
        self.register = register
        let (url, file) = try archive.begin(name: name)
        self.url = url
        self.file = file
    }

    /// - Throws: ``NoticeError/tooLarge(limitBytes:)``, ``NoticeError/storageFull``.
    public func append(_ bytes: [UInt8]) throws {
        guard let file else { return }
        guard size + bytes.count <= limit else { throw NoticeError.tooLarge(limitBytes: limit) }
        try DurableFile.append(bytes, to: file)
        hash.update(data: bytes)
        size += bytes.count
        if head.count < FileType.headLength { head += bytes.prefix(FileType.headLength - head.count) }
    }

    /// Looks into the file, syncs it, names it, and registers it.
    ///
    /// - Throws: ``NoticeError/emptyFile``, ``NoticeError/unsupportedType``, ``NoticeError/typeMismatch``, and whatever
    ///   ``FileInspector`` finds wrong with it.
    public func finish() async throws -> AttachmentReferenceBody {
        guard let file else { throw NoticeError.notFound }
        do {
            let type = try FileType(head: head, size: size, fileName: fileName)
            try await inspector.inspect(url.path, name: fileName)
            try DurableFile.sync(file)
            let digest = Digest(hash)
            Glibc.close(file)
            self.file = nil
            try archive.keep(url, as: digest)
            return try await register(digest, type, size, fileName)
        } catch {
            abandon()
            throw error
        }
    }

    /// Drops what has arrived so far.
    public func abandon() {
        guard let file else { return }
        Glibc.close(file)
        self.file = nil
        unlink(url.path)
    }
}
