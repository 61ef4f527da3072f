import NIOCore
import NIOHTTP1
import NoticeCore

/// Sits between HTTP/1's decoder and encoder; writes whole responses as bytes.
final class FeedShortcutHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = IOData

    private struct Answer {
        let status: Int
        let method: HTTPMethod
        let head: ByteBuffer
        let body: ByteBuffer?
    }

    private let connection: Connection
    private let shortcut: FeedShortcut
    /// Decided at the head, written when the request is complete.
    private var answer: Answer?
    private var needsFlush = false

    init(connection: Connection, shortcut: FeedShortcut) {
        self.connection = connection
        self.shortcut = shortcut
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            connection.requestsThisTurn += 1
            // Behind a request that Hummingbird still answers, responses would overtake each other.
            guard connection.requestsInFlight == 0, !connection.isLastRequest, let answer = answer(to: head) else {
                return context.fireChannelRead(data)
            }
            self.answer = answer
            connection.clock.beginRequest(isTransfer: false)
        case .body:
            if answer == nil { context.fireChannelRead(data) }
        case .end:
            guard let answer else { return context.fireChannelRead(data) }
            self.answer = nil
            write(answer, context)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if needsFlush {
            needsFlush = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    private func write(_ answer: Answer, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.byteBuffer(answer.head)), promise: nil)
        if let body = answer.body { context.write(wrapOutboundOut(.byteBuffer(body)), promise: nil) }
        needsFlush = true
        shortcut.log.record(method: answer.method.rawValue, route: FeedRoutes.template, status: answer.status)
        connection.clock.endResponse(now: .now())
    }

    /// - Returns: `nil` for everything that has to go the long way.
    private func answer(to head: HTTPRequestHead) -> Answer? {
        guard head.method == .GET || head.method == .HEAD, head.version == .http1_1, head.isKeepAlive,
            let token = FeedRoutes.token(inPath: head.uri)
        else { return nil }
        var request = FeedRequest()
        for (name, value) in head.headers {
            switch name.utf8.count {
            case 6 where name.isSameName("expect"): return nil
            case 7 where name.isSameName("upgrade"): return nil
            case 13 where name.isSameName("if-none-match"): request.add(ifNoneMatch: value)
            case 15 where name.isSameName("accept-encoding"): request.add(acceptEncoding: value)
            default: continue
            }
        }
        guard let feed = shortcut.publisher.cached(token) else { return nil }
        let choice = FeedChoice(request, feed)
        let heads = shortcut.prepared.heads(of: feed, choice.encoding)
        if choice.isNotModified {
            return Answer(status: 304, method: head.method, head: heads.notModified, body: nil)
        }
        if head.method == .HEAD { return Answer(status: 200, method: .HEAD, head: heads.complete, body: nil) }
        guard let body = shortcut.prepared.body(of: feed, choice.encoding) else { return nil }
        return Answer(status: 200, method: head.method, head: heads.complete, body: body)
    }
}

extension String {
    /// Compares a header's name, given that the lengths agree (RFC 9110, section 5.1).
    fileprivate func isSameName(_ lowercased: StaticString) -> Bool {
        var expected = lowercased.utf8Start
        for byte in utf8 {
            guard byte | 0x20 == expected.pointee else { return false }
            expected += 1
        }
        return true
    }
}
