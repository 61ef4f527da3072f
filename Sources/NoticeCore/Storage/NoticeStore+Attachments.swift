public import Foundation

extension NoticeStore {
    /// Begins to take a file in; nothing is kept before ``AttachmentUpload/finish()`` returns.
    ///
    /// - Parameter limit: Bytes; more are refused.
    public func beginAttachment(fileName: String, limit: Int, by officer: Officer) async throws -> AttachmentUpload {
        try officer.require(.authors)
        let name = try Self.fileName(fileName)
        let (engine, now) = (engine, effects.now)
        return try AttachmentUpload(
            archive: archive, inspector: inspector, name: newID(AttachmentUpload.self).text, fileName: name,
            limit: limit
        ) { digest, type, size, name in
            let moment = now()
            try await engine.transaction { database in
                let added = try database.execute(
                    """
                    INSERT INTO attachment (digest, association_id, media_type, size, created_at)
                    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (digest, association_id) DO NOTHING
                    """,
                    .digest(digest), .slug(officer.association), .text(type.mediaType), .int(size), .moment(moment)
                )
                guard added > 0 else { return }
                try AuditLog.append(
                    AuditEntry(
                        association: officer.association, actor: .officer(officer.id), act: .uploadFile,
                        subject: digest.hex
                    ),
                    at: moment, in: database
                )
            }
            return AttachmentReferenceBody(digest: digest.hex, fileName: name, mediaType: type.mediaType, size: size)
        }
    }

    /// A file as it arrived, for officers only.
    public func attachment(
        _ digest: Digest, for officer: Officer
    ) async throws -> (reference: AttachmentReferenceBody, file: URL) {
        let row = try await engine.read { database in
            try database.first(
                "SELECT media_type, size FROM attachment WHERE digest = $1 AND association_id = $2",
                .digest(digest), .slug(officer.association)
            )
        }
        guard let row else { throw NoticeError.notFound }
        let type = try row.text("media_type")
        let suffix = FileType(rawValue: type)?.preferredExtension ?? "bin"
        let reference = AttachmentReferenceBody(
            digest: digest.hex, fileName: "\(digest.hex.prefix(12)).\(suffix)", mediaType: type,
            size: try row.integer("size")
        )
        return (reference, archive.url(of: digest))
    }

    /// The name for people; the one on disk is the digest, so nothing in it can lead anywhere.
    private static func fileName(_ given: String) throws(NoticeError) -> String {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        return try line(last, field: "file_name", limit: 200)
    }
}
