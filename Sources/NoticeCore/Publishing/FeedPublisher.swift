import Synchronization

/// Households' calendars, rendered once for all who see the same (ARCHITECTURE, decision 3).
///
/// What is in memory answers without the database: one look-up of the token, and one question whether anything that the
/// calendar contains has changed. A change is visible in the very next request.
public final class FeedPublisher: Sendable {
    private let engine: any Engine
    private let register: @Sendable () -> AssociationRegister
    private let effects: Effects
    private let timeZone: [UInt8]
    /// Guards that an answer handed out was current when the question was asked.
    private let shelf: Mutex<FeedShelf>

    init(
        engine: any Engine, register: @escaping @Sendable () -> AssociationRegister, effects: Effects, timeZone: [UInt8]
    ) {
        self.engine = engine
        self.register = register
        self.effects = effects
        self.timeZone = timeZone
        shelf = Mutex(FeedShelf())
    }

    /// The answer from memory, never waiting; safe to call on an event loop.
    ///
    /// - Returns: `nil` when it is not in memory or no longer current: then ask ``load(_:)``.
    public func cached(_ token: Secret<FeedToken>) -> FeedAnswer? {
        let today = effects.now().day
        return shelf.withLock { $0.answer(for: token.digest, on: today) }
    }

    /// The answer, from the database where needed.
    ///
    /// - Returns: `nil` for an unknown token, and for one that ended more than 30 days ago.
    public func load(_ token: Secret<FeedToken>) async throws -> FeedAnswer? {
        if let answer = cached(token) { return answer }
        let now = effects.now()
        let today = now.day
        let mark = shelf.withLock { $0.mark }
        let digest = token.digest
        guard let state = try await engine.read({ try $0.feed(presenting: digest, at: now) }) else { return nil }
        switch state {
        case .ended(let feed, let since, let language):
            return try ended(feed, since: since, language: language)
        case .open(let feed, let view):
            let register = register()
            let calendar: RenderedCalendar
            if let known = shelf.withLock({ $0.calendar(for: view, on: today) }) {
                calendar = known
            } else {
                let timeZone = timeZone
                calendar = try await engine.read { database in
                    let events = try database.publishedEvents(
                        of: view.cohorts, from: SchoolYear.oldestShown(on: today).firstDay
                    )
                    let renderer = CalendarRenderer(view: view, register: register, today: today, timeZone: timeZone)
                    return try RenderedCalendar(renderer.render(events), cohorts: view.cohorts, mark: mark)
                }
            }
            shelf.withLock { $0.keep(calendar, view: view, token: digest, feed: feed, read: mark, on: today) }
            return FeedAnswer(calendar: calendar)
        }
    }

    private func ended(_ feed: Feed.ID, since: Moment, language: Language) throws -> FeedAnswer {
        var options = FeedOptions()
        options.language = language
        let renderer = CalendarRenderer(
            view: HouseholdView(seats: [], hiddenGroups: [], options: options), register: register(), today: since.day,
            timeZone: []
        )
        let output = CalendarRenderer.Output(
            bytes: renderer.renderEnd(since: since, feed: feed), validBefore: since.day)
        return FeedAnswer(calendar: try RenderedCalendar(output, cohorts: [], mark: 0))
    }

    /// Says that what these cohorts see has changed; called after the transaction that changed it.
    func changed(_ cohorts: Set<Cohort>) {
        shelf.withLock { $0.changed(cohorts) }
    }

    /// Forgets the tokens of a household whose seats, options or feeds changed.
    func forget(_ feeds: [Feed.ID]) {
        shelf.withLock { $0.forget(Set(feeds)) }
    }

    func forgetEverything() {
        shelf.withLock { $0.forgetEverything() }
    }

    /// The feeds that were fetched on a day later than the one recorded, each once.
    func takeFetched() -> [(feed: Feed.ID, day: SchoolDay)] {
        shelf.withLock { $0.takeFetched() }
    }
}

/// A calendar as it goes over the wire, plain or compressed.
public struct FeedAnswer: Sendable {
    let calendar: RenderedCalendar

    /// The calendar in gzip (RFC 1952).
    public var gzip: [UInt8] { calendar.gzip }
    /// Strong entity tags with their quotes (RFC 9110, section 8.8.3), one for each form.
    public var gzipTag: String { calendar.gzipTag }
    public var identityTag: String { calendar.identityTag }
    /// The calendar as text/calendar, inflated from the compressed form, which alone is kept.
    public func identityBytes() throws -> [UInt8] { try calendar.identityBytes() }
    /// Bytes of the calendar as text/calendar.
    public var identityLength: Int { calendar.size }
}
