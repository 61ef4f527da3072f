import NIOCore
import NIOHTTP1

/// Follows the requests of one connection: what is in flight, when it is over, what closes it.
///
/// Sits behind the HTTP/1 decoder and encoder, in front of Hummingbird.
final class RequestFlow: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let connection: Connection
    private let gate: ConnectionGate
    private var isFinished = false
    private var forwardedClients: [ClientAddress] = []

    init(connection: Connection, gate: ConnectionGate) {
        self.connection = connection
        self.gate = gate
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard !connection.isLastRequest, !isFinished else { return }
            guard admit(head) else { return refuse(context, .serviceUnavailable, retryAfter: 5) }
            connection.isLastRequest = !head.isKeepAlive || head.headers.contains(name: "upgrade")
            connection.requestsInFlight += 1
            connection.isReceiving = true
            if connection.requestsInFlight == 1 {
                begin(head, context)
                answerExpectation(of: head, context)
            } else {
                connection.clock.queueRequest(now: .now())
            }
            context.fireChannelRead(data)
        case .body:
            if connection.isReceiving { context.fireChannelRead(data) }
        case .end:
            guard connection.isReceiving else { return closeIfFinished(context) }
            connection.isReceiving = false
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if connection.isReceiving, connection.requestsInFlight == 1, head.status.code >= 400 {
                connection.isLastRequest = true
            }
            if connection.isLastRequest, connection.requestsInFlight == 1 {
                head.headers.replaceOrAdd(name: "connection", value: "close")
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            let written = context.eventLoop.makePromise(of: Void.self)
            written.futureResult.cascade(to: promise)
            context.writeAndFlush(data, promise: written)
            responseEnded(context, written.futureResult)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        connection.isLastRequest = true
        guard connection.requestsInFlight > 0 else { return context.close(promise: nil) }
        context.eventLoop.assumeIsolated().scheduleTask(in: gate.limits.farewell) { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, connection.requestsInFlight == 0 else {
            return context.fireErrorCaught(error)
        }
        guard !isFinished else { return }
        switch error {
        case .headerOverflow: refuse(context, .requestHeaderFieldsTooLarge)
        default: refuse(context, .badRequest)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        forwardedClients.forEach(gate.census.departRequest)
        forwardedClients = []
        // A body that ends with the connection must not pass for a complete one.
        if connection.isReceiving { context.fireErrorCaught(ChannelError.inputClosed) }
        context.fireChannelInactive()
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let isTransfer = BodyLimits.isTransfer(path: head.uri)
        connection.clock.beginRequest(isTransfer: isTransfer)
        if isTransfer { gate.setTurn(of: context.channel, bytes: gate.limits.bytesPerTransferTurn) }
    }

    private func responseEnded(_ context: ChannelHandlerContext, _ written: EventLoopFuture<Void>) {
        connection.requestsInFlight -= 1
        if connection.clock.phase == .transfer { gate.setTurn(of: context.channel, bytes: gate.limits.bytesPerTurn) }
        if !forwardedClients.isEmpty { gate.census.departRequest(of: forwardedClients.removeFirst()) }
        guard connection.requestsInFlight == 0 else { return connection.clock.endResponse(now: .now()) }
        if connection.isReceiving {
            // The answer came before the request was complete: let the client read it before the connection goes.
            isFinished = true
            connection.isLastRequest = true
            connection.clock.linger(now: .now())
            written.assumeIsolated().whenSuccess { context.close(mode: .output, promise: nil) }
        } else if connection.isLastRequest {
            // Closing at once would drop what the socket has not taken yet.
            written.assumeIsolated().whenSuccess { context.close(promise: nil) }
        } else {
            connection.clock.endResponse(now: .now())
        }
    }

    private func closeIfFinished(_ context: ChannelHandlerContext) {
        if isFinished { context.close(promise: nil) }
    }

    /// Counts a request of a trusted proxy for the client it was forwarded for.
    private func admit(_ head: HTTPRequestHead) -> Bool {
        guard connection.isProxy, let peer = connection.peer else { return true }
        let client = gate.proxies.client(peer: peer, forwardedFor: head.headers["x-forwarded-for"]).source
        guard gate.census.admitRequest(of: client) else { return false }
        forwardedClients.append(client)
        return true
    }

    /// RFC 9110, section 10.1.1: the body is asked for at once, unless it is declared too large anyway.
    private func answerExpectation(of head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard head.version == .http1_1, head.headers.first(name: "expect")?.lowercased() == "100-continue" else {
            return
        }
        let declared = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard declared <= gate.bodyLimits.limit(forPath: head.uri) else { return }
        context.writeAndFlush(
            wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: .continue))), promise: nil)
    }

    /// Answers before Hummingbird sees anything, and hangs up.
    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponseStatus, retryAfter: Int? = nil) {
        isFinished = true
        connection.isLastRequest = true
        var headers: HTTPHeaders = ["content-length": "0", "connection": "close", "cache-control": "no-store"]
        if let retryAfter { headers.add(name: "retry-after", value: String(retryAfter)) }
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let written: EventLoopFuture<Void> = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        gate.log.record(method: "-", route: nil, status: Int(status.code))
        connection.clock.linger(now: .now())
        written.assumeIsolated().whenSuccess { context.close(mode: .output, promise: nil) }
    }
}
