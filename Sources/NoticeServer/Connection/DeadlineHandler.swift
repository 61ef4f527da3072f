import Foundation
import NIOCore

/// Sits next to the socket: sees every byte, and cuts the connection when its ``ConnectionClock`` says so.
///
/// One scheduled task a connection, never one a byte. The clock is monotonic, so that a changed wall clock cuts nobody.
final class DeadlineHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let connection: Connection
    private var check: Scheduled<Void>?

    init(connection: Connection) {
        self.connection = connection
    }

    func channelActive(context: ChannelHandlerContext) {
        scheduleCheck(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connection.clock.received(bytes: unwrapInboundIn(data).readableBytes, now: .now())
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        connection.clock.sent(bytes: unwrapOutboundIn(data).readableBytes)
        context.write(data, promise: promise)
    }

    private func scheduleCheck(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        check = context.eventLoop.assumeIsolated().scheduleTask(deadline: connection.clock.nextCheck(now: now)) {
            self.checkDeadline(context)
        }
    }

    private func checkDeadline(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let unsentBytes = Self.unsentBytes(context)
        connection.clock.look(unsentBytes: unsentBytes, now: now)
        guard connection.clock.isOverdue(now: now) else { return scheduleCheck(context) }
        if connection.clock.phase == .idle && unsentBytes == 0 {
            context.close(promise: nil)
        } else {
            Self.cut(context)
        }
    }

    /// Closes with a reset: a plain close would leave a reader that does not read connected to the kernel's buffer.
    private static func cut(_ context: ChannelHandlerContext) {
        if let socket = context.channel as? any SocketOptionProvider {
            socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
                context.close(promise: nil)
            }
        } else {
            context.close(promise: nil)
        }
    }

    /// What was written and still waits for the client, in our buffer or in the kernel's.
    private static func unsentBytes(_ context: ChannelHandlerContext) -> Int {
        let sync = context.channel.pipeline.syncOperations
        let inKernel = try? sync.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { socket in
            var count: CInt = 0
            return ioctl(socket, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
        }
        let inProcess = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        return (inKernel ?? 0) + inProcess
    }
}
