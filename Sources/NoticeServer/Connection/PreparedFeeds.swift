import NIOCore
import NoticeCore

/// Responses of one event loop, ready to be written: head lines built once a second, bodies shared.
///
/// Confined to its loop. Holds at most ``capacity`` bytes of bodies; the oldest go first.
final class PreparedFeeds {
    /// What one representation of one calendar is answered with.
    struct Blocks {
        let notModified: ByteBuffer
        let complete: ByteBuffer
        let body: ByteBuffer
        fileprivate let second: Int64
    }

    private static let capacity = 8 * 1024 * 1024

    private let headers: FeedHeaders
    private let now: @Sendable () -> Moment
    private var blocks: [String: Blocks] = [:]
    private var order: [String] = []
    private var bytes = 0
    private var date: (second: Int64, text: String) = (.min, "")

    init(headers: FeedHeaders, now: @escaping @Sendable () -> Moment) {
        self.headers = headers
        self.now = now
    }

    /// - Returns: `nil` when the plain form cannot be made; the long way then says so.
    func blocks(for feed: FeedAnswer, _ encoding: FeedEncoding) -> Blocks? {
        let second = now().seconds
        let tag = encoding.tag(of: feed)
        if let found = blocks[tag] {
            if found.second == second { return found }
            let renewed = make(tag: tag, encoding, body: found.body, second)
            blocks[tag] = renewed
            return renewed
        }
        guard let bytes = try? encoding.bytes(of: feed) else { return nil }
        let made = make(tag: tag, encoding, body: ByteBuffer(bytes: bytes), second)
        keep(made, tag)
        return made
    }

    private func make(tag: String, _ encoding: FeedEncoding, body: ByteBuffer, _ second: Int64) -> Blocks {
        if date.second != second { date = (second, HTTPDate.text(second: second)) }
        let fields = headers.fields(tag: tag, encoding: encoding)
        return Blocks(
            notModified: Self.head("304 Not Modified", date.text, fields.always),
            complete: Self.head(
                "200 OK", date.text, fields.always + fields.withBody + [("Content-Length", String(body.readableBytes))]
            ),
            body: body,
            second: second
        )
    }

    private func keep(_ made: Blocks, _ tag: String) {
        blocks[tag] = made
        order.append(tag)
        bytes += made.body.readableBytes
        var dropped = 0
        while bytes > Self.capacity, dropped < order.count - 1 {
            if let old = blocks.removeValue(forKey: order[dropped]) { bytes -= old.body.readableBytes }
            dropped += 1
        }
        order.removeFirst(dropped)
    }

    private static func head(_ status: String, _ date: String, _ fields: [(String, String)]) -> ByteBuffer {
        var text = "HTTP/1.1 \(status)\r\nDate: \(date)\r\n"
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        return ByteBuffer(string: text + "\r\n")
    }
}
