import Testing

@testable import NoticeCore

/// What runs for every household, or over a whole city's rows, never reads a whole table.
@Suite struct QueryPlanTests {
    static let statements: [String] = [
        PublishedEventRow.ofCohort,
        SQLiteSession.changedEvents,
        "SELECT \(FeedRow.columns) FROM feed WHERE token_digest = $1",
        "SELECT household_id FROM digest_link WHERE token_digest = $1",
        "SELECT id FROM household WHERE secret_digest = $1 AND ended_at IS NULL",
        "SELECT id FROM seat WHERE household_id = $1 AND ends_on >= $2",
        "SELECT DISTINCT household_id FROM seat WHERE association_id = $1 AND school_id = $2 AND entry_year = $3",
        "SELECT id FROM slip WHERE code_digest = $1",
        "SELECT number, hash FROM audit_entry WHERE association_id = $1 ORDER BY number DESC LIMIT 1",
        "\(EventRow.select) WHERE l.association_id = $1 AND (l.first_day, l.event_id) > ($2, $3) ORDER BY l.first_day, l.event_id",
        "\(EventRow.select) WHERE l.event_id = $1 AND l.association_id = $2",
        "SELECT base_revision FROM change_item WHERE event_id = $1 AND revision = $2",
        "DELETE FROM event_cohort WHERE event_id = $1",
        "SELECT household_id FROM seat WHERE ends_on < $1",
        "DELETE FROM feed WHERE revoked_at < $1 AND household_id IS NULL",
    ]

    @Test(arguments: statements)
    func statement_readsNoWholeTable(statement: String) async throws {
        let test = try await TestStore.make()
        let steps = try await test.store.engine.read { database in
            let parameters = (1...8).filter { statement.contains("$\($0)") }.map { _ in DatabaseValue.null }
            return try database.query("EXPLAIN QUERY PLAN " + statement, parameters).map { try $0.text("detail") }
        }
        #expect(!steps.isEmpty)
        for step in steps { #expect(!step.hasPrefix("SCAN"), "\(step)") }
        try await test.end()
    }
}
