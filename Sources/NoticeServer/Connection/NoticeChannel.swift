import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// One connection's pipeline: deadlines, HTTP/1, the feeds' short way, then Hummingbird.
struct NoticeChannel: ServerChildChannel, HTTPChannelHandler {
    let responder: Responder
    let gate: ConnectionGate
    let feeds: FeedShortcut

    struct Value: ServerChildChannelValue {
        let channel: any Channel
        /// `nil` for a connection that was one too many.
        let requests: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>?
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let peer = ClientAddress(channel.remoteAddress)
        let isProxy = peer.map(gate.proxies.trusts) ?? false
        let source = isProxy ? nil : peer?.source
        guard gate.census.admitConnection(of: source) else {
            return channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(RefusalHandler())
                return Value(channel: channel, requests: nil)
            }
        }
        channel.closeFuture.whenComplete { [census = gate.census] _ in census.departConnection(of: source) }
        return channel.eventLoop.makeCompletedFuture {
            try addHandlers(to: channel, Connection(peer: peer, isProxy: isProxy, limits: gate.limits))
            return Value(
                channel: channel,
                requests: try NIOAsyncChannel(
                    wrappingChannelSynchronously: channel,
                    configuration: .init(isOutboundHalfClosureEnabled: true)
                )
            )
        }
    }

    func handle(value: Value, logger: Logger) async {
        guard let requests = value.requests else { return }
        await handleHTTP(asyncChannel: requests, logger: logger)
    }

    private func addHandlers(to channel: any Channel, _ connection: Connection) throws {
        var decoderLimits = NIOHTTPDecoderLimitConfiguration()
        decoderLimits.maxHeaderFieldSize = gate.limits.headBytes
        decoderLimits.maxHeaderListSize = gate.limits.headBytes
        decoderLimits.maxHeaderFieldCount = gate.limits.headFields
        try channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
        gate.setTurn(of: channel, bytes: gate.limits.bytesPerTurn)
        let pipeline = channel.pipeline.syncOperations
        // Who does not take the answers is asked for no more requests.
        try pipeline.addHandler(BackPressureHandler())
        try pipeline.addHandler(PipeliningBrake(connection: connection, limits: gate.limits))
        try pipeline.addHandler(DeadlineHandler(connection: connection))
        let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoderLimits)
        try pipeline.addHandler(ByteToMessageHandler(decoder))
        try pipeline.addHandler(FeedShortcutHandler(connection: connection, shortcut: feeds))
        try pipeline.addHandler(HTTPResponseEncoder())
        try pipeline.addHandler(RequestFlow(connection: connection, gate: gate))
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
    }
}
