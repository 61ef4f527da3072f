/// What a table changes, decided without touching anything: which rows are new, which correct an event, which say nothing new,
/// and which events the table no longer names.
struct ImportPlan: Sendable {
    /// An event of an earlier table.
    struct Known: Sendable {
        let event: Event.ID
        let externalID: String?
        /// What the earlier table said, or `nil` when the event did not come from a table.
        let row: EventContent?
        /// What the event says now, corrections by letters included.
        let current: EventContent
        /// The newest revision; the base of a correction.
        let revision: Int
        let isPublished: Bool
        let isWithdrawn: Bool
    }

    struct Revision: Sendable {
        let known: Known
        let row: EventListRow
        /// What the table says; remembered, to tell next time what changed in the table.
        let said: EventContent
        let content: EventContent
        let fields: [EventContent.Field]
        let isGuess: Bool
    }

    struct Addition: Sendable {
        let row: EventListRow
        let content: EventContent
    }

    private(set) var additions: [Addition] = []
    private(set) var revisions: [Revision] = []
    private(set) var unchanged = 0
    private(set) var missing: [Known] = []

    /// - Parameter known: The school's events that came from tables or carry an identity.
    init(rows: [EventListRow], known: [Known], school: School.ID) {
        var matcher = RowMatcher(known: known)
        let matches = matcher.matches(for: rows)
        for (row, match) in zip(rows, matches) {
            let said = EventContent(row, of: school)
            if let match {
                add(row, saying: said, to: match.known, isGuess: match.isGuess)
            } else {
                additions.append(Addition(row: row, content: said))
            }
        }
        let years = Set(rows.map(\.firstDay.schoolYear))
        missing = matcher.unmatched.filter { known in
            guard let row = known.row else { return false }
            return years.contains(row.firstDay.schoolYear) && !known.isWithdrawn && known.current.status != .cancelled
        }
    }

    private mutating func add(_ row: EventListRow, saying said: EventContent, to known: Known, isGuess: Bool) {
        let changedInTable = said.fieldsThatDiffer(from: known.row ?? known.current)
        let content = known.current.taking(changedInTable, from: said)
        let fields = content.fieldsThatDiffer(from: known.current)
        guard !fields.isEmpty else {
            unchanged += 1
            return
        }
        revisions.append(
            Revision(known: known, row: row, said: said, content: content, fields: fields, isGuess: isGuess)
        )
    }
}
