import NoticeCore

/// What a request for a calendar asks: its conditions and what it can read.
struct FeedRequest: Equatable {
    private(set) var ifNoneMatch: String?
    private(set) var acceptEncoding: String?

    /// Several lines of one field count as one list (RFC 9110, section 5.3).
    mutating func add(ifNoneMatch value: String) {
        ifNoneMatch = ifNoneMatch.map { "\($0), \(value)" } ?? value
    }

    mutating func add(acceptEncoding value: String) {
        acceptEncoding = acceptEncoding.map { "\($0), \(value)" } ?? value
    }
}

/// The two representations that are kept of every calendar.
enum FeedEncoding: Sendable {
    case gzip
    case identity

    func tag(of feed: FeedAnswer) -> String {
        switch self {
        case .gzip: feed.gzipTag
        case .identity: feed.identityTag
        }
    }

    /// Bytes of the body, told without making it.
    func length(of feed: FeedAnswer) -> Int {
        switch self {
        case .gzip: feed.gzip.count
        case .identity: feed.identityLength
        }
    }

    func bytes(of feed: FeedAnswer) throws -> [UInt8] {
        switch self {
        case .gzip: feed.gzip
        case .identity: try feed.identityBytes()
        }
    }
}

/// How a request for a calendar is answered: by ``FeedShortcutHandler`` and ``FeedRoutes`` alike.
struct FeedChoice: Equatable {
    let encoding: FeedEncoding
    let isNotModified: Bool

    init(_ request: FeedRequest, _ feed: FeedAnswer) {
        let encoding: FeedEncoding = AcceptEncoding.prefersGzip(request.acceptEncoding) ? .gzip : .identity
        isNotModified = request.ifNoneMatch.map { EntityTags.list($0, matches: encoding.tag(of: feed)) } ?? false
        self.encoding = encoding
    }
}

/// The header fields of a calendar's answers.
struct FeedHeaders: Sendable {
    let security: SecurityHeaders

    /// - Returns: `always` belongs to 304 too (RFC 9110, section 15.4.5), `withBody` to 200 alone.
    func fields(tag: String, encoding: FeedEncoding) -> (always: [(String, String)], withBody: [(String, String)]) {
        let always =
            [
                ("ETag", tag), ("Cache-Control", "private, no-cache"), ("Vary", "Accept-Encoding"),
                ("X-Robots-Tag", "noindex"),
            ] + security.forEverything
        var withBody = [("Content-Type", "text/calendar; charset=utf-8")]
        if encoding == .gzip { withBody.append(("Content-Encoding", "gzip")) }
        return (always, withBody)
    }
}
