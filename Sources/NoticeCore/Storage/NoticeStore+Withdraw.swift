extension NoticeStore {
    /// 取り消し of a letter that was entered by mistake: it and the events that rest on nothing else leave at once.
    ///
    /// Taking something down never waits for a second person.
    public func withdrawNotice(
        _ id: Notice.ID, reason: String?, expecting revision: Int, by officer: Officer
    ) async throws -> ChangeSetBody {
        try await withdraw(reason: reason, by: officer) { database in
            let letter = try database.letter(id, of: officer.association)
            guard letter.latestRevision == revision else {
                throw NoticeError.preconditionFailed(revision: letter.latestRevision)
            }
            guard letter.withdrawn == nil else { throw NoticeError.conflict(.alreadyCancelled) }
            if letter.changeSet.state.isOpen { try database.discard(letter.changeSet) }
            let events = try database.events(linkedTo: id, of: officer.association).filter {
                try $0.notices == [id.text] && !database.isImported($0.id)
            }
            return (id, events)
        }
    }

    /// 取り消し of one event.
    public func withdrawEvent(
        _ id: Event.ID, reason: String?, expecting revision: Int, by officer: Officer
    ) async throws -> ChangeSetBody {
        try await withdraw(reason: reason, by: officer) { database in
            let event = try database.event(id, of: officer.association, expecting: revision)
            guard event.liveRevision > 0, !event.isWithdrawn else { throw NoticeError.conflict(.notPublished) }
            return (nil, [event])
        }
    }

    /// 取り消し of what a change set brought: an open one is dropped; of a published one the letter and the events that it
    /// brought into being are withdrawn.
    public func withdraw(_ id: String, reason: String?, by officer: Officer) async throws -> ChangeSetBody {
        let set = try await engine.read { try $0.changeSet(named: id, of: officer.association) }
        if set.state.isOpen { return try await discard(id, by: officer) }
        if set.kind == .letter, let notice = set.notice {
            let letter = try await engine.read { try $0.letter(notice, of: officer.association) }
            return try await withdrawNotice(notice, reason: reason, expecting: letter.latestRevision, by: officer)
        }
        return try await withdraw(reason: reason, by: officer) { database in
            let born = try database.items(of: set.id).filter { $0.action == .create }
            let events = try born.compactMap { item -> EventRow? in
                let event = try database.event(item.event, of: officer.association)
                return event.liveRevision > 0 && !event.isWithdrawn && event.notices.isEmpty ? event : nil
            }
            guard !events.isEmpty else { throw NoticeError.conflict(.nothingToPublish) }
            return (nil, events)
        }
    }

    private func withdraw(
        reason: String?, by officer: Officer,
        _ find: @escaping @Sendable (any DatabaseSession) throws -> (Notice.ID?, [EventRow])
    ) async throws -> ChangeSetBody {
        try officer.require(.publishers)
        let association = try association(of: officer)
        let now = effects.now()
        let reason = try reason.map { try Self.reason($0) }
        let id: ChangeSet.ID = newID()
        let (body, cohorts) = try await engine.transaction { database in
            let (notice, events) = try find(database)
            let set = ChangeSet(
                id: id, association: officer.association, kind: .withdraw, school: nil, notice: notice,
                noticeRevision: nil, state: .draft, reason: reason, author: officer.id, created: now, submitted: nil,
                clearance: nil, returnedReason: nil, published: nil
            )
            try database.insert(set)
            let items = events.filter { $0.liveRevision > 0 && !$0.isWithdrawn }.map {
                ChangeItem(event: $0.id, action: .withdraw, baseRevision: $0.liveRevision, content: $0.content)
            }
            try database.add(items, to: set)
            let cleared = ClearedNotice(recorded: .notRequired(at: now))
            try database.record(cleared, of: set)
            let cohorts = try database.publish(set, cleared, by: officer, association: association, at: now)
            try Self.record(.withdraw, of: set, by: officer, at: now, in: database)
            return (try database.changeSetBody(set, of: association), cohorts)
        }
        feeds.changed(cohorts)
        return body
    }
}

extension DatabaseSession {
    fileprivate func isImported(_ event: Event.ID) throws -> Bool {
        try first("SELECT 1 AS found FROM import_row WHERE event_id = $1", .id(event)) != nil
    }
}
