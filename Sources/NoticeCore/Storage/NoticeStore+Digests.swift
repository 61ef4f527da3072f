extension NoticeStore {
    /// A household's digest.
    ///
    /// - Parameter week: `nil` for the present one; a week whose start the association decides is made with ``Week/init(iso:start:)``.
    /// - Returns: `nil` for an unknown token.
    public func digest(
        presenting token: Secret<DigestToken>, week: String?, language: Language
    ) async throws -> WeekDigest? {
        let today = effects.now().day
        let digest = token.digest
        let household = try await engine.read { database -> Household? in
            let row = try database.first(
                "SELECT household_id FROM digest_link WHERE token_digest = $1", .digest(digest)
            )
            guard let id: Household.ID = try row?.id("household_id") else { return nil }
            return try database.household(id, on: today)
        }
        guard let household else { return nil }
        return try await self.digest(view(of: household, language), week: week, today: today)
    }

    /// A grade's digest, for officers to paste or print.
    public func digest(
        school: School.ID?, grade: Int, week: String?, language: Language, for officer: Officer
    ) async throws -> WeekDigest {
        let association = try association(of: officer)
        let school = try Self.school(school, of: association)
        guard school.grades.contains(grade) else {
            throw NoticeError.invalid(.unknownGrade, field: "grade", value: String(grade))
        }
        let today = effects.now().day
        let year = try Self.week(week, of: [association], today: today).firstDay.schoolYear
        let placement = Placement(
            association: association.id, school: school.id, entryYear: year.year - grade + 1, schoolClass: nil
        )
        var options = FeedOptions()
        options.language = language
        let view = HouseholdView(placements: [placement], hiddenGroups: [], options: options)
        return try await digest(view, week: week, today: today)
    }

    /// What a household's own page shows.
    public func homeContent(of id: Household.ID, language: Language) async throws -> HomeContent {
        let today = effects.now().day
        let register = associations
        let body = try await household(id)
        guard let household = try await engine.read({ try $0.household(id, on: today) }) else {
            throw NoticeError.notFound
        }
        let view = view(of: household, language)
        let digest = try await digest(view, week: nil, today: today)
        let builder = DigestBuilder(view: view, register: register, today: today, week: digest.week)
        return try await engine.read { database in
            let coming = try database.publishedEvents(of: view.cohorts, from: today)
            let page = HomePage(builder: builder, household: household, register: register, language: language)
            let letters = try database.publishedLetters(
                of: view.cohorts, from: SchoolYear.oldestShown(on: today).firstDay
            )
            return HomeContent(
                household: body, today: today,
                letters: try page.letters(letters, in: database),
                nextItems: Array(
                    builder.items(of: coming).filter { $0.firstDay >= today }.prefix(10)
                ),
                digest: digest, groups: page.groups(of: coming)
            )
        }
    }

    private func view(of household: Household, _ language: Language) -> HouseholdView {
        var options = FeedOptions()
        options.language = language
        return HouseholdView(seats: household.seats, hiddenGroups: household.hiddenGroups, options: options)
    }

    private func digest(_ view: HouseholdView, week: String?, today: SchoolDay) async throws -> WeekDigest {
        let register = associations
        let ids = Set(view.placements.map(\.association)).sorted()
        let week = try Self.week(week, of: ids.compactMap { register[$0] }, today: today)
        let builder = DigestBuilder(view: view, register: register, today: today, week: week)
        return try await engine.read { database in
            let events = try database.publishedEvents(of: view.cohorts, from: week.firstDay)
            var changed: [PublishedEvent] = []
            var letters: [WithdrawnLetter] = []
            var confirmed: SchoolDay?
            for id in ids {
                changed += try database.eventsChanged(in: id, since: builder.changesSince)
                letters += try database.lettersWithdrawn(in: id, since: builder.changesSince)
                let day = try database.lastPublication(of: id)?.day
                confirmed = [confirmed, day].compactMap(\.self).min()
            }
            return builder.digest(
                events: events, changed: changed, withdrawnLetters: letters, lastConfirmed: confirmed
            )
        }
    }

    /// - Throws: ``NoticeError/invalid(_:)`` for a week that is none.
    private static func week(
        _ text: String?, of associations: [Association], today: SchoolDay
    ) throws(NoticeError) -> Week {
        let start = associations.first?.weekStart ?? .sunday
        guard let text else { return .containing(today, start: start) }
        guard let week = Week(iso: text, start: start) else { throw .invalid(.malformed, field: "week", value: text) }
        return week
    }
}

