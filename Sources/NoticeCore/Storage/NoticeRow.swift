/// A letter's newest revision.
struct LetterRow: Sendable {
    let id: Notice.ID
    let latestRevision: Int
    let liveRevision: Int
    let withdrawn: Moment?
    let written: Moment
    let content: NoticeContent
    let changeSet: ChangeSet
}

/// The table `notice_revision`.
enum NoticeRevisionRow {
    static let columns = """
        r.source AS source, r.title AS title, r.body AS body, r.issued_on AS issued_on,
        r.whole_association AS whole_association, r.school_id AS school_id, r.grades AS grades, r.classes AS classes,
        r.privacy_flags AS privacy_flags
        """

    static func content(from row: Row, attachments: [AttachedFile]) throws -> NoticeContent {
        NoticeContent(
            source: try row.word("source"), title: try row.text("title"), text: try row.text("body"),
            issued: try row.day("issued_on"), audience: try row.audience(), privacyFlags: try row.privacyFlags(),
            attachments: attachments
        )
    }
}

extension DatabaseSession {
    /// - Throws: ``NoticeError/notFound`` also for one of another association.
    func letter(_ id: Notice.ID, of association: Association.ID) throws -> LetterRow {
        guard
            let row = try first(
                """
                SELECT n.latest_revision AS latest_revision, n.live_revision AS live_revision,
                    n.withdrawn_at AS withdrawn_at, r.created_at AS created_at, r.change_set_id AS change_set_id,
                    \(NoticeRevisionRow.columns)
                FROM notice n JOIN notice_revision r ON r.notice_id = n.id AND r.revision = n.latest_revision
                WHERE n.id = $1 AND n.association_id = $2
                """,
                .id(id), .slug(association)
            )
        else { throw NoticeError.notFound }
        let revision = try row.integer("latest_revision")
        return LetterRow(
            id: id, latestRevision: revision, liveRevision: try row.integer("live_revision"),
            withdrawn: try row.momentIfAny("withdrawn_at"), written: try row.moment("created_at"),
            content: try NoticeRevisionRow.content(from: row, attachments: attachments(of: id, revision: revision)),
            changeSet: try changeSet(row.id("change_set_id"), of: association)
        )
    }

    func attachments(of notice: Notice.ID, revision: Int) throws -> [AttachedFile] {
        try query(
            """
            SELECT digest, file_name, privacy_flags FROM notice_attachment
            WHERE notice_id = $1 AND revision = $2 ORDER BY position
            """,
            .id(notice), .int(revision)
        ).map { row in
            AttachedFile(
                digest: Digest(stored: try row.bytes("digest")), fileName: try row.text("file_name"),
                privacyFlags: try row.privacyFlags()
            )
        }
    }

    /// Writes a revision of a letter and its files.
    ///
    /// - Throws: ``NoticeError/invalid(_:)`` for a file that was never uploaded.
    func write(_ content: NoticeContent, of id: Notice.ID, revision: Int, in set: ChangeSet) throws {
        try execute(
            """
            INSERT INTO notice_revision (notice_id, revision, change_set_id, source, title, body, issued_on,
                whole_association, school_id, grades, classes, privacy_flags, author_id, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            .id(id), .int(revision), .id(set.id), .word(content.source), .text(content.title), .text(content.text),
            .day(content.issued), .flag(content.audience == .wholeAssociation), .slug(content.audience.school),
            .numbers(content.audience.grades), .text(content.audience.classes.map(\.text).joined(separator: ",")),
            .flags(content.privacyFlags), .id(set.author), .moment(set.created)
        )
        for (position, file) in content.attachments.enumerated() {
            let isKnown =
                try first(
                    "SELECT 1 AS found FROM attachment WHERE digest = $1 AND association_id = $2",
                    .digest(file.digest), .slug(set.association)
                ) != nil
            guard isKnown else {
                throw NoticeError.invalid(.unknownAttachment, field: "attachments[\(position)].digest")
            }
            try execute(
                """
                INSERT INTO notice_attachment (notice_id, revision, position, association_id, digest, file_name,
                    privacy_flags)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                .id(id), .int(revision), .int(position), .slug(set.association), .digest(file.digest),
                .text(file.fileName), .flags(file.privacyFlags)
            )
        }
    }

    /// A letter as officers see it.
    func noticeBody(_ id: Notice.ID, of association: Association.ID) throws -> NoticeBody {
        let letter = try letter(id, of: association)
        let content = letter.content
        return NoticeBody(
            id: id.text, revision: letter.latestRevision,
            publishedRevision: letter.liveRevision == 0 ? nil : letter.liveRevision,
            state: letter.withdrawn != nil ? "withdrawn" : letter.changeSet.state.rawValue,
            changeSet: letter.changeSet.id.text, school: content.audience.school?.text,
            source: content.source.rawValue, title: content.title, text: content.text, issued: content.issued.text,
            wholeAssociation: content.audience == .wholeAssociation, grades: content.audience.grades,
            classes: content.audience.classes.map(\.text),
            privacyFlags: content.privacyFlags.map(\.rawValue).sorted(),
            attachments: try content.attachments.map { try attachmentBody($0, of: association) },
            events: try events(linkedTo: id, of: association).map(\.body), updated: letter.written.text
        )
    }

    private func attachmentBody(_ file: AttachedFile, of association: Association.ID) throws -> AttachmentReferenceBody
    {
        let row = try first(
            "SELECT media_type, size FROM attachment WHERE digest = $1 AND association_id = $2",
            .digest(file.digest), .slug(association)
        )
        return AttachmentReferenceBody(
            digest: file.digest.hex, fileName: file.fileName, mediaType: try row?.text("media_type"),
            size: try row?.integer("size"), privacyFlags: file.privacyFlags.map(\.rawValue).sorted()
        )
    }
}
