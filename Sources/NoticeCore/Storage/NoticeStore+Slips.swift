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
        let stack = SlipStack(
            batch: newID(), association: officer.association, school: school.id, grade: order.grade,
            classNumber: order.class, year: year, expires: now.adding(days: association.slipDays),
            slips: (0..<order.count).map { _ in (newID(), SlipCode(effects: effects)) }
        )
        let serials = try await engine.transaction { database in
            let serials = try database.insert(stack, at: now)
            try AuditLog.append(
                AuditEntry(
                    association: officer.association, actor: .officer(officer.id), act: .printSlips,
                    subject: stack.batch.text, detail: "\(serials.count)"
                ),
                at: now, in: database
            )
            return serials
        }
        return SlipBatchBody(
            batch: stack.batch.text, school: school.id.text, grade: order.grade, class: order.class,
            schoolYear: year.year,
            slips: zip(serials, stack.slips).map { serial, slip in
                PrintedSlipBody(
                    serial: serial, code: slip.code.printed, joinURL: baseURL + SiteRoute.join(slip.code.printed),
                    expires: stack.expires.text
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
            } else if let number = order.class,
                !(1...99).contains(number) || !school.has(SchoolClass(grade: order.grade, number: number))
            {
                flaws.append(Flaw(.unknownClass, field: "class", value: "\(order.grade)-\(number)"))
            }
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

    /// Every slip that is kept, in the order of the serials.
    public func slips(for officer: Officer) async throws -> SlipListBody {
        let now = effects.now()
        return try await engine.read { database in
            let rows = try database.query(
                """
                SELECT serial, batch_id, school_id, grade, class_number, school_year, expires_at, redeemed_at, cancelled_at
                FROM slip WHERE association_id = $1
                """,
                .slug(officer.association)
            )
            let slips = try rows.map { try Self.slipBody($0, at: now) }
            return SlipListBody(slips: slips.sorted { Slip.isPrinted($0.serial, before: $1.serial) })
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

/// Slips that are printed together; made before the transaction, which may run again.
private struct SlipStack: Sendable {
    let batch: EntityID<SlipBatch>
    let association: Association.ID
    let school: School.ID
    let grade: Int
    let classNumber: Int?
    let year: SchoolYear
    let expires: Moment
    let slips: [(id: Slip.ID, code: SlipCode)]
}

extension DatabaseSession {
    /// - Returns: The serials, in the order of the slips.
    fileprivate func insert(_ stack: SlipStack, at now: Moment) throws -> [String] {
        let series = try nextSeries(of: stack.association)
        return try stack.slips.enumerated().map { index, slip in
            let serial = Slip.serial(series: series, number: index + 1)
            try execute(
                """
                INSERT INTO slip (id, code_digest, association_id, batch_id, serial, school_id, grade, class_number,
                    school_year, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                .id(slip.id), .digest(slip.code.digest), .slug(stack.association), .id(stack.batch), .text(serial),
                .slug(stack.school), .int(stack.grade), .int(stack.classNumber), .int(stack.year.year), .moment(now),
                .moment(stack.expires)
            )
            return serial
        }
    }

    /// Counts the stacks of an association: A, B, … Z, AA.
    private func nextSeries(of association: Association.ID) throws -> Int {
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
