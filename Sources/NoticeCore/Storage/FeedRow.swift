/// The table `feed`.
enum FeedRow {
    static let columns = """
        id, household_id, label, kinds, detail, reminders, language, cancelled_style, created_at, last_fetched_on, revoked_at
        """

    static func feed(from row: Row, of household: Household.ID) throws -> Feed {
        Feed(
            id: try row.id("id"), household: household, label: try row.text("label"), options: try options(from: row),
            created: try row.moment("created_at"), lastFetched: try row.dayIfAny("last_fetched_on"),
            revoked: try row.momentIfAny("revoked_at")
        )
    }

    static func options(from row: Row) throws -> FeedOptions {
        var options = FeedOptions()
        options.kinds = Set(try row.commaSeparated("kinds").compactMap(EventKind.init))
        options.detail = try row.word("detail")
        options.reminders = try row.numbers("reminders")
        options.language = try row.word("language")
        options.cancelledStyle = try row.word("cancelled_style")
        return options
    }

    /// The values of `kinds, detail, reminders, language, cancelled_style`.
    static func values(of options: FeedOptions) -> [DatabaseValue] {
        [
            .text(options.kinds.map(\.rawValue).sorted().joined(separator: ",")), .word(options.detail),
            .numbers(options.reminders), .word(options.language), .word(options.cancelledStyle),
        ]
    }
}

/// What a presented feed token opens.
enum FeedState: Sendable {
    case open(Feed.ID, HouseholdView)
    /// Revoked, or its last seat ended.
    case ended(Feed.ID, since: Moment, Language)
}

extension DatabaseSession {
    /// Days for which an ended calendar explains itself.
    private static var daysOfExplanation: Int { 30 }

    func feed(presenting digest: Digest, at now: Moment) throws -> FeedState? {
        guard let row = try first("SELECT \(FeedRow.columns) FROM feed WHERE token_digest = $1", .digest(digest)) else {
            return nil
        }
        let id: Feed.ID = try row.id("id")
        let options = try FeedRow.options(from: row)
        let household = try row.idIfAny("household_id", of: Household.self)
        let ended = try row.momentIfAny("revoked_at") ?? household.flatMap { try endOfSeats(of: $0, at: now) }
        if let ended {
            return now < ended.adding(days: Self.daysOfExplanation) ? .ended(id, since: ended, options.language) : nil
        }
        guard let household, let family = try self.household(household, on: now.day) else { return nil }
        return .open(id, HouseholdView(seats: family.seats, hiddenGroups: family.hiddenGroups, options: options))
    }

    /// When the last seat of a household ended; `nil` while one goes on or when it has none.
    private func endOfSeats(of household: Household.ID, at now: Moment) throws -> Moment? {
        let last = try first("SELECT max(ends_on) AS ends_on FROM seat WHERE household_id = $1", .id(household))
        guard let day = try last?.dayIfAny("ends_on"), day < now.day else { return nil }
        return Moment(startOf: day.adding(days: 1))
    }

    /// A household with the seats that have not ended.
    func household(_ id: Household.ID, on day: SchoolDay) throws -> Household? {
        guard
            let row = try first("SELECT hidden_groups FROM household WHERE id = $1 AND ended_at IS NULL", .id(id))
        else { return nil }
        let seats = try query(
            """
            SELECT id, association_id, school_id, entry_year, class_number, class_year FROM seat
            WHERE household_id = $1 AND ends_on >= $2 ORDER BY created_at, id
            """,
            .id(id), .day(day)
        ).map { row in
            Seat(
                id: try row.id("id"),
                placement: Placement(
                    association: try row.slug("association_id"), school: try row.slug("school_id"),
                    entryYear: try row.integer("entry_year"), schoolClass: try row.knownClass()
                )
            )
        }
        return Household(id: id, seats: seats, hiddenGroups: try row.lines("hidden_groups"))
    }

    /// What is published for some cohorts and shown on `day` or later.
    func publishedEvents(of cohorts: Set<Cohort>, from day: SchoolDay) throws -> [PublishedEvent] {
        var events: [Event.ID: PublishedEvent] = [:]
        for cohort in cohorts {
            let rows = try query(
                PublishedEventRow.ofCohort, .slug(cohort.association), .text(cohort.school?.text ?? ""),
                .int(cohort.entryYear), .day(day)
            )
            for row in rows {
                let event = try PublishedEventRow.event(from: row)
                events[event.id] = event
            }
        }
        return Array(events.values)
    }
}

extension PublishedEventRow {
    static let ofCohort = """
        SELECT \(columns) FROM event_cohort c
        JOIN event e ON e.id = c.event_id
        JOIN event_revision r ON r.event_id = e.id AND r.revision = e.live_revision
        WHERE c.association_id = $1 AND c.school_id = $2 AND c.entry_year = $3 AND c.last_day >= $4
        """
}

extension Row {
    fileprivate func knownClass() throws -> Placement.KnownClass? {
        guard let number = try integerIfAny("class_number"), let year = try integerIfAny("class_year") else {
            return nil
        }
        return Placement.KnownClass(number: number, year: SchoolYear(year))
    }
}
