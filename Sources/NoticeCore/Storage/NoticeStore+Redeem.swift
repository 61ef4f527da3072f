extension NoticeStore {
    /// Turns a slip into a seat: of a new household, or of the one that shows its secret.
    ///
    /// Unknown, used, cancelled and expired codes take the same way and end alike, so that nobody learns which it was.
    ///
    /// - Throws: ``NoticeError/notFound`` for all of these; ``NoticeError/unauthorized`` for a household secret that is none.
    public func redeem(_ code: SlipCode, household secret: Secret<HouseholdSecret>?) async throws -> RedeemedBody {
        let now = effects.now()
        let fresh = NewHousehold(
            id: newID(), secret: Secret(effects: effects), digestToken: Secret(effects: effects),
            feed: newID(), feedToken: Secret(effects: effects)
        )
        let seat: Seat.ID = newID()
        let register = associations
        let slip = try await engine.read { try $0.redeemableSlip(code.digest, at: now) }
        guard let slip, let school = register[slip.association]?[slip.school] else { throw NoticeError.notFound }
        let household = try await engine.transaction { database in
            let taken = try database.execute(
                """
                UPDATE slip SET redeemed_at = $1
                WHERE code_digest = $2 AND redeemed_at IS NULL AND cancelled_at IS NULL AND expires_at > $1
                """,
                .moment(now), .digest(code.digest)
            )
            guard taken == 1 else { throw NoticeError.notFound }
            let household = try database.householdForSlip(secret, or: fresh, at: now)
            try database.insert(slip, as: seat, of: household, school: school, at: now)
            try database.insertLinks(fresh, of: household, at: now)
            try AuditLog.append(
                AuditEntry(association: slip.association, actor: .household, act: .redeemSlip, subject: slip.serial),
                at: now, in: database
            )
            return household
        }
        feeds.forget(try await engine.read { try $0.feedIDs(of: household) })
        return RedeemedBody(
            householdURL: baseURL + SiteRoute.home((secret ?? fresh.secret).text),
            feedURL: baseURL + SiteRoute.feed(fresh.feedToken.text),
            digestURL: baseURL + SiteRoute.digest(fresh.digestToken.text),
            seats: try await self.household(household).seats
        )
    }
}

/// What a new household would get; made before the transaction, which may run again.
private struct NewHousehold: Sendable {
    let id: Household.ID
    let secret: Secret<HouseholdSecret>
    let digestToken: Secret<DigestToken>
    let feed: Feed.ID
    let feedToken: Secret<FeedToken>
}

/// A slip that can be redeemed now.
private struct RedeemableSlip: Sendable {
    let association: Association.ID
    let school: School.ID
    let serial: String
    let grade: Int
    let classNumber: Int?
    let year: SchoolYear
}

extension DatabaseSession {
    /// One look-up that finds nothing alike for an unknown, used, cancelled or expired code: nothing in Swift takes longer
    /// for one than for another.
    fileprivate func redeemableSlip(_ code: Digest, at now: Moment) throws -> RedeemableSlip? {
        guard
            let row = try first(
                """
                SELECT association_id, school_id, serial, grade, class_number, school_year FROM slip
                WHERE code_digest = $1 AND redeemed_at IS NULL AND cancelled_at IS NULL AND expires_at > $2
                """,
                .digest(code), .moment(now)
            )
        else { return nil }
        return RedeemableSlip(
            association: try row.slug("association_id"), school: try row.slug("school_id"),
            serial: try row.text("serial"), grade: try row.integer("grade"),
            classNumber: try row.integerIfAny("class_number"), year: SchoolYear(try row.integer("school_year"))
        )
    }

    fileprivate func householdForSlip(
        _ secret: Secret<HouseholdSecret>?, or fresh: NewHousehold, at now: Moment
    ) throws -> Household.ID {
        if let secret {
            guard let known = try householdID(presenting: secret) else { throw NoticeError.unauthorized }
            return known
        }
        try execute(
            """
            INSERT INTO household (id, secret_digest, hidden_groups, created_at) VALUES ($1, $2, '', $3)
            """,
            .id(fresh.id), .digest(fresh.secret.digest), .moment(now)
        )
        return fresh.id
    }

    /// Every slip brings a calendar and a digest of its own, also to a household that has some.
    fileprivate func insertLinks(_ fresh: NewHousehold, of household: Household.ID, at now: Moment) throws {
        try insert(fresh.feed, token: fresh.feedToken, label: nil, options: FeedOptions(), of: household, at: now)
        try execute(
            "INSERT INTO digest_link (token_digest, household_id, created_at) VALUES ($1, $2, $3)",
            .digest(fresh.digestToken.digest), .id(household), .moment(now)
        )
    }

    fileprivate func insert(
        _ slip: RedeemableSlip, as seat: Seat.ID, of household: Household.ID, school: School, at now: Moment
    ) throws {
        let entryYear = slip.year.year - slip.grade + 1
        try execute(
            """
            INSERT INTO seat (id, household_id, association_id, school_id, entry_year, class_number, class_year, ends_on,
                created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            .id(seat), .id(household), .slug(slip.association), .slug(slip.school), .int(entryYear),
            .int(slip.classNumber), .int(slip.classNumber.map { _ in slip.year.year }),
            .day(Seat.lastDay(entryYear: entryYear, at: school)), .moment(now)
        )
    }

    func householdID(presenting secret: Secret<HouseholdSecret>) throws -> Household.ID? {
        try first(
            "SELECT id FROM household WHERE secret_digest = $1 AND ended_at IS NULL", .digest(secret.digest)
        )?.id("id")
    }

    func feedIDs(of household: Household.ID) throws -> [Feed.ID] {
        try query("SELECT id FROM feed WHERE household_id = $1", .id(household)).map { try $0.id("id") }
    }

    func insert(
        _ feed: Feed.ID, token: Secret<FeedToken>, label: String?, options: FeedOptions, of household: Household.ID,
        at now: Moment
    ) throws {
        let count =
            try first("SELECT count(*) AS feeds FROM feed WHERE household_id = $1", .id(household))?
            .integer("feeds") ?? 0
        try execute(
            """
            INSERT INTO feed (id, household_id, token_digest, label, kinds, detail, reminders, language, cancelled_style,
                created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [.id(feed), .id(household), .digest(token.digest), .text(label ?? "カレンダー\(count + 1)")]
                + FeedRow.values(of: options) + [.moment(now)]
        )
    }
}
