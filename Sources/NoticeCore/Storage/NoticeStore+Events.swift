/// Which events an officer wants to see.
public struct EventFilter: Equatable, Sendable {
    public var school: School.ID?
    /// Events that begin on this day or later.
    public var from: SchoolDay?
    /// Events that begin on this day or earlier.
    public var to: SchoolDay?
    public var grade: Int?

    public init(school: School.ID? = nil, from: SchoolDay? = nil, to: SchoolDay? = nil, grade: Int? = nil) {
        self.school = school
        self.from = from
        self.to = to
        self.grade = grade
    }
}

extension NoticeStore {
    /// The association's events in their newest wording, by day.
    ///
    /// - Parameter after: ``EventListBody/next`` of the page before.
    public func events(
        for officer: Officer, filter: EventFilter, after: String?, limit: Int
    ) async throws -> EventListBody {
        let parts = (after ?? "").split(separator: "~", maxSplits: 1).map(String.init)
        let cursor = parts.count == 2 ? (day: parts[0], id: parts[1]) : (day: "", id: "")
        return try await engine.read { database in
            let rows = try database.query(
                """
                \(EventRow.select)
                WHERE l.association_id = $1 AND (l.first_day, l.event_id) > ($2, $3)
                    AND l.first_day >= $4 AND l.first_day <= $5
                    AND ($6 = '' OR i.school_id = $6 OR i.whole_association = 1)
                    AND ($7 = '' OR ',' || i.grades || ',' LIKE '%,' || $7 || ',%' OR i.whole_association = 1)
                ORDER BY l.first_day, l.event_id LIMIT $8
                """,
                .slug(officer.association), .text(cursor.day), .text(cursor.id), .text(filter.from?.text ?? ""),
                .text(filter.to?.text ?? "9999-12-31"), .text(filter.school?.text ?? ""),
                .text(filter.grade.map(String.init) ?? ""), .int(limit + 1)
            )
            let page = try rows.prefix(limit).map { try EventRow($0, in: database) }
            let next = rows.count > limit ? page.last.map { "\($0.content.firstDay.text)~\($0.id.text)" } : nil
            return EventListBody(events: page.map(\.body), next: next)
        }
    }

    public func event(_ id: Event.ID, for officer: Officer) async throws -> EventBody {
        try await engine.read { try $0.event(id, of: officer.association).body }
    }

    /// Drafts an event of its own, that rests on no letter.
    public func addEvent(_ body: EventDraftBody, by officer: Officer) async throws -> ChangeSetBody {
        try officer.require(.authors)
        let association = try association(of: officer)
        let now = effects.now()
        let draft = EventDraft(body: body, association: association, base: nil, inherited: nil, today: now.day)
        let content = try draft.content()
        let externalID = try body.externalID.map { id throws(NoticeError) in
            try Self.line(id, field: "external_id", limit: 60)
        }
        let item = ChangeItem(
            event: newID(), action: .create, baseRevision: 0, content: content,
            birth: .init(externalID: externalID, source: .association)
        )
        let set = changeSet(.events, school: content.audience.school, by: officer, at: now)
        return try await draftSet(set, by: officer, at: now) { database in
            if let externalID, try database.isTaken(externalID, of: content.audience.school, in: set.association) {
                throw NoticeError.invalid(.duplicateRow, field: "external_id", value: externalID)
            }
            return [item]
        }
    }

    /// Drafts a correction; absent fields keep their values.
    public func reviseEvent(
        _ id: Event.ID, _ body: EventDraftBody, expecting revision: Int, by officer: Officer
    ) async throws -> ChangeSetBody {
        try await change(id, .events, expecting: revision, by: officer) { known, association, today in
            let draft = EventDraft(
                body: body, association: association, base: known.content, inherited: nil, today: today
            )
            return (known.liveRevision == 0 ? .create : .revise, try draft.content())
        }
    }

    /// Drafts a move. The rain dates of the old date are dropped unless new ones are given.
    public func moveEvent(
        _ id: Event.ID, _ body: MoveBody, expecting revision: Int, by officer: Officer
    ) async throws -> ChangeSetBody {
        try await change(id, .move, reason: body.reason, expecting: revision, by: officer) {
            known, association, today in
            var draft = EventDraftBody()
            draft.start = body.start
            draft.end = body.end
            draft.place = body.place
            draft.rainDates = body.rainDates
            var content = try EventDraft(
                body: draft, association: association, base: known.content, inherited: nil, today: today
            ).content()
            if body.rainDates == nil, content.isMoved(from: known.content) { content.rainDates = [] }
            return (known.liveRevision == 0 ? .create : .revise, content)
        }
    }

    /// Drafts a cancellation: the school called it off; 「中止」 stays visible until the day has passed.
    public func cancelEvent(
        _ id: Event.ID, reason: String?, expecting revision: Int, by officer: Officer
    ) async throws -> ChangeSetBody {
        try await change(id, .cancel, reason: reason, expecting: revision, by: officer) { known, _, _ in
            guard known.content.status != .cancelled else { throw NoticeError.conflict(.alreadyCancelled) }
            var content = known.content
            content.status = .cancelled
            return (.cancel, content)
        }
    }

    private func change(
        _ id: Event.ID, _ kind: ChangeSet.Kind, reason: String? = nil, expecting revision: Int, by officer: Officer,
        _ decide: @escaping @Sendable (EventRow, Association, SchoolDay) throws -> (ChangeItem.Action, EventContent)
    ) async throws -> ChangeSetBody {
        try officer.require(.authors)
        let association = try association(of: officer)
        let now = effects.now()
        let checked = try reason.map { try Self.reason($0) }
        let set = changeSet(kind, school: nil, reason: checked, by: officer, at: now)
        return try await draftSet(set, by: officer, at: now) { database in
            let known = try database.event(id, of: officer.association, expecting: revision)
            guard !known.isWithdrawn else { throw NoticeError.conflict(.notPublished) }
            let (action, content) = try decide(known, association, now.day)
            return [ChangeItem(event: id, action: action, baseRevision: known.revision, content: content)]
        }
    }

    /// Writes a change set and its items.
    func draftSet(
        _ set: ChangeSet, by officer: Officer, at now: Moment,
        items: @escaping @Sendable (any DatabaseSession) throws -> [ChangeItem]
    ) async throws -> ChangeSetBody {
        let association = try association(of: officer)
        return try await engine.transaction { database in
            let items = try items(database)
            try database.insert(set)
            try database.add(items, to: set)
            try Self.record(.draft, of: set, by: officer, at: now, in: database)
            return try database.changeSetBody(set, of: association)
        }
    }

    static func reason(_ text: String) throws(NoticeError) -> String {
        switch CheckedText.paragraph(text, limit: 500) {
        case .success(let text): return text
        case .failure(let fault): throw .invalid([fault.flaw(field: "reason")])
        }
    }
}

extension DatabaseSession {
    func isTaken(_ externalID: String, of school: School.ID?, in association: Association.ID) throws -> Bool {
        try first(
            "SELECT 1 AS found FROM event WHERE association_id = $1 AND coalesce(school_id, '') = $2 AND external_id = $3",
            .slug(association), .text(school?.text ?? ""), .text(externalID)
        ) != nil
    }
}
