extension NoticeStore {
    /// Takes a new letter in as a draft, with its events.
    ///
    /// - Throws: ``NoticeError/invalid(_:)`` with every flaw of the letter or of its events.
    public func addNotice(_ body: NoticeDraftBody, by officer: Officer) async throws -> NoticeBody {
        try officer.require(.authors)
        let association = try association(of: officer)
        let now = effects.now()
        let content = try NoticeDraft(body: body, association: association, base: nil, today: now.day).content()
        let id: Notice.ID = newID()
        let set = changeSet(.letter, school: content.audience.school, notice: (id, 1), by: officer, at: now)
        let events = eventsOfLetter(body.events ?? [], association: association, at: now)
        let decisions = try MatchDecision.read(body.decisions ?? [])
        return try await engine.transaction { database in
            try database.insert(set)
            try database.execute(
                """
                INSERT INTO notice (id, association_id, created_at, latest_revision, live_revision)
                VALUES ($1, $2, $3, 1, 0)
                """,
                .id(id), .slug(officer.association), .moment(now)
            )
            try database.write(content, of: id, revision: 1, in: set)
            try database.add(events.outcome(for: content, linkedTo: id, in: database), of: id, to: set)
            try database.remember(decisions, by: officer, at: now)
            try Self.record(.draft, of: set, by: officer, at: now, in: database)
            return try database.noticeBody(id, of: officer.association)
        }
    }

    /// Writes the next revision: into the same change set while its author still writes it, else into a new one beside the
    /// one that households see.
    ///
    /// - Parameter revision: The newest revision that the officer knows.
    /// - Throws: ``NoticeError/preconditionFailed(revision:)`` when there is a newer one.
    public func reviseNotice(
        _ id: Notice.ID, _ body: NoticeDraftBody, expecting revision: Int, by officer: Officer
    ) async throws -> NoticeBody {
        try officer.require(.authors)
        let association = try association(of: officer)
        let now = effects.now()
        let fresh: ChangeSet.ID = newID()
        let events = eventsOfLetter(body.events ?? [], association: association, at: now)
        let decisions = try MatchDecision.read(body.decisions ?? [])
        return try await engine.transaction { database in
            let letter = try database.letter(id, of: officer.association)
            guard letter.latestRevision == revision else {
                throw NoticeError.preconditionFailed(revision: letter.latestRevision)
            }
            let draft = NoticeDraft(body: body, association: association, base: letter.content, today: now.day)
            let content = try draft.content()
            let next = revision + 1
            let kept = body.events == nil ? try database.items(of: letter.changeSet.id) : []
            if letter.changeSet.state.isOpen { try database.discard(letter.changeSet) }
            let set = ChangeSet(
                id: fresh, association: officer.association, kind: .letter, school: content.audience.school, notice: id,
                noticeRevision: next, state: .draft, reason: nil, author: officer.id, created: now, submitted: nil,
                clearance: nil, returnedReason: nil, published: nil
            )
            try database.insert(set)
            try database.execute(
                "UPDATE notice SET latest_revision = $1 WHERE id = $2", .int(next), .id(id)
            )
            try database.write(content, of: id, revision: next, in: set)
            let outcome =
                letter.changeSet.state.isOpen && body.events == nil
                ? LetterEvents.Outcome(items: kept.map { $0.carriedOver() })
                : try events.outcome(for: content, linkedTo: id, in: database)
            try database.add(outcome, of: id, to: set)
            try database.remember(decisions, by: officer, at: now)
            try Self.record(.draft, of: set, by: officer, at: now, in: database)
            return try database.noticeBody(id, of: officer.association)
        }
    }

    public func notice(_ id: Notice.ID, for officer: Officer) async throws -> NoticeBody {
        try await engine.read { try $0.noticeBody(id, of: officer.association) }
    }

    /// The association's letters, newest first.
    ///
    /// - Parameter after: ``NoticeListBody/next`` of the page before.
    public func notices(for officer: Officer, after: String?, limit: Int) async throws -> NoticeListBody {
        let cursor = PageCursor(after, defaultMoment: Int64.max)
        return try await engine.read { database in
            let rows = try database.query(
                """
                SELECT n.id AS id, n.created_at AS created_at, n.latest_revision AS latest_revision,
                    n.withdrawn_at AS withdrawn_at, r.title AS title, r.issued_on AS issued_on, r.school_id AS school_id,
                    r.grades AS grades, r.change_set_id AS change_set_id, s.state AS state,
                    (SELECT count(*) FROM notice_event x WHERE x.notice_id = n.id) AS events
                FROM notice n
                JOIN notice_revision r ON r.notice_id = n.id AND r.revision = n.latest_revision
                JOIN change_set s ON s.id = r.change_set_id
                WHERE n.association_id = $1 AND (n.created_at, n.id) < ($2, $3)
                ORDER BY n.created_at DESC, n.id DESC LIMIT $4
                """,
                .slug(officer.association), .integer(cursor.moment), .text(cursor.id), .int(limit + 1)
            )
            let page = try rows.prefix(limit).map { row in
                NoticeSummaryBody(
                    id: try row.text("id"), revision: try row.integer("latest_revision"),
                    state: try row.momentIfAny("withdrawn_at") != nil ? "withdrawn" : try row.text("state"),
                    changeSet: try row.text("change_set_id"), school: try row.textIfAny("school_id"),
                    title: try row.text("title"), issued: try row.text("issued_on"), grades: try row.numbers("grades"),
                    events: try row.integer("events")
                )
            }
            let last = rows.count > limit ? rows[limit - 1] : nil
            return NoticeListBody(
                notices: page, next: try last.map { try PageCursor.text($0.integer("created_at"), $0.text("id")) }
            )
        }
    }

    /// A change set in its first state.
    func changeSet(
        _ kind: ChangeSet.Kind, school: School.ID?, notice: (id: Notice.ID, revision: Int)? = nil,
        reason: String? = nil,
        by officer: Officer, at now: Moment
    ) -> ChangeSet {
        ChangeSet(
            id: newID(), association: officer.association, kind: kind, school: school, notice: notice?.id,
            noticeRevision: notice?.revision, state: .draft, reason: reason, author: officer.id, created: now,
            submitted: nil, clearance: nil, returnedReason: nil, published: nil
        )
    }

    static func record(
        _ act: AuditEntry.Act, of set: ChangeSet, by officer: Officer, at now: Moment, in database: any DatabaseSession
    ) throws {
        try AuditLog.append(
            AuditEntry(
                association: set.association, actor: .officer(officer.id), act: act, subject: set.id.text,
                detail: set.kind.rawValue
            ),
            at: now, in: database
        )
    }

    private func eventsOfLetter(_ drafts: [EventDraftBody], association: Association, at now: Moment) -> LetterEvents {
        LetterEvents(
            drafts: drafts, identifiers: drafts.map { _ in newID() }, association: association, today: now.day
        )
    }
}

extension ChangeItem {
    /// The same wording in a newer change set.
    fileprivate func carriedOver() -> ChangeItem {
        ChangeItem(
            event: event, action: action, baseRevision: action == .create ? 0 : baseRevision, content: content,
            birth: nil
        )
    }
}
