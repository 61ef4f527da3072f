import NIOCore
import NoticeCore

/// The short way for calendars: answered on the event loop, from memory, before Hummingbird.
///
/// What it cannot answer it passes on, and ``FeedRoutes`` gives the same answer there.
struct FeedShortcut: Sendable {
    let publisher: FeedPublisher
    let headers: FeedHeaders
    let log: RequestLog
    private let loops: [ObjectIdentifier: NIOLoopBound<PreparedFeeds>]

    init(publisher: FeedPublisher, headers: FeedHeaders, log: RequestLog, group: any EventLoopGroup, effects: Effects) {
        self.publisher = publisher
        self.headers = headers
        self.log = log
        var loops: [ObjectIdentifier: NIOLoopBound<PreparedFeeds>] = [:]
        for loop in group.makeIterator() {
            let make = loop.submit { NIOLoopBound(PreparedFeeds(headers: headers, now: effects.now), eventLoop: loop) }
            loops[ObjectIdentifier(loop)] = try? make.wait()
        }
        self.loops = loops
    }

    func handler(for connection: Connection, on loop: any EventLoop) -> FeedShortcutHandler {
        FeedShortcutHandler(connection: connection, shortcut: self, prepared: loops[ObjectIdentifier(loop)]?.value)
    }
}
