public import Foundation

/// Everything the product takes from outside itself, in one value that tests replace.
public struct Effects: Sendable {
    /// The wall clock.
    public var now: @Sendable () -> Moment
    public var uuid: @Sendable () -> UUID
    /// Cryptographically strong random bytes.
    public var randomBytes: @Sendable (_ count: Int) -> [UInt8]

    public init(
        now: @escaping @Sendable () -> Moment,
        uuid: @escaping @Sendable () -> UUID,
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.now = now
        self.uuid = uuid
        self.randomBytes = randomBytes
    }

    /// The system's clock and random source. The only place that reads them.
    public static let live = Effects(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
        },
        uuid: { UUID() },
        randomBytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
    )
}
