extension Migration {
    /// What the first schema keeps of families, and the audit log.
    static let m0001Families = [
        """
        CREATE TABLE slip (
            id TEXT NOT NULL PRIMARY KEY,
            code_digest BYTES NOT NULL UNIQUE,
            association_id TEXT NOT NULL REFERENCES association (id),
            batch_id TEXT NOT NULL,
            serial TEXT NOT NULL,
            school_id TEXT NOT NULL,
            grade INT64 NOT NULL CHECK (grade BETWEEN 1 AND 9),
            class_number INT64 CHECK (class_number BETWEEN 1 AND 99),
            school_year INT64 NOT NULL,
            created_at INT64 NOT NULL,
            expires_at INT64 NOT NULL,
            redeemed_at INT64,
            cancelled_at INT64,
            UNIQUE (association_id, serial),
            CHECK (redeemed_at IS NULL OR cancelled_at IS NULL)
        )
        """,
        "CREATE INDEX slip_batch ON slip (association_id, batch_id)",
        """
        CREATE TABLE slip_series (
            association_id TEXT NOT NULL PRIMARY KEY REFERENCES association (id),
            printed INT64 NOT NULL
        )
        """,
        """
        CREATE TABLE household (
            id TEXT NOT NULL PRIMARY KEY,
            secret_digest BYTES NOT NULL UNIQUE,
            hidden_groups TEXT NOT NULL,
            created_at INT64 NOT NULL,
            ended_at INT64
        )
        """,
        """
        CREATE TABLE digest_link (
            token_digest BYTES NOT NULL PRIMARY KEY,
            household_id TEXT NOT NULL REFERENCES household (id),
            created_at INT64 NOT NULL
        )
        """,
        "CREATE INDEX digest_link_household ON digest_link (household_id)",
        """
        CREATE TABLE seat (
            id TEXT NOT NULL PRIMARY KEY,
            household_id TEXT NOT NULL REFERENCES household (id),
            association_id TEXT NOT NULL REFERENCES association (id),
            school_id TEXT NOT NULL,
            entry_year INT64 NOT NULL,
            class_number INT64 CHECK (class_number BETWEEN 1 AND 99),
            class_year INT64,
            ends_on TEXT NOT NULL,
            created_at INT64 NOT NULL,
            CHECK ((class_number IS NULL) = (class_year IS NULL))
        )
        """,
        "CREATE INDEX seat_household ON seat (household_id)",
        "CREATE INDEX seat_cohort ON seat (association_id, school_id, entry_year)",
        "CREATE INDEX seat_end ON seat (ends_on)",
        """
        CREATE TABLE feed (
            id TEXT NOT NULL PRIMARY KEY,
            household_id TEXT REFERENCES household (id),
            token_digest BYTES NOT NULL UNIQUE,
            label TEXT NOT NULL,
            kinds TEXT NOT NULL,
            detail TEXT NOT NULL CHECK (detail IN ('full', 'titles')),
            reminders TEXT NOT NULL,
            language TEXT NOT NULL CHECK (language IN ('ja', 'en', 'ja-simple')),
            cancelled_style TEXT NOT NULL CHECK (cancelled_style IN ('summary', 'status')),
            created_at INT64 NOT NULL,
            last_fetched_on TEXT,
            revoked_at INT64,
            CHECK (household_id IS NOT NULL OR revoked_at IS NOT NULL)
        )
        """,
        "CREATE INDEX feed_household ON feed (household_id)",
        "CREATE INDEX feed_revoked ON feed (revoked_at)",
    ]

    static let m0001Audit = [
        """
        CREATE TABLE audit_entry (
            association_id TEXT NOT NULL REFERENCES association (id),
            number INT64 NOT NULL CHECK (number >= 1),
            at INT64 NOT NULL,
            actor TEXT NOT NULL,
            act TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            previous BYTES NOT NULL,
            hash BYTES NOT NULL,
            PRIMARY KEY (association_id, number)
        )
        """
    ]
}
