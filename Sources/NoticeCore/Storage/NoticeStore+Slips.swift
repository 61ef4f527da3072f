extension NoticeStore {
    /// Makes a stack of registration slips (登録カード): one slip is one child's seat.
    ///
    /// - Throws: ``NoticeError/invalid(_:)`` for a grade or class that the school does not have, a count outside 1–1000, or a
    ///   school year other than the present and the next one.
    public func printSlips(_ order: SlipOrderBody, by officer: Officer) async throws -> SlipBatchBody {
        try officer.require(.authors)
        let association = try association(of: officer)
        let now = effects.now()
        let (school, year) = try Self.checked(order, association: association, today: now.day)
        let codes = (0..<order.count).map { _ in SlipCode(effects: effects) }
        let ids = codes.map { _ in newID(Slip.self) }
        let batch = newID(SlipBatch.self)
        let expires = now.adding(days: association.slipDays)
        let serials = try await engine.transaction { database in
            let letter = try database.nextSeries(of: officer.association)
            let serials = codes.indices.map { Slip.serial(series: letter, number: $0 + 1) }
            for (index, code) in codes.enumerated() {
                try database.execute(
                    """
                    INSERT INTO slip (id, code_digest, association_id, batch_id, serial, school_id, grade, class_number,
                        school_year, created_at, expires_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                    """,
                    .id(ids[index]), .digest(code.digest), .slug(officer.association), .id(batch),
                    .text(serials[index]),
                    .slug(school.id), .int(order.grade), .int(order.class), .int(year.year), .moment(now),
                    .moment(expires)
                )
            }
            try AuditLog.append(
                AuditEntry(
                    association: officer.association, actor: .officer(officer.id), act: .printSlips,
                    subject: batch.text,
                    detail: "\(codes.count)"
                ),
                at: now, in: database
            )
            return serials
        }
        return SlipBatchBody(
            batch: batch.text, school: school.id.text, grade: order.grade, class: order.class, schoolYear: year.year,
            slips: zip(serials, codes).map { serial, code in
                PrintedSlipBody(
                    serial: serial, code: code.printed, joinURL: baseURL + SiteRoute.join(code.printed),
                    expires: expires.text
                )
            }
        )
    }

    private static func checked(
        _ order: SlipOrderBody, association: Association, today: SchoolDay
    ) throws(NoticeError) -> (School, SchoolYear) {
        var flaws: [Flaw] = []
        let school = AudienceReader(association: association, inherited: nil).school(named: order.school, flaws: &flaws)
        if let school {
            if !school.grades.contains(order.grade) {
                flaws.append(Flaw(.unknownGrade, field: "grade", value: String(order.grade)))
            } else if let number = order.class, !school.has(SchoolClass(grade: order.grade, number: number)) {
                flaws.append(Flaw(.unknownClass, field: "class", value: "\(order.grade)-\(number)"))
            }
        }
        if let number = order.class, !(1...99).contains(number) {
            flaws.append(Flaw(.unknownClass, field: "class", value: String(number)))
        }
        if !(1...1000).contains(order.count) { flaws.append(Flaw(.outOfRange, field: "count", value: "1–1000")) }
        let year = order.schoolYear ?? today.schoolYear.year
        let years = today.schoolYear.year...today.schoolYear.next.year
        if !years.contains(year) {
            flaws.append(Flaw(.outOfRange, field: "school_year", value: "\(years.lowerBound)–\(years.upperBound)"))
        }
        guard flaws.isEmpty, let school else { throw .invalid(flaws) }
        return (school, SchoolYear(year))
    }

    public func slips(for officer: Officer) async throws -> SlipListBody {
        let now = effects.now()
        return try await engine.read { database in
            let rows = try database.query(
                """
                SELECT serial, batch_id, school_id, grade, class_number, school_year, expires_at, redeemed_at, cancelled_at
                FROM slip WHERE association_id = $1 ORDER BY created_at, batch_id, id
                """,
                .slug(officer.association)
            )
            return SlipListBody(slips: try rows.map { try Self.slipBody($0, at: now) })
        }
    }

    private static func slipBody(_ row: Row, at now: Moment) throws -> SlipBody {
        let expires = try row.moment("expires_at")
        let state =
            if try row.momentIfAny("redeemed_at") != nil {
                "used"
            } else if try row.momentIfAny("cancelled_at") != nil {
                "cancelled"
            } else {
                expires <= now ? "expired" : "unused"
            }
        return SlipBody(
            serial: try row.text("serial"), batch: try row.text("batch_id"), school: try row.text("school_id"),
            grade: try row.integer("grade"), class: try row.integerIfAny("class_number"),
            schoolYear: try row.integer("school_year"), state: state, expires: expires.text
        )
    }

    /// Makes one unused slip worthless, by the serial printed on it.
    public func cancelSlip(_ serial: String, by officer: Officer) async throws -> CancelledSlipsBody {
        try await cancelSlips("serial = $3", .text(serial.uppercased()), subject: serial.uppercased(), by: officer)
    }

    /// Makes the unused slips of a stack worthless.
    public func cancelSlipBatch(_ id: String, by officer: Officer) async throws -> CancelledSlipsBody {
        try await cancelSlips("batch_id = $3", .text(id), subject: id, by: officer)
    }

    private func cancelSlips(
        _ condition: String, _ value: DatabaseValue, subject: String, by officer: Officer
    ) async throws -> CancelledSlipsBody {
        try officer.require(.authors)
        let now = effects.now()
        return try await engine.transaction { database in
            let known = try database.first(
                "SELECT 1 AS found FROM slip WHERE association_id = $2 AND \(condition) AND $1 = $1",
                .moment(now), .slug(officer.association), value
            )
            guard known != nil else { throw NoticeError.notFound }
            let count = try database.execute(
                """
                UPDATE slip SET cancelled_at = $1
                WHERE association_id = $2 AND \(condition) AND redeemed_at IS NULL AND cancelled_at IS NULL
                """,
                .moment(now), .slug(officer.association), value
            )
            guard count > 0 else { throw NoticeError.conflict(.alreadyUsed) }
            try AuditLog.append(
                AuditEntry(
                    association: officer.association, actor: .officer(officer.id), act: .cancelSlip, subject: subject,
                    detail: "\(count)"
                ),
                at: now, in: database
            )
            return CancelledSlipsBody(cancelled: count)
        }
    }
}

extension DatabaseSession {
    /// Counts the stacks of an association: A, B, … Z, AA.
    fileprivate func nextSeries(of association: Association.ID) throws -> Int {
        try execute(
            """
            INSERT INTO slip_series (association_id, printed) VALUES ($1, 1)
            ON CONFLICT (association_id) DO UPDATE SET printed = slip_series.printed + 1
            """,
            .slug(association)
        )
        return try first("SELECT printed FROM slip_series WHERE association_id = $1", .slug(association))?
            .integer("printed") ?? 1
    }
}
