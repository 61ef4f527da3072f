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

/// Finds the event that a row speaks of: by 行事ID; without one by title, kind and grades, the same day first.
private struct RowMatcher {
    private struct Key: Hashable {
        let title: String
        let kind: EventKind
        let grades: [Int]
        let year: SchoolYear
    }

    private var byIdentity: [String: ImportPlan.Known]
    private var byKey: [Key: [ImportPlan.Known]]
    private let all: [ImportPlan.Known]
    private var taken: Set<Event.ID> = []

    init(known: [ImportPlan.Known]) {
        all = known
        byIdentity = Dictionary(
            known.compactMap { event in event.externalID.map { ($0, event) } }, uniquingKeysWith: { first, _ in first }
        )
        byKey = Dictionary(grouping: known.filter { $0.externalID == nil && $0.row != nil }) { event in
            let row = event.row ?? event.current
            return Key(
                title: matchingKey(of: row.title), kind: row.kind, grades: row.audience.grades,
                year: row.firstDay.schoolYear
            )
        }
    }

    var unmatched: [ImportPlan.Known] { all.filter { !taken.contains($0.event) } }

    mutating func matches(for rows: [EventListRow]) -> [(known: ImportPlan.Known, isGuess: Bool)?] {
        var matches = [(known: ImportPlan.Known, isGuess: Bool)?](repeating: nil, count: rows.count)
        for (index, row) in rows.enumerated() {
            if let id = row.externalID {
                if let known = byIdentity[id] { matches[index] = take(known, isGuess: false) }
            } else if let known = alike(row).first(where: { ($0.row ?? $0.current).firstDay == row.firstDay }) {
                matches[index] = take(known, isGuess: true)
            }
        }
        // What is left of a title: only when one row and one event remain is it sure enough to be called a move.
        let left = Dictionary(grouping: rows.indices.filter { matches[$0] == nil && rows[$0].externalID == nil }) {
            Self.key(of: rows[$0])
        }
        for indices in left.values where indices.count == 1 {
            let candidates = alike(rows[indices[0]])
            if candidates.count == 1 { matches[indices[0]] = take(candidates[0], isGuess: true) }
        }
        return matches
    }

    private static func key(of row: EventListRow) -> Key {
        Key(title: matchingKey(of: row.title), kind: row.kind, grades: row.grades, year: row.firstDay.schoolYear)
    }

    private func alike(_ row: EventListRow) -> [ImportPlan.Known] {
        (byKey[Self.key(of: row)] ?? []).filter { !taken.contains($0.event) }
    }

    private mutating func take(_ known: ImportPlan.Known, isGuess: Bool) -> (known: ImportPlan.Known, isGuess: Bool) {
        taken.insert(known.event)
        return (known, isGuess)
    }
}
