extension NoticeStore {
    /// How many households and seats there are; counts under five are absent.
    public func households(for officer: Officer) async throws -> HouseholdCountsBody {
        let association = try association(of: officer)
        let now = effects.now()
        return try await engine.read { database in
            let total = try database.first(
                "SELECT count(DISTINCT household_id) AS number FROM seat WHERE association_id = $1 AND ends_on >= $2",
                .slug(officer.association), .day(now.day)
            )
            let rows = try database.query(
                """
                SELECT school_id, entry_year, count(*) AS number FROM seat
                WHERE association_id = $1 AND ends_on >= $2 GROUP BY school_id, entry_year
                """,
                .slug(officer.association), .day(now.day)
            )
            var numbers: [Cohort: Int] = [:]
            for row in rows {
                let cohort = Cohort(
                    association: officer.association, school: try row.slug("school_id"),
                    entryYear: try row.integer("entry_year")
                )
                numbers[cohort] = try row.integer("number")
            }
            let seats = association.schools.flatMap { school in
                school.grades.map { grade in
                    let year = now.day.schoolYear.year - grade + 1
                    let cohort = Cohort(association: association.id, school: school.id, entryYear: year)
                    let count = SmallCount.shown(numbers[cohort] ?? 0)
                    return SeatCountBody(school: school.id.text, grade: grade, seats: count)
                }
            }
            return HouseholdCountsBody(total: SmallCount.shown(try total?.integer("number") ?? 0), seats: seats)
        }
    }

    public func householdID(presenting secret: Secret<HouseholdSecret>) async throws -> Household.ID? {
        try await engine.read { try $0.householdID(presenting: secret) }
    }

    public func household(_ id: Household.ID) async throws -> HouseholdBody {
        let today = effects.now().day
        return try await engine.read { database in
            guard let household = try database.household(id, on: today) else { throw NoticeError.notFound }
            return HouseholdBody(
                seats: household.seats.map { SeatBody($0, on: today) }, hiddenGroups: household.hiddenGroups,
                feeds: try database.feeds(of: id).map { FeedBody($0, url: nil) }
            )
        }
    }

    /// Which groups' items the household does not want to see.
    public func updateHousehold(_ id: Household.ID, _ patch: HouseholdPatchBody) async throws -> HouseholdBody {
        if let groups = patch.hiddenGroups {
            guard groups.count <= 50 else { throw NoticeError.invalid(.tooMany, field: "hidden_groups", value: "50") }
            let checked = try groups.map { try Self.line($0, field: "hidden_groups", limit: 60) }
            try await change(id) { database in
                try database.execute(
                    "UPDATE household SET hidden_groups = $1 WHERE id = $2", .lines(Set(checked).sorted()), .id(id)
                )
            }
        }
        return try await household(id)
    }

    /// The class of this school year, or `nil` when it is not known.
    public func setClass(_ id: Seat.ID, _ patch: SeatPatchBody, of household: Household.ID) async throws
        -> HouseholdBody
    {
        let year = effects.now().day.schoolYear
        let register = associations
        try await change(household) { database in
            guard let seat = try database.household(household, on: year.lastDay)?.seats.first(where: { $0.id == id })
            else {
                throw NoticeError.notFound
            }
            if let number = patch.class {
                let value = SchoolClass(grade: seat.placement.grade(in: year), number: number)
                let school = register[seat.placement.association]?[seat.placement.school]
                guard (1...99).contains(number), school?.has(value) == true else {
                    throw NoticeError.invalid(.unknownClass, field: "class", value: String(number))
                }
            }
            try database.execute(
                "UPDATE seat SET class_number = $1, class_year = $2 WHERE id = $3 AND household_id = $4",
                .int(patch.class), .int(patch.class.map { _ in year.year }), .id(id), .id(household)
            )
        }
        return try await self.household(household)
    }

    /// Takes a child's seat away.
    public func endSeat(_ id: Seat.ID, of household: Household.ID) async throws -> HouseholdBody {
        try await change(household) { database in
            let removed = try database.execute(
                "DELETE FROM seat WHERE id = $1 AND household_id = $2", .id(id), .id(household)
            )
            guard removed == 1 else { throw NoticeError.notFound }
        }
        return try await self.household(household)
    }

    /// Erases everything about a household; its calendars explain themselves for 30 days.
    public func eraseHousehold(_ id: Household.ID) async throws {
        let now = effects.now()
        try await change(id) { database in try database.erase(id, at: now) }
    }

    /// Changes something that calendars of a household depend on, and makes the next request see it.
    func change(
        _ household: Household.ID, _ body: @escaping @Sendable (any DatabaseSession) throws -> Void
    ) async throws {
        let changed = try await engine.transaction { database in
            let feeds = try database.feedIDs(of: household)
            try body(database)
            return feeds
        }
        feeds.forget(changed)
    }
}

extension DatabaseSession {
    func feeds(of household: Household.ID) throws -> [Feed] {
        try query(
            "SELECT \(FeedRow.columns) FROM feed WHERE household_id = $1 ORDER BY created_at, id", .id(household)
        ).map { try FeedRow.feed(from: $0, of: household) }
    }

    /// Only the token digests of the calendars are kept, until they have explained themselves.
    func erase(_ id: Household.ID, at moment: Moment) throws {
        try execute(
            """
            UPDATE feed SET revoked_at = coalesce(revoked_at, $1), household_id = NULL, label = '', last_fetched_on = NULL
            WHERE household_id = $2
            """,
            .moment(moment), .id(id)
        )
        try execute("DELETE FROM digest_link WHERE household_id = $1", .id(id))
        try execute("DELETE FROM seat WHERE household_id = $1", .id(id))
        try execute("DELETE FROM household WHERE id = $1", .id(id))
    }
}
