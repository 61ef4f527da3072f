import NIOCore

/// Reads a connection a little at a time, and one that asks without waiting for its answers only now and then.
///
/// Requests that are already there are answered in one go, and while they are, everybody else on the event loop waits.
/// Browsers, calendar programs and proxies ask once and wait: they never meet the brake.
final class PipeliningBrake: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let connection: Connection
    private let limits: ConnectionLimits
    private var pause: Scheduled<Void>?

    init(connection: Connection, limits: ConnectionLimits) {
        self.connection = connection
        self.limits = limits
    }

    func read(context: ChannelHandlerContext) {
        guard pause == nil else { return }
        let count = connection.requestsThisTurn
        connection.requestsThisTurn = 0
        guard count > limits.requestsPerTurn else { return context.read() }
        let time = limits.pausePerRequest * count
        pause = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
            self.pause = nil
            context.read()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        pause?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { pause?.cancel() }
}
