import NoticeCore

/// The short way for calendars: answered on the event loop, from memory, before Hummingbird.
///
/// What it cannot answer it passes on, and ``FeedRoutes`` gives the same answer there.
struct FeedShortcut: Sendable {
    let publisher: FeedPublisher
    let log: RequestLog
    let prepared: PreparedFeeds

    init(publisher: FeedPublisher, headers: FeedHeaders, log: RequestLog, effects: Effects) {
        self.publisher = publisher
        self.log = log
        prepared = PreparedFeeds(headers: headers, now: effects.now)
    }
}
