extension NoticeStore {
    /// Days for which an invitation can be used.
    private static let invitationDays = 14

    /// The officers that a device is signed in as; empty for a token that is unknown, ended or revoked.
    public func officers(presenting token: Secret<DeviceToken>) async throws -> [Officer] {
        let today = effects.now().day
        return try await engine.read { database in
            try database.query(
                """
                SELECT o.id AS id, o.association_id AS association_id, o.name AS name, o.role AS role
                FROM device d
                JOIN device_officer l ON l.device_id = d.id
                JOIN officer o ON o.id = l.officer_id
                WHERE d.token_digest = $1 AND d.expires_on >= $2 AND o.revoked_at IS NULL
                ORDER BY o.association_id
                """,
                .digest(token.digest), .day(today)
            ).map(Self.officer)
        }
    }

    /// An officer by name, for the demo.
    func officer(named name: String, of association: Association.ID) async throws -> Officer? {
        try await engine.read { database in
            try database.first(
                """
                SELECT id, association_id, name, role FROM officer
                WHERE association_id = $1 AND name = $2 AND revoked_at IS NULL
                """,
                .slug(association), .text(name)
            ).map(Self.officer)
        }
    }

    public func me(_ officers: [Officer]) async throws -> MeBody {
        var bodies: [OfficerBody] = []
        for officer in officers { bodies.append(try await officerBody(officer)) }
        return MeBody(officers: bodies)
    }

    /// Makes a one-time invitation.
    ///
    /// - Throws: ``NoticeError/forbidden(_:)`` unless `admin` is one.
    public func invite(_ body: InvitationDraftBody, by admin: Officer) async throws -> InvitationBody {
        try admin.require([.admin])
        guard let role = Role(rawValue: body.role) else {
            throw NoticeError.invalid(.unknownOption, field: "role", value: body.role)
        }
        let name = try Self.line(body.name, field: "name", limit: 60)
        return try await invitation(association: admin.association, role: role, name: name, by: .officer(admin.id))
    }

    /// Makes an invitation for the person at the machine, who has the database anyway.
    public func invite(association: Association.ID, role: Role, name: String) async throws -> InvitationBody {
        guard associations[association] != nil else { throw NoticeError.notFound }
        return try await invitation(association: association, role: role, name: name, by: .operatorOfMachine)
    }

    private func invitation(
        association: Association.ID, role: Role, name: String, by actor: AuditEntry.Actor
    ) async throws -> InvitationBody {
        let code = SlipCode(effects: effects)
        let now = effects.now()
        let expires = now.adding(days: Self.invitationDays)
        try await engine.transaction { database in
            let inviter: DatabaseValue =
                switch actor {
                case .officer(let id): .id(id)
                case .operatorOfMachine, .household: .null
                }
            try database.execute(
                """
                INSERT INTO invitation (code_digest, association_id, role, name, invited_by, created_at, expires_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                .digest(code.digest), .slug(association), .word(role), .text(name), inviter, .moment(now),
                .moment(expires)
            )
            try AuditLog.append(
                AuditEntry(
                    association: association, actor: actor, act: .inviteOfficer, subject: "invitation",
                    detail: role.rawValue
                ),
                at: now, in: database
            )
        }
        return InvitationBody(
            association: association.text, role: role.rawValue, name: name, code: code.printed, expires: expires.text
        )
    }

    public func officers(for reader: Officer) async throws -> OfficerListBody {
        try reader.require([.admin, .auditor])
        return try await engine.read { database in
            let rows = try database.query(
                """
                SELECT id, association_id, name, role, revoked_at FROM officer
                WHERE association_id = $1 ORDER BY created_at, id
                """,
                .slug(reader.association)
            )
            let officers = try rows.map { row in
                try Self.body(of: Self.officer(row), revoked: row.momentIfAny("revoked_at") != nil, in: database)
            }
            return OfficerListBody(officers: officers)
        }
    }

    /// Ends an officer's work: the very next request with any of the devices is refused.
    public func revokeOfficer(_ id: Officer.ID, by admin: Officer) async throws {
        try admin.require([.admin])
        let now = effects.now()
        try await engine.transaction { database in
            let changed = try database.execute(
                """
                UPDATE officer SET revoked_at = $1
                WHERE id = $2 AND association_id = $3 AND revoked_at IS NULL
                """,
                .moment(now), .id(id), .slug(admin.association)
            )
            guard changed == 1 else { throw NoticeError.notFound }
            try AuditLog.append(
                AuditEntry(
                    association: admin.association, actor: .officer(admin.id), act: .revokeOfficer, subject: id.text
                ),
                at: now, in: database
            )
        }
    }

    public func verifyAudit(for officer: Officer) async throws -> AuditVerificationBody {
        try officer.require([.admin, .auditor])
        return try await engine.read { try AuditLog.verify(officer.association, in: $0) }
    }

    public func association(for officer: Officer) throws -> AssociationBody {
        AssociationBody(try association(of: officer) as Association)
    }

    func officerBody(_ officer: Officer) async throws -> OfficerBody {
        try await engine.read { try Self.body(of: officer, revoked: false, in: $0) }
    }

    private static func body(
        of officer: Officer, revoked: Bool, in database: any DatabaseSession
    ) throws -> OfficerBody {
        let devices = try database.query(
            """
            SELECT d.name AS name, d.created_at AS created_at, d.expires_on AS expires_on
            FROM device_officer l JOIN device d ON d.id = l.device_id
            WHERE l.officer_id = $1 ORDER BY d.created_at DESC
            """,
            .id(officer.id)
        )
        return OfficerBody(
            id: officer.id.text, association: officer.association.text, name: officer.name,
            role: officer.role.rawValue, revoked: revoked,
            devices: try devices.map {
                DeviceBody(
                    name: try $0.text("name"), signedIn: try $0.moment("created_at").text,
                    expires: try $0.text("expires_on")
                )
            }
        )
    }

    private static func officer(_ row: Row) throws -> Officer {
        Officer(
            id: try row.id("id"), association: try row.slug("association_id"), name: try row.text("name"),
            role: try row.word("role")
        )
    }

    /// Reads a slip's or an invitation's code.
    ///
    /// - Throws: ``NoticeError/invalid(_:)`` when it cannot be one of ours.
    public static func code(typed text: String) throws(NoticeError) -> SlipCode {
        do {
            return try SlipCode(typed: String(text.prefix(100)))
        } catch {
            throw .invalid(.mistypedCode, field: "code")
        }
    }

    static func line(_ text: String, field: String, limit: Int) throws(NoticeError) -> String {
        switch CheckedText.line(text, limit: limit) {
        case .success(let text) where text.isEmpty: throw .invalid(.missing, field: field)
        case .success(let text): return text
        case .failure(let fault): throw .invalid([fault.flaw(field: field)])
        }
    }
}
