import NIOCore
import NoticeCore
import Synchronization

/// Responses ready to be written: head lines built once a second, bodies shared by all event loops.
///
/// A 304 and the answer to HEAD take head lines alone: no body is copied or inflated for them.
final class PreparedFeeds: Sendable {
    /// The head lines of one representation of one calendar.
    struct Heads: Sendable {
        let notModified: ByteBuffer
        let complete: ByteBuffer
    }

    /// Invariant: every head carries the date of `second`.
    private struct HeadShelf {
        var second = Int64.min
        var heads: [String: Heads] = [:]

        mutating func keep(_ made: Heads, _ tag: String, _ second: Int64) {
            if second != self.second || heads.count >= mostHeads { heads.removeAll(keepingCapacity: true) }
            self.second = second
            heads[tag] = made
        }
    }

    /// Holds at most ``capacity`` bytes; the oldest go first.
    ///
    /// Invariant: `order` names every key of `bodies` once, and `bytes` is their length.
    private struct BodyShelf {
        var bodies: [String: ByteBuffer] = [:]
        var order: [String] = []
        var bytes = 0

        mutating func keep(_ body: ByteBuffer, _ tag: String) {
            guard bodies.updateValue(body, forKey: tag) == nil else { return }
            order.append(tag)
            bytes += body.readableBytes
            var dropped = 0
            while bytes > capacity, dropped < order.count - 1 {
                if let old = bodies.removeValue(forKey: order[dropped]) { bytes -= old.readableBytes }
                dropped += 1
            }
            order.removeFirst(dropped)
        }
    }

    private static let capacity = 8 * 1024 * 1024
    private static let mostHeads = 4096

    private let headers: FeedHeaders
    private let now: @Sendable () -> Moment
    private let headShelf = Mutex(HeadShelf())
    private let bodyShelf = Mutex(BodyShelf())

    init(headers: FeedHeaders, now: @escaping @Sendable () -> Moment) {
        self.headers = headers
        self.now = now
    }

    func heads(of feed: FeedAnswer, _ encoding: FeedEncoding) -> Heads {
        let second = now().seconds
        let tag = encoding.tag(of: feed)
        if let found = headShelf.withLock({ $0.second == second ? $0.heads[tag] : nil }) { return found }
        let date = HTTPDate.text(second: second)
        let fields = headers.fields(tag: tag, encoding: encoding)
        let length = [("Content-Length", String(encoding.length(of: feed)))]
        let made = Heads(
            notModified: Self.head("304 Not Modified", date, fields.always),
            complete: Self.head("200 OK", date, fields.always + fields.withBody + length)
        )
        headShelf.withLock { $0.keep(made, tag, second) }
        return made
    }

    /// - Returns: `nil` when the plain form cannot be made; the long way then says so.
    func body(of feed: FeedAnswer, _ encoding: FeedEncoding) -> ByteBuffer? {
        let tag = encoding.tag(of: feed)
        if let found = bodyShelf.withLock({ $0.bodies[tag] }) { return found }
        guard let body = (try? encoding.bytes(of: feed)).map(ByteBuffer.init(bytes:)) else { return nil }
        bodyShelf.withLock { $0.keep(body, tag) }
        return body
    }

    /// Bytes of bodies that are kept, for tests.
    var bytesKept: Int { bodyShelf.withLock { $0.bytes } }

    private static func head(_ status: String, _ date: String, _ fields: [(String, String)]) -> ByteBuffer {
        var text = "HTTP/1.1 \(status)\r\nDate: \(date)\r\n"
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        return ByteBuffer(string: text + "\r\n")
    }
}
