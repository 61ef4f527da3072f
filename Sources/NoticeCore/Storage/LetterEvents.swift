/// The events that an officer sent along with a letter, on their way into its change set.
struct LetterEvents: Sendable {
    let drafts: [EventDraftBody]
    /// One for each draft, used by those that are new.
    let identifiers: [Event.ID]
    let association: Association
    let today: SchoolDay

    /// What the drafts come to.
    struct Outcome {
        var items: [ChangeItem] = []
        /// Published events that the letter names and says nothing new of: linked, without a revision that changes nothing.
        var mentions: [Event.ID] = []

        fileprivate func has(_ event: Event.ID) -> Bool {
            mentions.contains(event) || items.contains { $0.event == event }
        }
    }

    /// - Throws: ``NoticeError/invalid(_:)`` with the flaws of every draft.
    func outcome(
        for letter: NoticeContent, linkedTo notice: Notice.ID, in database: any DatabaseSession
    ) throws -> Outcome {
        guard drafts.count <= 300 else { throw NoticeError.invalid(.tooMany, field: "events", value: "300") }
        let linked = try database.events(linkedTo: notice, of: association.id)
        var flaws: [Flaw] = []
        var outcome = Outcome()
        for (index, draft) in drafts.enumerated() {
            do {
                let known = try known(draft, index: index, linked: linked, in: database)
                if let known, outcome.has(known.id) {
                    flaws.append(
                        Flaw(.duplicateRow, field: "events[\(index)].id", value: draft.id ?? known.content.title))
                    continue
                }
                let item = try item(draft, index: index, known: known, letter: letter)
                if draft.id != nil, let known, known.isPublished(saying: item.content) {
                    outcome.mentions.append(known.id)
                } else {
                    outcome.items.append(item)
                }
            } catch NoticeError.invalid(let found) {
                flaws += found
            }
        }
        guard flaws.isEmpty else { throw NoticeError.invalid(flaws) }
        return outcome
    }

    /// The event that a draft speaks of: by its identifier, or the letter's own event of the same title and kind.
    private func known(
        _ draft: EventDraftBody, index: Int, linked: [EventRow], in database: any DatabaseSession
    ) throws -> EventRow? {
        guard let text = draft.id else {
            let key = matchingKey(of: draft.title ?? "")
            let alike = linked.filter {
                matchingKey(of: $0.content.title) == key && $0.content.kind.rawValue == (draft.kind ?? "event")
            }
            return alike.first { draft.start?.hasPrefix($0.content.firstDay.text) == true }
                ?? (alike.count == 1 && drafts.filter { matchingKey(of: $0.title ?? "") == key }.count == 1
                    ? alike.first : nil)
        }
        guard let id = Event.ID(text) else {
            throw NoticeError.invalid(.unknownEvent, field: "events[\(index)].id", value: text)
        }
        do {
            return try database.event(id, of: association.id)
        } catch NoticeError.notFound {
            throw NoticeError.invalid(.unknownEvent, field: "events[\(index)].id", value: text)
        }
    }

    private func item(
        _ body: EventDraftBody, index: Int, known: EventRow?, letter: NoticeContent
    ) throws -> ChangeItem {
        let draft = EventDraft(
            body: body, association: association, base: known?.content, inherited: letter.audience, today: today,
            path: "events[\(index)]."
        )
        let content = try draft.content()
        guard let known else {
            return ChangeItem(
                event: identifiers[index], action: .create, baseRevision: 0, content: content,
                birth: .init(externalID: nil, source: letter.source)
            )
        }
        return ChangeItem(
            event: known.id, action: known.liveRevision == 0 ? .create : .revise, baseRevision: known.revision,
            content: content
        )
    }
}

extension DatabaseSession {
    /// The newest wording of each event that rests on a letter.
    func events(linkedTo notice: Notice.ID, of association: Association.ID) throws -> [EventRow] {
        try query(
            """
            \(EventRow.select)
            JOIN notice_event x ON x.event_id = l.event_id
            WHERE x.notice_id = $1 AND l.association_id = $2 ORDER BY l.first_day, l.event_id
            """,
            .id(notice), .slug(association)
        ).map { try EventRow($0, in: self) }
    }

    /// Makes a letter's events, or what it changes of others, part of its change set.
    func add(_ outcome: LetterEvents.Outcome, of notice: Notice.ID, to set: ChangeSet) throws {
        try add(outcome.items, to: set)
        try link(notice, toItemsOf: set)
        for event in outcome.mentions {
            try execute(
                """
                INSERT INTO notice_event (notice_id, event_id) VALUES ($1, $2)
                ON CONFLICT (notice_id, event_id) DO NOTHING
                """,
                .id(notice), .id(event)
            )
        }
    }

    private func link(_ notice: Notice.ID, toItemsOf set: ChangeSet) throws {
        try execute(
            """
            INSERT INTO notice_event (notice_id, event_id)
            SELECT $1, i.event_id FROM change_item i WHERE i.change_set_id = $2
            ON CONFLICT (notice_id, event_id) DO NOTHING
            """,
            .id(notice), .id(set.id)
        )
    }
}
