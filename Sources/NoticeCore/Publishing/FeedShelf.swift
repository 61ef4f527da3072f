/// What ``FeedPublisher`` holds in memory: who sees which calendar, and what changed since it was rendered.
struct FeedShelf {
    /// Counts changes; a cohort's mark is the count at its last one.
    private(set) var mark = 0
    /// The mark of the last time that something was forgotten: what was read before is not kept.
    private var forgotten = 0
    private var marks: [Cohort: Int] = [:]
    private var places: [HouseholdView: Place] = [:]
    private var tokens: [Digest: Token] = [:]
    private var fetched: [Feed.ID: SchoolDay] = [:]
    /// Compressed bytes that are kept now.
    private(set) var bytes = 0
    private var uses = 0

    /// Compressed bytes to keep; the least recently used calendars go first.
    private let budget: Int
    private static let mostTokens = 200_000

    /// Where one calendar lies, for all the tokens of households that see the same: rendered anew for one, it is new for all.
    private final class Place {
        var calendar: RenderedCalendar
        /// The newest mark at which the calendar is known to be current.
        var mark: Int
        var lastUse = 0

        init(_ calendar: RenderedCalendar) {
            self.calendar = calendar
            mark = calendar.mark
        }
    }

    private struct Token {
        let feed: Feed.ID
        let place: Place
        var fetchedOn: SchoolDay
    }

    init(budget: Int = 48 * 1024 * 1024) {
        self.budget = budget
    }

    mutating func answer(for token: Digest, on today: SchoolDay) -> FeedAnswer? {
        guard let known = tokens[token], isCurrent(known.place, on: today) else { return nil }
        if known.fetchedOn != today {
            tokens[token]?.fetchedOn = today
            fetched[known.feed] = today
        }
        uses += 1
        known.place.lastUse = uses
        return FeedAnswer(calendar: known.place.calendar)
    }

    func calendar(for view: HouseholdView, on today: SchoolDay) -> RenderedCalendar? {
        guard let place = places[view], isCurrent(place, on: today) else { return nil }
        return place.calendar
    }

    /// The question of decision 3: has anything changed that this calendar contains?
    private func isCurrent(_ place: Place, on today: SchoolDay) -> Bool {
        guard today < place.calendar.validBefore else { return false }
        if place.mark == mark { return true }
        guard changeMark(of: place.calendar.cohorts) <= place.mark else { return false }
        place.mark = mark
        return true
    }

    private func changeMark(of cohorts: Set<Cohort>) -> Int {
        cohorts.reduce(0) { max($0, marks[$1] ?? 0) }
    }

    /// - Parameter read: The mark before the household and its events were read.
    mutating func keep(
        _ calendar: RenderedCalendar, view: HouseholdView, token: Digest, feed: Feed.ID, read: Int, on today: SchoolDay
    ) {
        fetched[feed] = today
        guard read >= forgotten else { return }
        let place = put(calendar, for: view)
        if tokens.count >= Self.mostTokens { tokens.removeAll(keepingCapacity: true) }
        tokens[token] = Token(feed: feed, place: place, fetchedOn: today)
        if bytes > budget { shrink() }
    }

    private mutating func put(_ calendar: RenderedCalendar, for view: HouseholdView) -> Place {
        let place = places[view] ?? Place(calendar)
        if places.updateValue(place, forKey: view) != nil { bytes -= place.calendar.gzip.count }
        place.calendar = calendar
        place.mark = calendar.mark
        bytes += calendar.gzip.count
        uses += 1
        place.lastUse = uses
        return place
    }

    /// Drops the older half by use, and the tokens that lead there.
    private mutating func shrink() {
        let uses = places.values.map(\.lastUse).sorted()
        let middle = uses[uses.count / 2]
        places = places.filter { $0.value.lastUse >= middle }
        tokens = tokens.filter { $0.value.place.lastUse >= middle }
        bytes = places.values.reduce(0) { $0 + $1.calendar.gzip.count }
    }

    mutating func changed(_ cohorts: Set<Cohort>) {
        guard !cohorts.isEmpty else { return }
        mark += 1
        for cohort in cohorts { marks[cohort] = mark }
    }

    mutating func forget(_ feeds: Set<Feed.ID>) {
        mark += 1
        forgotten = mark
        tokens = tokens.filter { !feeds.contains($0.value.feed) }
    }

    mutating func forgetEverything() {
        mark += 1
        forgotten = mark
        places = [:]
        tokens = [:]
        bytes = 0
    }

    mutating func takeFetched() -> [(feed: Feed.ID, day: SchoolDay)] {
        defer { fetched = [:] }
        return fetched.map { ($0.key, $0.value) }
    }
}
