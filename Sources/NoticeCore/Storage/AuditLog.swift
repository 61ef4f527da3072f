/// The chain of an association's audit entries.
enum AuditLog {
    static func append(_ entry: AuditEntry, at moment: Moment, in database: any DatabaseSession) throws {
        let last = try database.first(
            "SELECT number, hash FROM audit_entry WHERE association_id = $1 ORDER BY number DESC LIMIT 1",
            .slug(entry.association)
        )
        let number = try (last?.integer("number") ?? 0) + 1
        let previous = try last?.bytes("hash") ?? start
        let hash = link(
            association: entry.association.text, number: number, at: moment.milliseconds, actor: entry.actor.text,
            act: entry.act.rawValue, subject: entry.subject, detail: entry.detail, previous: previous
        )
        try database.execute(
            """
            INSERT INTO audit_entry (association_id, number, at, actor, act, subject, detail, previous, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            .slug(entry.association), .int(number), .moment(moment), .text(entry.actor.text), .word(entry.act),
            .text(entry.subject), .text(entry.detail), .bytes(previous), .bytes(hash)
        )
    }

    /// Follows the chain from its beginning.
    static func verify(_ association: Association.ID, in database: any DatabaseSession) throws -> AuditVerificationBody
    {
        var previous = start
        var expected = 1
        while true {
            let rows = try database.query(
                """
                SELECT number, at, actor, act, subject, detail, previous, hash FROM audit_entry
                WHERE association_id = $1 AND number >= $2 ORDER BY number LIMIT 500
                """,
                .slug(association), .int(expected)
            )
            for row in rows {
                let hash = link(
                    association: association.text, number: expected, at: Int64(try row.integer("at")),
                    actor: try row.text("actor"), act: try row.text("act"), subject: try row.text("subject"),
                    detail: try row.text("detail"), previous: previous
                )
                guard try row.integer("number") == expected, try row.bytes("previous") == previous,
                    try row.bytes("hash") == hash
                else {
                    return AuditVerificationBody(
                        intact: false, entries: expected - 1, head: Digest(stored: previous).hex, brokenAt: expected
                    )
                }
                previous = hash
                expected += 1
            }
            if rows.count < 500 { break }
        }
        return AuditVerificationBody(
            intact: true, entries: expected - 1, head: Digest(stored: previous).hex, brokenAt: nil
        )
    }

    /// What the first entry names as its predecessor.
    private static let start = [UInt8](repeating: 0, count: 32)

    private static func link(
        association: String, number: Int, at: Int64, actor: String, act: String, subject: String, detail: String,
        previous: [UInt8]
    ) -> [UInt8] {
        var bytes = previous
        for field in [association, String(number), String(at), actor, act, subject, detail] {
            let text = Array(field.utf8)
            bytes += withUnsafeBytes(of: UInt32(text.count).bigEndian, Array.init)
            bytes += text
        }
        return Digest(of: bytes).bytes
    }
}
