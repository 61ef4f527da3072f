extension Migration {
    /// How the headings of a school's lists are to be understood; `field` is null for a column that is not read.
    static let m0002RememberColumns = Migration(
        version: 2,
        name: "remember columns",
        statements: [
            """
            CREATE TABLE import_column (
                association_id TEXT NOT NULL REFERENCES association (id),
                school_id TEXT NOT NULL,
                heading_key TEXT NOT NULL CHECK (heading_key <> ''),
                heading TEXT NOT NULL CHECK (heading <> ''),
                field TEXT CHECK (field <> ''),
                remembered_at INT64 NOT NULL,
                PRIMARY KEY (association_id, school_id, heading_key)
            )
            """
        ]
    )
}