/// A published letter as the database holds it.
struct PublishedLetter: Sendable {
    let id: Notice.ID
    let association: Association.ID
    let revision: Int
    let content: NoticeContent
}

extension DatabaseSession {
    static var changedEvents: String {
        """
        SELECT \(PublishedEventRow.columns) FROM event_revision r
        JOIN event e ON e.id = r.event_id AND e.live_revision = r.revision
        WHERE r.published_at >= $1 AND e.association_id = $2
            AND (r.changed_at >= $1 OR r.withdrawn = 1 OR r.status = 'cancelled')
        """
    }

    fileprivate func eventsChanged(in association: Association.ID, since moment: Moment) throws -> [PublishedEvent] {
        try query(Self.changedEvents, .moment(moment), .slug(association)).map(PublishedEventRow.event)
    }

    fileprivate func lettersWithdrawn(in association: Association.ID, since moment: Moment) throws -> [WithdrawnLetter]
    {
        try query(
            """
            SELECT n.withdrawn_at AS withdrawn_at, \(NoticeRevisionRow.columns)
            FROM notice n JOIN notice_revision r ON r.notice_id = n.id AND r.revision = n.live_revision
            WHERE n.association_id = $1 AND n.withdrawn_at >= $2
            """,
            .slug(association), .moment(moment)
        ).map { row in
            WithdrawnLetter(
                association: association, title: try row.text("title"), issued: try row.day("issued_on"),
                audience: try row.audience(), withdrawn: try row.moment("withdrawn_at")
            )
        }
    }

    fileprivate func lastPublication(of association: Association.ID) throws -> Moment? {
        try first(
            "SELECT max(published_at) AS moment FROM change_set WHERE association_id = $1", .slug(association)
        )?.momentIfAny("moment")
    }

    /// Letters that some cohorts may read, newest first.
    fileprivate func publishedLetters(of cohorts: Set<Cohort>, from day: SchoolDay) throws -> [PublishedLetter] {
        var letters: [Notice.ID: PublishedLetter] = [:]
        for cohort in cohorts {
            let rows = try query(
                """
                SELECT n.id AS id, n.live_revision AS live_revision, \(NoticeRevisionRow.columns)
                FROM notice_cohort c JOIN notice n ON n.id = c.notice_id
                JOIN notice_revision r ON r.notice_id = n.id AND r.revision = n.live_revision
                WHERE c.association_id = $1 AND c.school_id = $2 AND c.entry_year = $3 AND c.issued_on >= $4
                ORDER BY c.issued_on DESC LIMIT 100
                """,
                .slug(cohort.association), .text(cohort.school?.text ?? ""), .int(cohort.entryYear), .day(day)
            )
            for row in rows {
                let id: Notice.ID = try row.id("id")
                let revision = try row.integer("live_revision")
                letters[id] = PublishedLetter(
                    id: id, association: cohort.association, revision: revision,
                    content: try NoticeRevisionRow.content(
                        from: row, attachments: attachments(of: id, revision: revision))
                )
            }
        }
        return letters.values.sorted { ($0.content.issued, $0.id) > ($1.content.issued, $1.id) }
    }

    /// The published events that rest on a letter.
    func publishedEvents(restingOn notice: Notice.ID) throws -> [PublishedEvent] {
        try query(
            """
            SELECT \(PublishedEventRow.columns) FROM notice_event x
            JOIN event e ON e.id = x.event_id
            JOIN event_revision r ON r.event_id = e.id AND r.revision = e.live_revision
            WHERE x.notice_id = $1 AND r.withdrawn = 0
            """,
            .id(notice)
        ).map(PublishedEventRow.event)
    }
}
