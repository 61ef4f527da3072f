import NIOCore
import NoticeCore
import Synchronization

/// Responses ready to be written: head lines built once a second, bodies shared by all event loops.
///
/// Holds at most ``capacity`` bytes of bodies; the oldest go first.
final class PreparedFeeds: Sendable {
    /// What one representation of one calendar is answered with.
    struct Blocks: Sendable {
        let notModified: ByteBuffer
        let complete: ByteBuffer
        let body: ByteBuffer
        fileprivate let second: Int64
    }

    /// Invariant: `order` names every key of `blocks` once, and `bytes` is the length of their bodies.
    private struct Shelf {
        var blocks: [String: Blocks] = [:]
        var order: [String] = []
        var bytes = 0

        mutating func keep(_ made: Blocks, _ tag: String) {
            guard blocks.updateValue(made, forKey: tag) == nil else { return }
            order.append(tag)
            bytes += made.body.readableBytes
            var dropped = 0
            while bytes > capacity, dropped < order.count - 1 {
                if let old = blocks.removeValue(forKey: order[dropped]) { bytes -= old.body.readableBytes }
                dropped += 1
            }
            order.removeFirst(dropped)
        }
    }

    private static let capacity = 8 * 1024 * 1024

    private let headers: FeedHeaders
    private let now: @Sendable () -> Moment
    private let shelf = Mutex(Shelf())

    init(headers: FeedHeaders, now: @escaping @Sendable () -> Moment) {
        self.headers = headers
        self.now = now
    }

    /// - Returns: `nil` when the plain form cannot be made; the long way then says so.
    func blocks(for feed: FeedAnswer, _ encoding: FeedEncoding) -> Blocks? {
        let second = now().seconds
        let tag = encoding.tag(of: feed)
        let found = shelf.withLock { $0.blocks[tag] }
        if let found, found.second == second { return found }
        guard let body = found?.body ?? (try? encoding.bytes(of: feed)).map(ByteBuffer.init(bytes:)) else { return nil }
        let made = make(tag: tag, encoding, body: body, second)
        shelf.withLock { $0.keep(made, tag) }
        return made
    }

    private func make(tag: String, _ encoding: FeedEncoding, body: ByteBuffer, _ second: Int64) -> Blocks {
        let date = HTTPDate.text(second: second)
        let fields = headers.fields(tag: tag, encoding: encoding)
        return Blocks(
            notModified: Self.head("304 Not Modified", date, fields.always),
            complete: Self.head(
                "200 OK", date, fields.always + fields.withBody + [("Content-Length", String(body.readableBytes))]
            ),
            body: body,
            second: second
        )
    }

    private static func head(_ status: String, _ date: String, _ fields: [(String, String)]) -> ByteBuffer {
        var text = "HTTP/1.1 \(status)\r\nDate: \(date)\r\n"
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        return ByteBuffer(string: text + "\r\n")
    }
}
