extension NoticeStore {
    /// Reads a school's event table and drafts what it changes: all of it or, with a flaw, nothing.
    ///
    /// - Parameter bytes: CSV in UTF-8, with or without BOM, or CP932.
    /// - Throws: ``NoticeError/invalid(_:)`` with every flaw of every row, unless `partial`.
    public func importEvents(
        _ bytes: [UInt8], _ options: ImportOptions, by officer: Officer
    ) async throws -> ImportReportBody {
        try officer.require(.authors)
        let association = try association(of: officer)
        let school = try Self.school(options.school, of: association)
        let now = effects.now()
        let table = try CSVTable(bytes: bytes)
        let remembered = try await engine.read { database in
            try database.columnMap(of: school.id, in: association.id)
        }
        let reading = options.read(
            table, of: TableSchool(school, of: association, today: now.day), remembered: remembered)
        let (rows, flaws) = (reading.rows, reading.flaws)
        guard flaws.isEmpty || (options.partial && !rows.isEmpty) else { throw NoticeError.invalid(flaws) }
        let identifiers: [Event.ID] = rows.map { _ in newID() }
        let set = changeSet(.import, school: school.id, by: officer, at: now)
        let work: @Sendable (any DatabaseSession) throws -> ImportReportBody = { database in
            if !options.dryRun {
                try database.discardReturnedImports(of: school.id, in: association.id)
                try database.remember(options.columns, of: school.id, in: association.id, at: now)
            }
            let known = try database.importedEvents(of: school.id, in: association.id)
            let plan = ImportPlan(rows: rows, known: known, school: school.id)
            let items = plan.items(identifiers: identifiers)
            let isDrafted = !options.dryRun && !items.isEmpty
            if isDrafted {
                try database.insert(set)
                try database.add(items, to: set)
                try database.remember(plan, items: items, school: school.id, in: set)
                try Self.record(.draft, of: set, by: officer, at: now, in: database)
            }
            return plan.report(
                changeSet: isDrafted ? set.id : nil, identifiers: options.dryRun ? [] : identifiers, of: reading,
                options)
        }
        return options.dryRun ? try await engine.read(work) : try await engine.transaction(work)
    }

    static func school(_ id: School.ID?, of association: Association) throws(NoticeError) -> School {
        var flaws: [Flaw] = []
        let reader = AudienceReader(association: association, inherited: nil)
        guard let school = reader.school(named: id?.text, flaws: &flaws) else { throw .invalid(flaws) }
        return school
    }
}

extension DatabaseSession {
    /// The events of a school that came from tables, with what the newest table said of each; and those that carry an
    /// identity from elsewhere.
    fileprivate func importedEvents(
        of school: School.ID, in association: Association.ID
    ) throws -> [ImportPlan.Known] {
        var said: [Event.ID: EventContent] = [:]
        for row in try query(
            """
            SELECT w.event_id AS event_id, \(EventContentColumns.selected(from: "w"))
            FROM import_row w JOIN change_set s ON s.id = w.change_set_id
            WHERE w.import_school_id = $1 AND s.association_id = $2 AND s.state NOT IN ('discarded', 'returned')
            ORDER BY w.imported_at
            """,
            .slug(school), .slug(association)
        ) {
            said[try row.id("event_id")] = try EventContentColumns.content(from: row)
        }
        return try query(
            """
            \(EventRow.select)
            WHERE l.association_id = $1 AND i.school_id = $2
                AND (e.external_id IS NOT NULL
                    OR EXISTS (SELECT 1 FROM import_row w WHERE w.event_id = e.id))
            ORDER BY l.first_day, l.event_id
            """,
            .slug(association), .slug(school)
        ).map { row in
            let event = try EventRow(row, in: self)
            return ImportPlan.Known(
                event: event.id, externalID: event.externalID, row: said[event.id], current: event.content,
                revision: event.revision, isPublished: event.liveRevision > 0, isWithdrawn: event.isWithdrawn
            )
        }
    }

    /// What was returned comes again with the table that was corrected for it.
    fileprivate func discardReturnedImports(of school: School.ID, in association: Association.ID) throws {
        let rows = try query(
            """
            SELECT \(ChangeSetRow.columns) FROM change_set
            WHERE association_id = $1 AND school_id = $2 AND kind = 'import' AND state = 'returned'
            """,
            .slug(association), .slug(school)
        )
        for row in rows { try discard(ChangeSetRow.changeSet(from: row)) }
    }

    /// Remembers what the table said, for the comparison with the next one.
    fileprivate func remember(
        _ plan: ImportPlan, items: [ChangeItem], school: School.ID, in set: ChangeSet
    ) throws {
        let said =
            zip(items, plan.additions).map { ($0.event, $1.content, $1.row.externalID) }
            + plan.revisions.map { ($0.known.event, $0.said, $0.row.externalID) }
        for (event, content, externalID) in said {
            try execute(
                """
                INSERT INTO import_row (event_id, change_set_id, import_school_id, school_year, external_id, imported_at,
                    \(EventContentColumns.list))
                VALUES ($1, $2, $3, $4, $5, $6, \(EventContentColumns.parameters(from: 7)))
                """,
                [
                    .id(event), .id(set.id), .slug(school), .int(content.firstDay.schoolYear.year), .text(externalID),
                    .moment(set.created),
                ] + EventContentColumns.values(of: content)
            )
        }
    }
}
