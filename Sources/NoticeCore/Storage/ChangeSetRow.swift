/// The table `change_set`.
enum ChangeSetRow {
    static let columns = """
        id, association_id, kind, school_id, notice_id, notice_revision, state, reason, author_id, created_at, submitted_at,
        cleared_by, approver_id, cleared_at, returned_reason, published_at
        """

    static func changeSet(from row: Row) throws -> ChangeSet {
        ChangeSet(
            id: try row.id("id"), association: try row.slug("association_id"), kind: try row.word("kind"),
            school: try row.slugIfAny("school_id"), notice: try row.idIfAny("notice_id"),
            noticeRevision: try row.integerIfAny("notice_revision"), state: try row.word("state"),
            reason: try row.textIfAny("reason"), author: try row.id("author_id"), created: try row.moment("created_at"),
            submitted: try row.momentIfAny("submitted_at"), clearance: try clearance(from: row),
            returnedReason: try row.textIfAny("returned_reason"), published: try row.momentIfAny("published_at")
        )
    }

    private static func clearance(from row: Row) throws -> Clearance? {
        guard let moment = try row.momentIfAny("cleared_at") else { return nil }
        if let approver = try row.idIfAny("approver_id", of: Officer.self) { return .officer(approver, at: moment) }
        return .notRequired(at: moment)
    }
}

extension DatabaseSession {
    /// - Throws: ``NoticeError/notFound`` also for one of another association.
    func changeSet(_ id: ChangeSet.ID, of association: Association.ID) throws -> ChangeSet {
        guard
            let row = try first(
                "SELECT \(ChangeSetRow.columns) FROM change_set WHERE id = $1 AND association_id = $2",
                .id(id), .slug(association)
            )
        else { throw NoticeError.notFound }
        return try ChangeSetRow.changeSet(from: row)
    }

    /// Finds a change set by its own identifier or by a letter's: then its newest one.
    func changeSet(named text: String, of association: Association.ID) throws -> ChangeSet {
        guard let id = ChangeSet.ID(text) else { throw NoticeError.notFound }
        let newest = try first(
            """
            SELECT \(ChangeSetRow.columns) FROM change_set WHERE notice_id = $1 AND association_id = $2
            ORDER BY created_at DESC, notice_revision DESC LIMIT 1
            """,
            .id(id), .slug(association)
        )
        if let newest { return try ChangeSetRow.changeSet(from: newest) }
        return try changeSet(id, of: association)
    }

    func items(of changeSet: ChangeSet.ID) throws -> [ChangeItem] {
        try query(
            """
            SELECT i.event_id AS event_id, i.action AS action, i.base_revision AS base_revision, i.revision AS revision,
                \(EventContentColumns.selected(from: "i"))
            FROM change_item i WHERE i.change_set_id = $1 ORDER BY i.position
            """,
            .id(changeSet)
        ).map { row in
            ChangeItem(
                event: try row.id("event_id"), action: try row.action(), baseRevision: try row.integer("base_revision"),
                revision: try row.integer("revision"), content: try EventContentColumns.content(from: row)
            )
        }
    }

    /// Writes a new change set in its first state.
    func insert(_ set: ChangeSet) throws {
        try execute(
            """
            INSERT INTO change_set (id, association_id, kind, school_id, notice_id, notice_revision, state, reason,
                author_id, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            .id(set.id), .slug(set.association), .word(set.kind), .slug(set.school), .id(set.notice),
            .int(set.noticeRevision), .word(set.state), .text(set.reason), .id(set.author), .moment(set.created)
        )
    }

    /// Adds events to a change set, giving each its next revision number.
    func add(_ items: [ChangeItem], to set: ChangeSet) throws {
        for (position, item) in items.enumerated() {
            let revision = try nextRevision(of: item, in: set)
            try execute(
                """
                INSERT INTO change_item (change_set_id, position, event_id, action, base_revision, revision,
                    \(EventContentColumns.list))
                VALUES ($1, $2, $3, $4, $5, $6, \(EventContentColumns.parameters(from: 7)))
                """,
                [
                    .id(set.id), .int(position), .id(item.event), .word(item.action), .int(item.baseRevision),
                    .int(revision),
                ] + EventContentColumns.values(of: item.content)
            )
            try list(item.event, on: item.content.firstDay, as: set)
        }
    }

    private func nextRevision(of item: ChangeItem, in set: ChangeSet) throws -> Int {
        guard let birth = item.birth else {
            let changed = try execute(
                "UPDATE event SET latest_revision = latest_revision + 1 WHERE id = $1 AND association_id = $2",
                .id(item.event), .slug(set.association)
            )
            guard changed == 1 else { throw NoticeError.notFound }
            return try first("SELECT latest_revision FROM event WHERE id = $1", .id(item.event))?
                .integer("latest_revision") ?? 1
        }
        try execute(
            """
            INSERT INTO event (id, association_id, school_id, external_id, source, created_at, latest_revision,
                live_revision)
            VALUES ($1, $2, $3, $4, $5, $6, 1, 0)
            """,
            .id(item.event), .slug(set.association), .slug(item.content.audience.school), .text(birth.externalID),
            .word(birth.source), .moment(set.created)
        )
        return 1
    }

    /// Points the officers' list at the newest wording of an event.
    private func list(_ event: Event.ID, on day: SchoolDay, as set: ChangeSet) throws {
        try execute(
            """
            INSERT INTO event_listing (association_id, first_day, event_id, change_set_id) VALUES ($1, $2, $3, $4)
            ON CONFLICT (event_id) DO UPDATE SET first_day = excluded.first_day, change_set_id = excluded.change_set_id
            """,
            .slug(set.association), .day(day), .id(event), .id(set.id)
        )
    }

    /// Takes the events of a change set back, so that the officers' list shows what was there before.
    func unlistItems(of set: ChangeSet) throws {
        for item in try items(of: set.id) {
            let previous = try first(
                """
                SELECT i.change_set_id AS change_set_id, i.first_day AS first_day
                FROM change_item i JOIN change_set s ON s.id = i.change_set_id
                WHERE i.event_id = $1 AND i.change_set_id <> $2 AND s.state <> 'discarded'
                ORDER BY i.revision DESC LIMIT 1
                """,
                .id(item.event), .id(set.id)
            )
            if let previous {
                try execute(
                    "UPDATE event_listing SET change_set_id = $1, first_day = $2 WHERE event_id = $3",
                    .text(try previous.text("change_set_id")), .text(try previous.text("first_day")), .id(item.event)
                )
            } else {
                try execute("DELETE FROM event_listing WHERE event_id = $1", .id(item.event))
                // Its 行事ID is free again: the table that was corrected brings it as a new event.
                try execute("UPDATE event SET external_id = NULL WHERE id = $1 AND live_revision = 0", .id(item.event))
            }
        }
    }
}

extension Row {
    fileprivate func action() throws -> ChangeItem.Action {
        guard let action = ChangeItem.Action(rawValue: try text("action")) else { throw RowFault(column: "action") }
        return action
    }
}
