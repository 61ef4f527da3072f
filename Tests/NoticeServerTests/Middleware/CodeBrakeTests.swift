import NoticeCore
import Testing

@testable import NoticeServer

@Suite struct CodeBrakeTests {
    private let clock = TestClock()
    private let parent = ClientAddress(high: 0, low: 0xFFFF_C000_0201)
    private let neighbour = ClientAddress(high: 0, low: 0xFFFF_C000_0202)

    @Test func source_thatGuesses_hasToWait() {
        let brake = CodeBrake(effects: clock.effects)
        for _ in 0..<CodeBrake.failuresAllowed {
            #expect(throws: Never.self) { try brake.check(parent) }
            brake.recordFailure(of: parent)
        }
        #expect(throws: NoticeError.tooManyRequests(retryAfterSeconds: 900)) { try brake.check(parent) }
        #expect(throws: Never.self) { try brake.check(neighbour) }
    }

    @Test func failures_areForgottenOneByOne() {
        let brake = CodeBrake(effects: clock.effects)
        for _ in 0..<CodeBrake.failuresAllowed {
            brake.recordFailure(of: parent)
            clock.advance(seconds: 10)
        }
        clock.advance(seconds: CodeBrake.memory - 100)
        #expect(throws: Never.self) { try brake.check(parent) }
        brake.recordFailure(of: parent)
        #expect(throws: NoticeError.tooManyRequests(retryAfterSeconds: 10)) { try brake.check(parent) }
    }

    @Test func clock_setBack_brakesNobody() {
        let brake = CodeBrake(effects: clock.effects)
        for _ in 0..<CodeBrake.failuresAllowed { brake.recordFailure(of: parent) }
        clock.advance(seconds: -86_400)
        #expect(throws: Never.self) { try brake.check(parent) }
    }

    @Test func guesser_withAnIPv6Network_isOneSource() {
        let brake = CodeBrake(effects: clock.effects)
        for low in 0..<UInt64(CodeBrake.failuresAllowed) { brake.recordFailure(of: ClientAddress(high: 7, low: low)) }
        #expect(throws: NoticeError.self) { try brake.check(ClientAddress(high: 7, low: 99)) }
    }
}
