import NIOCore
import NIOPosix
import Synchronization

/// A socket that sends what it is told and says what comes back: for requests that no HTTP client would send.
struct RawConnection {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    static func open<Value: Sendable>(
        port: Int?, _ work: @Sendable (inout Dialogue) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "localhost", port: port ?? 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let outcome = Mutex<Value?>(nil)
        do {
            return try await channel.executeThenClose { inbound, outbound in
                var dialogue = Dialogue(inbound: inbound.makeAsyncIterator(), outbound: outbound)
                let value = try await work(&dialogue)
                outcome.withLock { $0 = value }
                return value
            }
        } catch {
            // A connection that the server has cut cannot be closed again.
            guard let value = outcome.withLock({ $0 }) else { throw error }
            return value
        }
    }

    struct Dialogue {
        var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

        func send(_ text: String) async throws {
            try await outbound.write(ByteBuffer(string: text))
        }

        /// Everything up to the end of the connection, however it ends.
        mutating func rest() async -> String {
            var text = ""
            while let part = try? await inbound.next() { text += String(buffer: part) }
            return text
        }

        /// What arrives until `end` is part of it, or the connection ends.
        mutating func text(until end: String) async -> String {
            var text = ""
            while !text.contains(end), let part = try? await inbound.next() { text += String(buffer: part) }
            return text
        }
    }
}
