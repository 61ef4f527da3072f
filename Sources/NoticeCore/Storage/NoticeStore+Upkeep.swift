extension NoticeStore {
    /// Days for which unused slips, and the digests of ended calendars, are kept (SECURITY, "Retention").
    private static let retention = 30

    /// What has to be done now and then: last-fetched days in one batch, graduates, and what nobody needs any more.
    ///
    /// Cheap when there is nothing to do; call it every few seconds and once before stopping.
    public func runUpkeep() async throws {
        try await answerOperatorRequests()
        let fetched = feeds.takeFetched()
        let now = effects.now()
        let isDue = upkeepDay.takeIfNew(now.day)
        guard !fetched.isEmpty || isDue else { return }
        try await engine.transaction { database in
            for (feed, day) in fetched {
                try database.execute(
                    """
                    UPDATE feed SET last_fetched_on = $1
                    WHERE id = $2 AND household_id IS NOT NULL AND (last_fetched_on IS NULL OR last_fetched_on < $1)
                    """,
                    .day(day), .id(feed)
                )
            }
            if isDue { try database.retire(at: now, retention: Self.retention) }
        }
    }
}

extension DatabaseSession {
    fileprivate func retire(at now: Moment, retention: Int) throws {
        let old = now.adding(days: -retention)
        let families = try query(
            """
            SELECT household_id, max(ends_on) AS ends_on FROM seat GROUP BY household_id HAVING max(ends_on) < $1
            """,
            .day(now.day)
        )
        for row in families {
            try erase(row.id("household_id"), at: Moment(startOf: row.day("ends_on").adding(days: 1)))
        }
        try execute("DELETE FROM seat WHERE ends_on < $1", .day(now.day))
        try execute("DELETE FROM feed WHERE revoked_at < $1 AND household_id IS NULL", .moment(old))
        try execute("DELETE FROM slip WHERE redeemed_at IS NULL AND expires_at < $1", .moment(old))
        try execute("DELETE FROM invitation WHERE expires_at < $1", .moment(old))
    }
}
