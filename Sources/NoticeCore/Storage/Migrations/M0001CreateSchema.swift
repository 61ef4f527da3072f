extension Migration {
    /// The first schema. Days are `YYYY-MM-DD`, moments UTC milliseconds, lists are joined by line feeds, grades by commas.
    static let m0001CreateSchema = Migration(
        version: 1,
        name: "create schema",
        statements: people + notices + changes + m0001Families + m0001Audit
    )

    private static let people = [
        """
        CREATE TABLE association (
            id TEXT NOT NULL PRIMARY KEY
        )
        """,
        """
        CREATE TABLE officer (
            id TEXT NOT NULL PRIMARY KEY,
            association_id TEXT NOT NULL REFERENCES association (id),
            name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('admin', 'officer', 'approver', 'auditor')),
            created_at INT64 NOT NULL,
            revoked_at INT64
        )
        """,
        "CREATE INDEX officer_association ON officer (association_id)",
        """
        CREATE TABLE invitation (
            code_digest BYTES NOT NULL PRIMARY KEY,
            association_id TEXT NOT NULL REFERENCES association (id),
            role TEXT NOT NULL CHECK (role IN ('admin', 'officer', 'approver', 'auditor')),
            name TEXT NOT NULL,
            invited_by TEXT REFERENCES officer (id),
            created_at INT64 NOT NULL,
            expires_at INT64 NOT NULL,
            used_at INT64
        )
        """,
        """
        CREATE TABLE device (
            id TEXT NOT NULL PRIMARY KEY,
            token_digest BYTES NOT NULL UNIQUE,
            name TEXT NOT NULL,
            created_at INT64 NOT NULL,
            expires_on TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE device_officer (
            device_id TEXT NOT NULL REFERENCES device (id),
            officer_id TEXT NOT NULL REFERENCES officer (id),
            PRIMARY KEY (device_id, officer_id)
        )
        """,
        "CREATE INDEX device_officer_officer ON device_officer (officer_id)",
    ]

    private static let notices = [
        """
        CREATE TABLE change_set (
            id TEXT NOT NULL PRIMARY KEY,
            association_id TEXT NOT NULL REFERENCES association (id),
            kind TEXT NOT NULL CHECK (kind IN ('letter', 'import', 'events', 'move', 'cancel', 'withdraw')),
            school_id TEXT,
            notice_id TEXT,
            notice_revision INT64,
            state TEXT NOT NULL CHECK (state IN ('draft', 'pending', 'returned', 'cleared', 'published', 'discarded')),
            reason TEXT,
            author_id TEXT NOT NULL REFERENCES officer (id),
            created_at INT64 NOT NULL,
            submitted_at INT64,
            cleared_by TEXT CHECK (cleared_by IN ('officer', 'not_required')),
            approver_id TEXT REFERENCES officer (id),
            cleared_at INT64,
            returned_reason TEXT,
            publisher_id TEXT REFERENCES officer (id),
            published_at INT64,
            CHECK (approver_id IS NULL OR approver_id <> author_id),
            CHECK ((cleared_by = 'officer') = (approver_id IS NOT NULL) OR cleared_by IS NULL AND approver_id IS NULL),
            CHECK ((cleared_by IS NULL) = (cleared_at IS NULL)),
            CHECK (state NOT IN ('cleared', 'published') OR cleared_by IS NOT NULL),
            CHECK ((state = 'published') = (published_at IS NOT NULL)),
            CHECK ((kind = 'letter') = (notice_revision IS NOT NULL))
        )
        """,
        "CREATE INDEX change_set_association ON change_set (association_id, created_at, id)",
        "CREATE INDEX change_set_notice ON change_set (notice_id, created_at)",
        """
        CREATE TABLE notice (
            id TEXT NOT NULL PRIMARY KEY,
            association_id TEXT NOT NULL REFERENCES association (id),
            created_at INT64 NOT NULL,
            latest_revision INT64 NOT NULL CHECK (latest_revision >= 1),
            live_revision INT64 NOT NULL CHECK (live_revision BETWEEN 0 AND latest_revision),
            live_at INT64,
            withdrawn_at INT64
        )
        """,
        "CREATE INDEX notice_association ON notice (association_id, created_at, id)",
        """
        CREATE TABLE notice_revision (
            notice_id TEXT NOT NULL REFERENCES notice (id),
            revision INT64 NOT NULL CHECK (revision >= 1),
            change_set_id TEXT NOT NULL REFERENCES change_set (id),
            source TEXT NOT NULL CHECK (source IN ('school', 'association')),
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            issued_on TEXT NOT NULL,
            whole_association INT64 NOT NULL CHECK (whole_association IN (0, 1)),
            school_id TEXT,
            grades TEXT NOT NULL,
            classes TEXT NOT NULL,
            privacy_flags TEXT NOT NULL,
            author_id TEXT NOT NULL REFERENCES officer (id),
            created_at INT64 NOT NULL,
            PRIMARY KEY (notice_id, revision)
        )
        """,
        """
        CREATE TABLE attachment (
            digest BYTES NOT NULL,
            association_id TEXT NOT NULL REFERENCES association (id),
            media_type TEXT NOT NULL,
            size INT64 NOT NULL CHECK (size > 0),
            created_at INT64 NOT NULL,
            PRIMARY KEY (digest, association_id)
        )
        """,
        """
        CREATE TABLE notice_attachment (
            notice_id TEXT NOT NULL,
            revision INT64 NOT NULL,
            position INT64 NOT NULL,
            association_id TEXT NOT NULL,
            digest BYTES NOT NULL,
            file_name TEXT NOT NULL,
            privacy_flags TEXT NOT NULL,
            PRIMARY KEY (notice_id, revision, position),
            FOREIGN KEY (notice_id, revision) REFERENCES notice_revision (notice_id, revision),
            FOREIGN KEY (digest, association_id) REFERENCES attachment (digest, association_id)
        )
        """,
        """
        CREATE TABLE notice_cohort (
            association_id TEXT NOT NULL,
            school_id TEXT NOT NULL,
            entry_year INT64 NOT NULL,
            issued_on TEXT NOT NULL,
            notice_id TEXT NOT NULL REFERENCES notice (id),
            PRIMARY KEY (association_id, school_id, entry_year, issued_on, notice_id)
        )
        """,
        "CREATE INDEX notice_cohort_notice ON notice_cohort (notice_id)",
    ]

    /// The columns of ``EventContent``, alike in a draft, a published revision and an imported row.
    private static let contentColumns = """
            title TEXT NOT NULL CHECK (title <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('event', 'deadline', 'closure', 'information')),
            status TEXT NOT NULL CHECK (status IN ('confirmed', 'tentative', 'cancelled')),
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            start_minute INT64 CHECK (start_minute BETWEEN 0 AND 1439),
            end_minute INT64 CHECK (end_minute BETWEEN 0 AND 1439),
            continuous INT64 NOT NULL CHECK (continuous IN (0, 1)),
            date_precision TEXT NOT NULL CHECK (date_precision IN ('exact', 'approx')),
            whole_association INT64 NOT NULL CHECK (whole_association IN (0, 1)),
            school_id TEXT,
            grades TEXT NOT NULL,
            classes TEXT NOT NULL,
            groups TEXT NOT NULL,
            place TEXT,
            rain_dates TEXT NOT NULL,
            items TEXT NOT NULL,
            reception_minute INT64 CHECK (reception_minute BETWEEN 0 AND 1439),
            note TEXT,
            CHECK (last_day >= first_day),
            CHECK ((whole_association = 1) = (school_id IS NULL))
        """

    private static let changes = [
        """
        CREATE TABLE event (
            id TEXT NOT NULL PRIMARY KEY,
            association_id TEXT NOT NULL REFERENCES association (id),
            school_id TEXT,
            external_id TEXT,
            source TEXT NOT NULL CHECK (source IN ('school', 'association')),
            created_at INT64 NOT NULL,
            latest_revision INT64 NOT NULL CHECK (latest_revision >= 1),
            live_revision INT64 NOT NULL CHECK (live_revision BETWEEN 0 AND latest_revision),
            UNIQUE (association_id, school_id, external_id)
        )
        """,
        """
        CREATE TABLE change_item (
            change_set_id TEXT NOT NULL REFERENCES change_set (id),
            position INT64 NOT NULL,
            event_id TEXT NOT NULL REFERENCES event (id),
            action TEXT NOT NULL CHECK (action IN ('create', 'revise', 'cancel', 'withdraw')),
            base_revision INT64 NOT NULL,
            revision INT64 NOT NULL,
        \(contentColumns),
            PRIMARY KEY (change_set_id, position),
            UNIQUE (change_set_id, event_id)
        )
        """,
        "CREATE INDEX change_item_event ON change_item (event_id, revision)",
        """
        CREATE TABLE event_revision (
            event_id TEXT NOT NULL REFERENCES event (id),
            revision INT64 NOT NULL CHECK (revision >= 1),
            change_set_id TEXT NOT NULL REFERENCES change_set (id),
            published_at INT64 NOT NULL,
            withdrawn INT64 NOT NULL CHECK (withdrawn IN (0, 1)),
            changed_from_day TEXT,
            changed_from_minute INT64,
            changed_from_place TEXT,
            changed_at INT64,
            rain_dates_hold INT64 NOT NULL CHECK (rain_dates_hold IN (0, 1)),
            source TEXT NOT NULL CHECK (source IN ('school', 'association')),
        \(contentColumns),
            PRIMARY KEY (event_id, revision)
        )
        """,
        "CREATE INDEX event_revision_published ON event_revision (published_at)",
        """
        CREATE TABLE event_cohort (
            association_id TEXT NOT NULL,
            school_id TEXT NOT NULL,
            entry_year INT64 NOT NULL,
            last_day TEXT NOT NULL,
            event_id TEXT NOT NULL REFERENCES event (id),
            PRIMARY KEY (association_id, school_id, entry_year, last_day, event_id)
        )
        """,
        "CREATE INDEX event_cohort_event ON event_cohort (event_id)",
        """
        CREATE TABLE event_listing (
            association_id TEXT NOT NULL,
            first_day TEXT NOT NULL,
            event_id TEXT NOT NULL UNIQUE REFERENCES event (id),
            change_set_id TEXT NOT NULL REFERENCES change_set (id),
            PRIMARY KEY (association_id, first_day, event_id)
        )
        """,
        """
        CREATE TABLE notice_event (
            notice_id TEXT NOT NULL REFERENCES notice (id),
            event_id TEXT NOT NULL REFERENCES event (id),
            PRIMARY KEY (notice_id, event_id)
        )
        """,
        "CREATE INDEX notice_event_event ON notice_event (event_id)",
        """
        CREATE TABLE import_row (
            event_id TEXT NOT NULL REFERENCES event (id),
            change_set_id TEXT NOT NULL REFERENCES change_set (id),
            import_school_id TEXT NOT NULL,
            school_year INT64 NOT NULL,
            external_id TEXT,
            imported_at INT64 NOT NULL,
        \(contentColumns),
            PRIMARY KEY (event_id, change_set_id)
        )
        """,
        "CREATE INDEX import_row_school ON import_row (import_school_id, school_year)",
    ]
}
