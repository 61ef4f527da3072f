extension Migration {
    /// What officers decided about a letter's draft and a registered event, so that nobody is asked again.
    static let m0003RememberMatches = Migration(
        version: 3,
        name: "remember matches",
        statements: [
            """
            CREATE TABLE match_decision (
                association_id TEXT NOT NULL REFERENCES association (id),
                event_id TEXT NOT NULL REFERENCES event (id),
                draft_key TEXT NOT NULL CHECK (draft_key <> ''),
                verdict TEXT NOT NULL CHECK (verdict IN ('update', 'separate')),
                officer_id TEXT NOT NULL REFERENCES officer (id),
                decided_at INT64 NOT NULL,
                PRIMARY KEY (association_id, draft_key, event_id)
            )
            """
        ]
    )
}
