extension DatabaseSession {
    /// A change set as officers see it.
    func changeSetBody(_ set: ChangeSet, of association: Association) throws -> ChangeSetBody {
        let set = try changeSet(set.id, of: association.id)
        let subject = try clearanceCase(of: set, association: association)
        let items = try items(of: set.id)
        return ChangeSetBody(
            id: set.id.text, kind: set.kind.rawValue, state: set.state.rawValue, school: set.school?.text,
            author: try officerReference(set.author), created: set.created.text, reason: set.reason,
            submitted: set.submitted?.text,
            clearance: try set.clearance.map { clearance in
                ClearanceBody(
                    by: clearance.word, officer: try clearance.officer.map(officerReference), at: clearance.moment.text
                )
            },
            published: set.published?.text, returned: set.returnedReason, needsSecondPerson: subject.needsSecondPerson,
            privacyFlags: subject.privacyFlags.map(\.rawValue).sorted(),
            notice: try set.notice.map { try noticeBody($0, of: association.id) },
            changes: try items.map { try changeBody($0, of: association.id) },
            reach: try reach(of: items, letter: set.notice, association: association)
        )
    }

    /// What clearing has to know of a change set.
    func clearanceCase(of set: ChangeSet, association: Association) throws -> ClearanceCase {
        var flags: Set<PrivacyFlag> = []
        var hasAttachments = false
        if set.kind == .letter, let notice = set.notice, let revision = set.noticeRevision,
            let row = try first(
                "SELECT privacy_flags FROM notice_revision WHERE notice_id = $1 AND revision = $2",
                .id(notice), .int(revision)
            )
        {
            let files = try attachments(of: notice, revision: revision)
            flags = try files.reduce(into: row.privacyFlags()) { $0.formUnion($1.privacyFlags) }
            hasAttachments = !files.isEmpty
        }
        return ClearanceCase(
            author: set.author, rule: association.twoPersonRule, hasAttachments: hasAttachments, privacyFlags: flags
        )
    }

    private func officerReference(_ id: Officer.ID) throws -> OfficerReferenceBody {
        let name = try first("SELECT name FROM officer WHERE id = $1", .id(id))?.text("name")
        return OfficerReferenceBody(id: id.text, name: name ?? "")
    }

    private func changeBody(_ item: ChangeItem, of association: Association.ID) throws -> EventChangeBody {
        let event = try first("SELECT external_id, live_revision FROM event WHERE id = $1", .id(item.event))
        let before = try published(item.event, before: item.revision)
        let externalID = try event?.textIfAny("external_id")
        let notices = try query(
            "SELECT notice_id FROM notice_event WHERE event_id = $1 ORDER BY notice_id", .id(item.event)
        ).map { try $0.text("notice_id") }
        func body(_ content: EventContent, _ revision: Int, _ state: String) -> EventBody {
            EventBody(
                id: item.event, revision: revision, state: state, externalID: externalID, content: content,
                notices: notices
            )
        }
        let isPublished = try event?.integer("live_revision") ?? 0 >= item.revision
        let state =
            switch item.action {
            case .withdraw: "withdrawn"
            case .cancel: "cancelled"
            case .create, .revise: isPublished ? "live" : "draft"
            }
        return EventChangeBody(
            action: item.action.rawValue, before: before.map { body($0.content, $0.revision, "live") },
            after: body(item.content, item.revision, state)
        )
    }

    private func published(_ event: Event.ID, before revision: Int) throws -> (revision: Int, content: EventContent)? {
        try first(
            """
            SELECT r.revision AS revision, \(EventContentColumns.selected(from: "r")) FROM event_revision r
            WHERE r.event_id = $1 AND r.revision < $2 ORDER BY r.revision DESC LIMIT 1
            """,
            .id(event), .int(revision)
        ).map { (try $0.integer("revision"), try EventContentColumns.content(from: $0)) }
    }

    /// Whom publishing would reach: grades, and how many households.
    private func reach(
        of items: [ChangeItem], letter: Notice.ID?, association: Association
    ) throws -> ReachBody {
        var audiences = items.map { ($0.content.audience, $0.content.firstDay) }
        if let letter {
            let content = try self.letter(letter, of: association.id).content
            audiences.append((content.audience, content.issued))
        }
        var grades: [School.ID: Set<Int>] = [:]
        var cohorts: Set<Cohort> = []
        for (audience, day) in audiences {
            cohorts.formUnion(audience.cohorts(on: day, in: association.id))
            switch audience {
            case .wholeAssociation:
                for school in association.schools { grades[school.id, default: []].formUnion(school.grades) }
            case .grades(let school, let named, _): grades[school, default: []].formUnion(named)
            }
        }
        let count = try householdCount(in: cohorts, of: association.id)
        return ReachBody(
            schools: grades.sorted { $0.key < $1.key }.map {
                SchoolReachBody(school: $0.key.text, grades: $0.value.sorted())
            },
            households: SmallCount.shown(count)
        )
    }

    private func householdCount(in cohorts: Set<Cohort>, of association: Association.ID) throws -> Int {
        if cohorts.contains(.everyone(of: association)) {
            return try first(
                "SELECT count(DISTINCT household_id) AS households FROM seat WHERE association_id = $1",
                .slug(association)
            )?.integer("households") ?? 0
        }
        var households: Set<String> = []
        for cohort in cohorts {
            households.formUnion(
                try query(
                    """
                    SELECT DISTINCT household_id FROM seat
                    WHERE association_id = $1 AND school_id = $2 AND entry_year = $3
                    """,
                    .slug(association), .slug(cohort.school), .int(cohort.entryYear)
                ).map { try $0.text("household_id") }
            )
        }
        return households.count
    }
}
