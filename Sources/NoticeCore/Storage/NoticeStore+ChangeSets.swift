extension NoticeStore {
    /// - Parameter id: A change set's identifier, or a letter's: then its newest change set.
    public func changeSet(_ id: String, for officer: Officer) async throws -> ChangeSetBody {
        let association = try association(of: officer)
        return try await engine.read { database in
            try database.changeSetBody(database.changeSet(named: id, of: officer.association), of: association)
        }
    }

    /// The association's change sets, newest first.
    public func changeSets(
        for officer: Officer, state: String?, after: String?, limit: Int
    ) async throws -> ChangeSetListBody {
        let association = try association(of: officer)
        if let state, ChangeSet.State(rawValue: state) == nil {
            throw NoticeError.invalid(.unknownOption, field: "state", value: state)
        }
        let cursor = PageCursor(after, defaultMoment: Int64.max)
        return try await engine.read { database in
            let rows = try database.query(
                """
                SELECT \(ChangeSetRow.columns) FROM change_set
                WHERE association_id = $1 AND (created_at, id) < ($2, $3) AND ($4 = '' OR state = $4)
                ORDER BY created_at DESC, id DESC LIMIT $5
                """,
                .slug(officer.association), .integer(cursor.moment), .text(cursor.id), .text(state ?? ""),
                .int(limit + 1)
            )
            let page = try rows.prefix(limit).map { try ChangeSetRow.changeSet(from: $0) }
            let last = rows.count > limit ? page.last : nil
            return ChangeSetListBody(
                changeSets: try page.map { try database.changeSetBody($0, of: association) },
                next: last.map { PageCursor.text(Int($0.created.milliseconds), $0.id.text) }
            )
        }
    }

    /// 確認に出す. What is already submitted, cleared or published stays so.
    public func submit(_ id: String, by officer: Officer) async throws -> ChangeSetBody {
        try officer.require(.authors)
        return try await decide(id, .submit, by: officer) { database, set, subject, now in
            guard ![.pending, .cleared, .published].contains(set.state) else { return false }
            guard set.state.isBeingWritten else { throw NoticeError.conflict(.notOpen) }
            let pending = NoticeUpload(subject: subject).submitted(at: now)
            try database.execute(
                "UPDATE change_set SET state = 'pending', submitted_at = $1, returned_reason = NULL WHERE id = $2",
                .moment(pending.submitted), .id(set.id)
            )
            return true
        }
    }

    /// 確認しました: by somebody other than the author. What is already published stays so.
    public func approve(
        _ id: String, explicitLook: [String], by approver: Officer
    ) async throws -> ChangeSetBody {
        try approver.require(.approvers)
        let look = Set(explicitLook.compactMap(PrivacyFlag.init))
        return try await decide(id, .approve, by: approver) { database, set, subject, now in
            guard set.state == .pending, let submitted = set.submitted else {
                if set.author == approver.id { throw NoticeError.forbidden(.approverIsAuthor) }
                if set.state == .published { return false }
                throw NoticeError.conflict(.notSubmitted)
            }
            let pending = PendingNotice(subject: subject, submitted: submitted)
            let cleared = try pending.cleared(by: approver.id, explicitLook: look, at: now)
            try database.record(cleared, of: set)
            return true
        }
    }

    /// 差し戻し: back to the author, with a reason.
    public func sendBack(_ id: String, reason: String?, by approver: Officer) async throws -> ChangeSetBody {
        try approver.require(.approvers)
        let reason = try reason.map { try Self.reason($0) }
        return try await decide(id, .sendBack, by: approver) { database, set, _, _ in
            guard set.state == .pending || set.state == .cleared else {
                throw NoticeError.conflict(set.state == .published ? .alreadyPublished : .notSubmitted)
            }
            try database.execute(
                """
                UPDATE change_set SET state = 'returned', returned_reason = $1, cleared_by = NULL, approver_id = NULL,
                    cleared_at = NULL
                WHERE id = $2
                """,
                .text(reason ?? ""), .id(set.id)
            )
            return true
        }
    }

    /// Drops a change set that nobody needs; what households see stays as it is.
    public func discard(_ id: String, by officer: Officer) async throws -> ChangeSetBody {
        try officer.require(.authors)
        return try await decide(id, .discard, by: officer) { database, set, _, _ in
            guard set.state.isOpen else { throw NoticeError.conflict(.notOpen) }
            try database.discard(set)
            return true
        }
    }

    /// Finds the change set, lets `body` act on it, and records that something was done.
    ///
    /// - Parameter body: Returns whether it did anything.
    private func decide(
        _ id: String, _ act: AuditEntry.Act, by officer: Officer,
        _ body: @escaping @Sendable (any DatabaseSession, ChangeSet, ClearanceCase, Moment) throws -> Bool
    ) async throws -> ChangeSetBody {
        let association = try association(of: officer)
        let now = effects.now()
        return try await engine.transaction { database in
            let set = try database.changeSet(named: id, of: officer.association)
            let subject = try database.clearanceCase(of: set, association: association)
            if try body(database, set, subject, now) {
                try Self.record(act, of: set, by: officer, at: now, in: database)
            }
            return try database.changeSetBody(set, of: association)
        }
    }
}

extension DatabaseSession {
    func record(_ cleared: ClearedNotice, of set: ChangeSet) throws {
        try execute(
            """
            UPDATE change_set SET state = 'cleared', cleared_by = $1, approver_id = $2, cleared_at = $3 WHERE id = $4
            """,
            .text(cleared.clearance.word), .id(cleared.clearance.officer), .moment(cleared.clearance.moment),
            .id(set.id)
        )
    }

    func discard(_ set: ChangeSet) throws {
        try execute(
            """
            UPDATE change_set SET state = 'discarded', cleared_by = NULL, approver_id = NULL, cleared_at = NULL
            WHERE id = $1
            """,
            .id(set.id)
        )
        try unlistItems(of: set)
    }
}
