extension DatabaseSession {
    /// How the headings of a school's lists were understood so far.
    func columnMap(of school: School.ID, in association: Association.ID) throws -> ColumnMap {
        let rows = try query(
            """
            SELECT heading, field FROM import_column WHERE association_id = $1 AND school_id = $2 ORDER BY heading_key
            """,
            .slug(association), .slug(school)
        )
        return ColumnMap(
            try rows.compactMap { row in
                let heading = try row.text("heading")
                guard let field = try row.textIfAny("field") else { return .init(heading: heading, choice: .ignored) }
                // A word that a newer version wrote: as if nobody had said it.
                return EventListColumn(rawValue: field).map { .init(heading: heading, choice: .column($0)) }
            })
    }

    /// Remembers what an officer said of headings; 「自動」 forgets.
    func remember(
        _ map: ColumnMap, of school: School.ID, in association: Association.ID, at now: Moment
    ) throws {
        for entry in map.entries {
            try execute(
                "DELETE FROM import_column WHERE association_id = $1 AND school_id = $2 AND heading_key = $3",
                .slug(association), .slug(school), .text(entry.key)
            )
            let field: String?
            switch entry.choice {
            case .automatic: continue
            case .ignored: field = nil
            case .column(let column): field = column.rawValue
            }
            try execute(
                """
                INSERT INTO import_column (association_id, school_id, heading_key, heading, field, remembered_at)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                .slug(association), .slug(school), .text(entry.key), .text(entry.heading), .text(field), .moment(now)
            )
        }
    }
}
