/// Finds the event that a row of a table speaks of.
///
/// By 行事ID where there is one. Without, by what rows have in common: title, kind, grades and day; then all but the day (it was
/// moved), all but the audience, all but a part of the title. Only what fits one row and one event alone is sure enough; it
/// is called a guess all the same.
struct RowMatcher {
    struct Match {
        let known: ImportPlan.Known
        let isGuess: Bool
    }

    private struct Key: Hashable {
        let title: String
        let kind: EventKind
        let grades: [Int]
        let firstDay: SchoolDay
        let year: SchoolYear

        init(title: String, kind: EventKind, grades: [Int], firstDay: SchoolDay) {
            self.title = matchingKey(of: title)
            self.kind = kind
            self.grades = grades
            self.firstDay = firstDay
            year = firstDay.schoolYear
        }
    }

    private let known: [ImportPlan.Known]
    /// Of the events without 行事ID that came from tables, what the newest table said.
    private let keys: [(index: Int, key: Key)]
    private var taken: Set<Event.ID> = []

    init(known: [ImportPlan.Known]) {
        self.known = known
        keys = known.enumerated().compactMap { index, event in
            guard event.externalID == nil, let row = event.row else { return nil }
            return (
                index, Key(title: row.title, kind: row.kind, grades: row.audience.grades, firstDay: row.firstDay)
            )
        }
    }

    var unmatched: [ImportPlan.Known] { known.filter { !taken.contains($0.event) } }

    mutating func matches(for rows: [EventListRow]) -> [Match?] {
        var matches = [Match?](repeating: nil, count: rows.count)
        let byIdentity = Dictionary(
            known.compactMap { event in event.externalID.map { ($0, event) } }, uniquingKeysWith: { first, _ in first }
        )
        var open: [(place: Int, key: Key)] = []
        for (place, row) in rows.enumerated() {
            if let id = row.externalID {
                matches[place] = byIdentity[id].map { take($0, isGuess: false) }
            } else {
                open.append(
                    (place, Key(title: row.title, kind: row.kind, grades: row.grades, firstDay: row.firstDay)))
            }
        }
        matchWholeKeys(&open, into: &matches)
        for isAlike in Self.likenesses { match(&open, into: &matches, where: isAlike) }
        return matches
    }

    /// The surest likeness first.
    private static let likenesses: [@Sendable (Key, Key) -> Bool] = [
        { $0.title == $1.title && $0.kind == $1.kind && $0.grades == $1.grades && $0.year == $1.year },
        { $0.title == $1.title && $0.kind == $1.kind && $0.firstDay == $1.firstDay },
        {
            $0.firstDay == $1.firstDay && $0.kind == $1.kind && $0.grades == $1.grades
                && ($0.title.contains($1.title) || $1.title.contains($0.title))
        },
    ]

    /// Several rows may say the very same (two classes, two hours): each takes one event.
    private mutating func matchWholeKeys(_ open: inout [(place: Int, key: Key)], into matches: inout [Match?]) {
        var byKey = Dictionary(grouping: keys) { $0.key }
        open = open.filter { place, key in
            guard var candidates = byKey[key], !candidates.isEmpty else { return true }
            matches[place] = take(known[candidates.removeFirst().index], isGuess: true)
            byKey[key] = candidates
            return false
        }
    }

    /// Takes the pairs in which neither side has another choice.
    private mutating func match(
        _ open: inout [(place: Int, key: Key)], into matches: inout [Match?], where isAlike: (Key, Key) -> Bool
    ) {
        let free = keys.filter { !taken.contains(known[$0.index].event) }
        var claims: [Int: [Int]] = [:]
        for (place, key) in open {
            let candidates = free.filter { isAlike(key, $0.key) }
            // Two candidates claim each other's rows too, so that neither is taken.
            for candidate in candidates {
                claims[candidate.index, default: []].append(candidates.count == 1 ? place : -1)
            }
        }
        for (index, places) in claims where places.count == 1 && places[0] >= 0 {
            matches[places[0]] = take(known[index], isGuess: true)
        }
        open = open.filter { matches[$0.place] == nil }
    }

    private mutating func take(_ known: ImportPlan.Known, isGuess: Bool) -> Match {
        taken.insert(known.event)
        return Match(known: known, isGuess: isGuess)
    }
}
