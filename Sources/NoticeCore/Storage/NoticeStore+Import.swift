/// How a table is to be read and what is to be done with it.
public struct ImportOptions: Equatable, Sendable {
    public var school: School.ID?
    public var layout: Layout
    /// For tables whose dates name no year.
    public var schoolYear: SchoolYear?
    /// Report only.
    public var dryRun: Bool
    /// Take the rows without a flaw.
    public var partial: Bool
    /// For the remarks of the report.
    public var language: Language

    public init(
        school: School.ID? = nil, layout: Layout = .auto, schoolYear: SchoolYear? = nil, dryRun: Bool = false,
        partial: Bool = false, language: Language = .ja
    ) {
        self.school = school
        self.layout = layout
        self.schoolYear = schoolYear
        self.dryRun = dryRun
        self.partial = partial
        self.language = language
    }

    public enum Layout: String, CaseIterable, Sendable {
        case auto
        /// One event a row.
        case list
        /// Day × month.
        case matrix
    }
}

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
        guard options.layout != .matrix else {
            throw NoticeError.invalid(.unsupportedLayout, field: "layout", value: options.layout.rawValue)
        }
        let now = effects.now()
        let table = try CSVTable(bytes: bytes)
        let (rows, flaws, remarks) = EventListReader.read(
            table, grades: school.grades, classes: { school.classes[$0] }, today: now.day
        )
        guard flaws.isEmpty || (options.partial && !rows.isEmpty) else { throw NoticeError.invalid(flaws) }
        let identifiers: [Event.ID] = rows.map { _ in newID() }
        let set = changeSet(.import, school: school.id, by: officer, at: now)
        let work: @Sendable (any DatabaseSession) throws -> ImportReportBody = { database in
            if !options.dryRun { try database.discardReturnedImports(of: school.id, in: association.id) }
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
                changeSet: isDrafted ? set.id : nil, identifiers: options.dryRun ? [] : identifiers,
                problems: (flaws + remarks).map { FlawBody($0, in: options.language) }, dryRun: options.dryRun
            )
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

extension ImportPlan {
    /// - Parameter identifiers: At least one for each addition.
    func items(identifiers: [Event.ID]) -> [ChangeItem] {
        let born = zip(additions, identifiers).map { addition, id in
            ChangeItem(
                event: id, action: .create, baseRevision: 0, content: addition.content,
                birth: .init(externalID: addition.row.externalID, source: .school)
            )
        }
        let corrected = revisions.map { revision in
            ChangeItem(
                event: revision.known.event, action: revision.known.isPublished ? .revise : .create,
                baseRevision: revision.known.revision, content: revision.content
            )
        }
        return born + corrected
    }

    func report(
        changeSet: ChangeSet.ID?, identifiers: [Event.ID], problems: [FlawBody], dryRun: Bool
    ) -> ImportReportBody {
        let created = additions.enumerated().map { index, addition in
            ImportedEventBody(
                id: index < identifiers.count ? identifiers[index].text : nil, externalID: addition.row.externalID,
                title: addition.content.title, start: EventSpan(addition.content).startText, row: addition.row.row,
                guessed: nil, fields: nil
            )
        }
        let emptyAudience = zip(additions, created).filter { $0.0.content.audience.isEmpty }.map(\.1)
        return ImportReportBody(
            changeSet: changeSet?.text, created: created,
            revised: revisions.map { revision in
                ImportedEventBody(
                    id: revision.known.event.text, externalID: revision.known.externalID, title: revision.content.title,
                    start: EventSpan(revision.content).startText, row: revision.row.row,
                    guessed: revision.isGuess ? true : nil, fields: revision.fields.map(\.rawValue)
                )
            },
            unchanged: unchanged,
            missing: missing.map { known in
                ImportedEventBody(
                    id: known.event.text, externalID: known.externalID, title: known.current.title,
                    start: EventSpan(known.current).startText, row: nil, guessed: nil, fields: nil
                )
            },
            problems: problems, emptyAudience: emptyAudience, dryRun: dryRun
        )
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
