extension NoticeStore {
    /// 公開: makes a cleared change set what households see. Clears it first where the association's setting asks for no second
    /// person. Publishing twice changes nothing.
    public func publish(_ id: String, by officer: Officer) async throws -> ChangeSetBody {
        try officer.require(.publishers)
        let association = try association(of: officer)
        let now = effects.now()
        let (body, cohorts) = try await engine.transaction { database in
            let set = try database.changeSet(named: id, of: officer.association)
            guard set.state != .published else {
                return (try database.changeSetBody(set, of: association), Set<Cohort>())
            }
            let cleared = try Self.clearance(of: set, by: officer, association: association, at: now, in: database)
            let cohorts = try database.publish(set, cleared, by: officer, association: association, at: now)
            try Self.record(.publish, of: set, by: officer, at: now, in: database)
            return (try database.changeSetBody(set, of: association), cohorts)
        }
        feeds.changed(cohorts)
        return body
    }

    /// The clearance that a change set has, or gets by rule when its author publishes it.
    private static func clearance(
        of set: ChangeSet, by officer: Officer, association: Association, at now: Moment,
        in database: any DatabaseSession
    ) throws -> ClearedNotice {
        switch set.state {
        case .cleared:
            guard let clearance = set.clearance else { throw RowFault(column: "cleared_by") }
            return ClearedNotice(recorded: clearance)
        case .draft, .pending:
            let subject = try database.clearanceCase(of: set, association: association)
            let cleared = try PendingNotice(subject: subject, submitted: set.submitted ?? now).clearedByRule(at: now)
            try database.record(cleared, of: set)
            return cleared
        case .returned: throw NoticeError.conflict(.notSubmitted)
        case .published, .discarded: throw NoticeError.conflict(.notOpen)
        }
    }
}

extension DatabaseSession {
    /// Publishes what was cleared; only a ``ClearedNotice`` opens this door.
    ///
    /// - Returns: The cohorts that see something else from now on.
    func publish(
        _ set: ChangeSet, _ cleared: ClearedNotice, by officer: Officer, association: Association, at now: Moment
    ) throws -> Set<Cohort> {
        var touched: Set<Cohort> = []
        let source = try source(of: set)
        for item in try items(of: set.id) {
            let old = try published(item.event)
            guard try isApplicable(item, over: old?.revision ?? 0) else { continue }
            let new = PublishedEvent.publishing(item, over: old, source: source, in: association.id, at: now)
            try publish(new, in: set)
            touched.formUnion(old?.cohorts ?? [])
            touched.formUnion(new.cohorts)
        }
        if set.kind == .letter { touched.formUnion(try publishLetter(of: set, at: now)) }
        if set.kind == .withdraw, let notice = set.notice { touched.formUnion(try withdrawLetter(notice, at: now)) }
        try execute(
            "UPDATE change_set SET state = 'published', published_at = $1, publisher_id = $2 WHERE id = $3",
            .moment(now), .id(officer.id), .id(set.id)
        )
        return touched
    }

    /// Whose words a change set carries: a letter's own source; the school's for its tables; else the association's.
    private func source(of set: ChangeSet) throws -> NoticeSource {
        switch set.kind {
        case .letter:
            guard let notice = set.notice, let revision = set.noticeRevision,
                let row = try first(
                    "SELECT source FROM notice_revision WHERE notice_id = $1 AND revision = $2",
                    .id(notice), .int(revision)
                )
            else { throw RowFault(column: "notice_id") }
            return try row.word("source")
        case .import: return .school
        case .events, .move, .cancel, .withdraw: return .association
        }
    }

    /// Whether a drafted revision still fits what households see.
    ///
    /// - Returns: `false` when it is part of what was published already.
    /// - Throws: ``NoticeError/conflict(_:)`` with `stale` when something else was published in between.
    private func isApplicable(_ item: ChangeItem, over live: Int) throws -> Bool {
        if live <= item.baseRevision { return true }
        var revision = live
        while revision > item.revision {
            guard
                let row = try first(
                    "SELECT base_revision FROM change_item WHERE event_id = $1 AND revision = $2",
                    .id(item.event), .int(revision)
                )
            else { break }
            revision = try row.integer("base_revision")
        }
        guard revision == item.revision else { throw NoticeError.conflict(.stale) }
        return false
    }

    private func publishLetter(of set: ChangeSet, at now: Moment) throws -> [Cohort] {
        guard let id = set.notice, let revision = set.noticeRevision else { throw RowFault(column: "notice_id") }
        try execute(
            "UPDATE notice SET live_revision = $1, live_at = $2, withdrawn_at = NULL WHERE id = $3",
            .int(revision), .moment(now), .id(id)
        )
        try execute("DELETE FROM notice_cohort WHERE notice_id = $1", .id(id))
        let letter = try letter(id, of: set.association)
        let cohorts = letter.content.audience.cohorts(on: letter.content.issued, in: set.association)
        for cohort in cohorts {
            try execute(
                """
                INSERT INTO notice_cohort (association_id, school_id, entry_year, issued_on, notice_id)
                VALUES ($1, $2, $3, $4, $5)
                """,
                .slug(cohort.association), .text(cohort.school?.text ?? ""), .int(cohort.entryYear),
                .day(letter.content.issued), .id(id)
            )
        }
        return cohorts
    }

    private func withdrawLetter(_ id: Notice.ID, at now: Moment) throws -> [Cohort] {
        try execute("UPDATE notice SET withdrawn_at = $1 WHERE id = $2", .moment(now), .id(id))
        try execute("DELETE FROM notice_cohort WHERE notice_id = $1", .id(id))
        return []
    }
}
