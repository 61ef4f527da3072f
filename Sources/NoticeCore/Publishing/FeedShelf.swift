/// What ``FeedPublisher`` holds in memory: who sees which calendar, and what changed since it was rendered.
struct FeedShelf {
    /// Counts changes; a cohort's mark is the count at its last one.
    private(set) var mark: Int
    private var marks: [Cohort: Int] = [:]
    private var calendars: [HouseholdView: Entry] = [:]
    private var tokens: [Digest: Token] = [:]
    private var fetched: [Feed.ID: SchoolDay] = [:]
    private var bytes = 0
    private var uses = 0

    /// Compressed bytes to keep; the least recently used calendars go first.
    private static let budget = 48 * 1024 * 1024
    private static let mostTokens = 200_000

    private struct Entry {
        let calendar: RenderedCalendar
        var lastUse: Int
    }

    private struct Token {
        let feed: Feed.ID
        let view: HouseholdView
        let calendar: RenderedCalendar
        var fetchedOn: SchoolDay
    }

    init(mark: Int = 0) {
        self.mark = mark
    }

    mutating func answer(for token: Digest, on today: SchoolDay) -> FeedAnswer? {
        guard let known = tokens[token], isCurrent(known.calendar, on: today) else { return nil }
        if known.fetchedOn != today {
            tokens[token]?.fetchedOn = today
            fetched[known.feed] = today
        }
        return FeedAnswer(calendar: known.calendar)
    }

    mutating func calendar(for view: HouseholdView, on today: SchoolDay) -> RenderedCalendar? {
        guard let entry = calendars[view] else { return nil }
        guard isCurrent(entry.calendar, on: today) else {
            drop(view)
            return nil
        }
        uses += 1
        calendars[view]?.lastUse = uses
        return entry.calendar
    }

    /// The question of decision 3: has anything changed that this calendar contains?
    private func isCurrent(_ calendar: RenderedCalendar, on today: SchoolDay) -> Bool {
        guard today < calendar.validBefore else { return false }
        return calendar.mark == mark || changeMark(of: calendar.cohorts) <= calendar.mark
    }

    private func changeMark(of cohorts: Set<Cohort>) -> Int {
        cohorts.reduce(0) { max($0, marks[$1] ?? 0) }
    }

    mutating func keep(
        _ calendar: RenderedCalendar, view: HouseholdView, token: Digest, feed: Feed.ID, on today: SchoolDay
    ) {
        if calendars[view]?.calendar !== calendar {
            drop(view)
            bytes += calendar.gzip.count
            uses += 1
            calendars[view] = Entry(calendar: calendar, lastUse: uses)
        }
        if tokens.count >= Self.mostTokens { tokens.removeAll(keepingCapacity: true) }
        tokens[token] = Token(feed: feed, view: view, calendar: calendar, fetchedOn: today)
        fetched[feed] = today
        if bytes > Self.budget { shrink() }
    }

    /// Drops the older half by use, and the tokens that held it.
    private mutating func shrink() {
        let uses = calendars.values.map(\.lastUse).sorted()
        let middle = uses[uses.count / 2]
        for (view, entry) in calendars where entry.lastUse < middle { drop(view) }
        tokens = tokens.filter { calendars[$0.value.view] != nil }
    }

    private mutating func drop(_ view: HouseholdView) {
        guard let entry = calendars.removeValue(forKey: view) else { return }
        bytes -= entry.calendar.gzip.count
    }

    mutating func changed(_ cohorts: Set<Cohort>) {
        guard !cohorts.isEmpty else { return }
        mark += 1
        for cohort in cohorts { marks[cohort] = mark }
    }

    mutating func forget(_ feeds: Set<Feed.ID>) {
        mark += 1
        tokens = tokens.filter { !feeds.contains($0.value.feed) }
    }

    mutating func takeFetched() -> [(feed: Feed.ID, day: SchoolDay)] {
        defer { fetched = [:] }
        return fetched.map { ($0.key, $0.value) }
    }
}
