extension NoticeStore {
    /// Uses an invitation up and signs a device in.
    ///
    /// - Parameter bearer: A device that is signed in already and gains the association.
    /// - Throws: ``NoticeError/notFound`` for an unknown, used or expired code alike.
    public func signIn(_ body: SignInBody, adding bearer: Secret<DeviceToken>?) async throws -> SignedInBody {
        let code = try Self.code(typed: body.code)
        let deviceName = try Self.line(body.device, field: "device", limit: 60)
        let token = Secret<DeviceToken>(effects: effects)
        let officerID: Officer.ID = newID()
        let now = effects.now()
        let expires = Self.lastDayOfDevice(signedIn: now.day)
        let device = NewDevice(id: newID(), token: token.digest, name: deviceName, expires: expires)
        let (officer, isNewDevice) = try await engine.transaction { database in
            let officer = try database.takeInvitation(code, as: officerID, at: now)
            let known = try bearer.flatMap { try database.device(presenting: $0, on: now.day) }
            if known == nil { try database.insert(device, at: now) }
            try database.execute(
                "INSERT INTO device_officer (device_id, officer_id) VALUES ($1, $2)",
                .id(known ?? device.id), .id(officer.id)
            )
            try AuditLog.append(
                AuditEntry(
                    association: officer.association, actor: .officer(officer.id), act: .signIn,
                    subject: officer.id.text, detail: officer.role.rawValue
                ),
                at: now, in: database
            )
            return (officer, known == nil)
        }
        try await forgetFirstStep(of: officer.association, code: code)
        let signedIn = try await officerBody(officer)
        return SignedInBody(token: isNewDevice ? token.text : nil, officer: signedIn, expires: expires.text)
    }

    /// Device tokens end on 30 April, when committees have changed (SECURITY, "Secrets").
    private static func lastDayOfDevice(signedIn day: SchoolDay) -> SchoolDay {
        day.schoolYear.next.dayOfFarewell.adding(days: -1)
    }
}

/// A device that signs in for the first time; made before the transaction, which may run again.
private struct NewDevice: Sendable {
    let id: EntityID<Device>
    let token: Digest
    let name: String
    let expires: SchoolDay
}

extension DatabaseSession {
    /// - Throws: ``NoticeError/notFound`` for an unknown, used or expired code alike.
    fileprivate func takeInvitation(_ code: SlipCode, as id: Officer.ID, at now: Moment) throws -> Officer {
        guard
            let invitation = try first(
                """
                SELECT association_id, role, name FROM invitation
                WHERE code_digest = $1 AND used_at IS NULL AND expires_at > $2
                """,
                .digest(code.digest), .moment(now)
            )
        else { throw NoticeError.notFound }
        let officer = Officer(
            id: id, association: try invitation.slug("association_id"), name: try invitation.text("name"),
            role: try invitation.word("role")
        )
        try execute("UPDATE invitation SET used_at = $1 WHERE code_digest = $2", .moment(now), .digest(code.digest))
        try execute(
            "INSERT INTO officer (id, association_id, name, role, created_at) VALUES ($1, $2, $3, $4, $5)",
            .id(officer.id), .slug(officer.association), .text(officer.name), .word(officer.role), .moment(now)
        )
        return officer
    }

    fileprivate func device(presenting token: Secret<DeviceToken>, on day: SchoolDay) throws -> EntityID<Device>? {
        try first(
            "SELECT id FROM device WHERE token_digest = $1 AND expires_on >= $2", .digest(token.digest), .day(day)
        )?.id("id")
    }

    fileprivate func insert(_ device: NewDevice, at now: Moment) throws {
        try execute(
            "INSERT INTO device (id, token_digest, name, created_at, expires_on) VALUES ($1, $2, $3, $4, $5)",
            .id(device.id), .digest(device.token), .text(device.name), .moment(now), .day(device.expires)
        )
    }
}
