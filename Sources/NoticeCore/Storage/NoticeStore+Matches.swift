extension NoticeStore {
    /// Says which of a letter's drafts speak of events that are registered already, and what they add to them.
    ///
    /// - Throws: ``NoticeError/invalid(_:)`` with the flaws of every draft.
    public func matches(_ body: MatchRequestBody, for officer: Officer) async throws -> MatchesBody {
        try officer.require(.authors)
        let association = try association(of: officer)
        let request = try MatchRequest(body, association: association, today: effects.now().day)
        guard let span = request.span else { return MatchesBody() }
        return try await engine.read { database in
            let events = try database.events(
                of: request.context.audience.school, from: span.lowerBound, through: span.upperBound,
                in: association.id)
            var context = request.context
            context.decisions = try request.drafts.compactMap { $0 }.flatMap { draft in
                try database.decisions(about: DraftedEvent(draft).key, in: association.id)
            }
            let plan = EventMatcher.plan(
                drafts: request.drafts, known: events.map { RegisteredEvent(id: $0.id, content: $0.content) },
                context: context)
            return try database.body(of: plan, events: events, in: association.id)
        }
    }
}

extension DatabaseSession {
    /// Keeps what an officer decided; the newest word counts.
    ///
    /// - Throws: ``NoticeError/invalid(_:)`` for an event that the association does not have.
    func remember(_ decisions: [MatchDecision], by officer: Officer, at moment: Moment) throws {
        for (index, decision) in decisions.enumerated() {
            do {
                _ = try event(decision.event, of: officer.association)
            } catch NoticeError.notFound {
                throw NoticeError.invalid(
                    .unknownEvent, field: "decisions[\(index)].event", value: decision.event.text)
            }
            try execute(
                """
                INSERT INTO match_decision (association_id, event_id, draft_key, verdict, officer_id, decided_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (association_id, draft_key, event_id) DO UPDATE
                SET verdict = excluded.verdict, officer_id = excluded.officer_id, decided_at = excluded.decided_at
                """,
                .slug(officer.association), .id(decision.event), .text(decision.key), .word(decision.verdict),
                .id(officer.id), .moment(moment)
            )
        }
    }

    fileprivate func decisions(about key: String, in association: Association.ID) throws -> [MatchDecision] {
        try query(
            "SELECT event_id, verdict FROM match_decision WHERE association_id = $1 AND draft_key = $2",
            .slug(association), .text(key)
        ).map { MatchDecision(event: try $0.id("event_id"), key: key, verdict: try $0.word("verdict")) }
    }

    /// What is registered for a school in a span of days, in its newest wording.
    fileprivate func events(
        of school: School.ID?, from first: SchoolDay, through last: SchoolDay, in association: Association.ID
    ) throws -> [EventRow] {
        try query(
            """
            \(EventRow.select)
            WHERE l.association_id = $1 AND l.first_day >= $2 AND l.first_day <= $3
                AND ($4 = '' OR i.school_id = $4 OR i.whole_association = 1)
            ORDER BY l.first_day, l.event_id
            """,
            .slug(association), .day(first), .day(last), .text(school?.text ?? "")
        ).map { try EventRow($0, in: self) }.filter { !$0.isWithdrawn }
    }

    fileprivate func body(
        of plan: MatchPlan, events: [EventRow], in association: Association.ID
    ) throws -> MatchesBody {
        let byID = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
        let matches = try plan.matches.compactMap { match -> MatchBody? in
            guard let event = byID[match.event] else { return nil }
            let (update, fields) = EventDraftBody.update(of: event.id, from: event.content, to: match.content)
            let isPart = match.action == .part
            return MatchBody(
                draft: match.draft, action: match.action.rawValue, event: event.body,
                source: try source(of: event.id, notices: event.notices),
                letter: try letterTitle(of: event.notices.last, in: association),
                reasons: match.reasons.map(MatchReasonBody.init), doubts: match.doubts.map(\.rawValue),
                fields: isPart ? [] : fields, update: isPart ? nil : update)
        }
        let adjustments = plan.adjustments.compactMap { adjustment -> AdjustmentBody? in
            guard let event = byID[adjustment.event] else { return nil }
            return AdjustmentBody(
                event: event.body,
                update: EventDraftBody.update(of: event.id, from: event.content, to: adjustment.content).body)
        }
        return MatchesBody(matches: matches, adjustments: adjustments)
    }

    private func source(of event: Event.ID, notices: [String]) throws -> String {
        let isImported = try first("SELECT 1 AS found FROM import_row WHERE event_id = $1", .id(event)) != nil
        return isImported ? "import" : notices.isEmpty ? "officer" : "letter"
    }

    private func letterTitle(of notice: String?, in association: Association.ID) throws -> String? {
        guard let notice, let id = Notice.ID(notice) else { return nil }
        return try letter(id, of: association).content.title
    }
}
