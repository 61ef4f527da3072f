/// The table `event_revision`.
enum PublishedEventRow {
    /// `r` and `e` are the revision and its event.
    static let columns = """
        r.event_id AS event_id, r.revision AS revision, r.withdrawn AS withdrawn, r.published_at AS published_at,
        r.changed_from_day AS changed_from_day, r.changed_from_minute AS changed_from_minute,
        r.changed_from_place AS changed_from_place, r.changed_at AS changed_at, r.rain_dates_hold AS rain_dates_hold,
        r.source AS source, e.association_id AS association_id, \(EventContentColumns.selected(from: "r"))
        """

    static func event(from row: Row) throws -> PublishedEvent {
        PublishedEvent(
            id: try row.id("event_id"), association: try row.slug("association_id"),
            revision: try row.integer("revision"),
            content: try EventContentColumns.content(from: row), isWithdrawn: try row.flag("withdrawn"),
            published: try row.moment("published_at"), change: try change(from: row),
            rainDatesHold: try row.flag("rain_dates_hold"), source: try row.word("source")
        )
    }

    private static func change(from row: Row) throws -> VisibleChange? {
        guard let day = try row.dayIfAny("changed_from_day") else { return nil }
        return VisibleChange(
            oldDay: day, oldStart: try row.integerIfAny("changed_from_minute").map(WallTime.init(minute:)),
            oldPlace: try row.textIfAny("changed_from_place"), published: try row.moment("changed_at")
        )
    }
}

extension DatabaseSession {
    /// What households see of an event now.
    func published(_ id: Event.ID) throws -> PublishedEvent? {
        try first(
            """
            SELECT \(PublishedEventRow.columns) FROM event e
            JOIN event_revision r ON r.event_id = e.id AND r.revision = e.live_revision WHERE e.id = $1
            """,
            .id(id)
        ).map(PublishedEventRow.event)
    }

    /// Makes a revision the one that households see, and indexes it by the cohorts that see it.
    func publish(_ event: PublishedEvent, in set: ChangeSet) throws {
        let change = event.change
        try execute(
            """
            INSERT INTO event_revision (event_id, revision, change_set_id, published_at, withdrawn, changed_from_day,
                changed_from_minute, changed_from_place, changed_at, rain_dates_hold, source, \(EventContentColumns.list))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \(EventContentColumns.parameters(from: 12)))
            """,
            [
                .id(event.id), .int(event.revision), .id(set.id), .moment(event.published), .flag(event.isWithdrawn),
                .day(change?.oldDay), .int(change?.oldStart?.minute), .text(change?.oldPlace),
                .moment(change?.published), .flag(event.rainDatesHold), .word(event.source),
            ] + EventContentColumns.values(of: event.content)
        )
        try execute(
            "UPDATE event SET live_revision = $1, source = $2, school_id = $3 WHERE id = $4",
            .int(event.revision), .word(event.source), .slug(event.content.audience.school), .id(event.id)
        )
        try execute("DELETE FROM event_cohort WHERE event_id = $1", .id(event.id))
        guard !event.isWithdrawn else { return }
        for cohort in event.cohorts {
            try execute(
                """
                INSERT INTO event_cohort (association_id, school_id, entry_year, last_day, event_id)
                VALUES ($1, $2, $3, $4, $5)
                """,
                .slug(cohort.association), .text(cohort.school?.text ?? ""), .int(cohort.entryYear),
                .day(event.lastShownDay), .id(event.id)
            )
        }
    }
}

extension PublishedEvent {
    var cohorts: [Cohort] { content.audience.cohorts(on: content.firstDay, in: association) }

    /// The last day on which anything of this event is shown, its rain dates included.
    var lastShownDay: SchoolDay { content.rainDates.reduce(content.lastDay, max) }
}
