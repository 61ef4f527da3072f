import NIOCore
import Testing

@testable import NoticeServer

@Suite struct ConnectionClockTests {
    private let limits = ConnectionLimits()
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    private func after(_ seconds: Double) -> NIODeadline { start + .milliseconds(Int64(seconds * 1000)) }

    @Test func connection_withoutACompleteHead_isOverAfterTenSeconds() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.received(bytes: 1, now: after(9))
        #expect(!clock.isOverdue(now: after(9.9)))
        #expect(clock.isOverdue(now: after(10)))
    }

    @Test func request_countsFromItsFirstByte_notFromItsLast() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: false)
        for second in 1..<25 { clock.received(bytes: 1, now: after(Double(second))) }
        #expect(!clock.isOverdue(now: after(24.9)))
        #expect(clock.isOverdue(now: after(25)))
    }

    @Test func connection_betweenRequests_mayRestTwentySeconds() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: false)
        clock.endResponse(now: after(5))
        #expect(clock.phase == .idle)
        #expect(!clock.isOverdue(now: after(24.9)))
        #expect(clock.isOverdue(now: after(25)))
    }

    @Test func nextRequest_afterARest_hasItsOwnTime() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: false)
        clock.endResponse(now: after(1))
        clock.received(bytes: 5, now: after(15))
        #expect(!clock.isOverdue(now: after(24)))
        #expect(clock.isOverdue(now: after(25)))
    }

    @Test func pipelinedRequest_countsFromWhenItCame() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: false)
        clock.queueRequest(now: after(1))
        clock.queueRequest(now: after(20))
        clock.endResponse(now: after(24))
        #expect(!clock.isOverdue(now: after(25.9)))
        #expect(clock.isOverdue(now: after(26)))
        clock.endResponse(now: after(25))
        #expect(!clock.isOverdue(now: after(44)))
        #expect(clock.isOverdue(now: after(45)))
    }

    @Test func answer_thatNobodyTakes_isOverAfterTwentyFiveSeconds_howeverOftenTheClientAsksAgain() {
        var clock = ConnectionClock(limits: limits, now: start)
        for second in 0..<25 {
            clock.received(bytes: 50, now: after(Double(second)))
            clock.beginRequest(isTransfer: false)
            clock.sent(bytes: 1000)
            clock.endResponse(now: after(Double(second)))
            clock.look(unsentBytes: 1000 * (second + 1), now: after(Double(second)))
            #expect(!clock.isOverdue(now: after(Double(second))))
        }
        #expect(clock.isOverdue(now: after(25)))
    }

    /// The kernel keeps some megabytes for a client that reads slowly: written is not taken.
    @Test func answer_thatIsTakenSlowly_hasTheRequestsWholeTime() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: false)
        clock.sent(bytes: 1000)
        clock.endResponse(now: after(1))
        for second in 1...24 { clock.look(unsentBytes: 1000 - second, now: after(Double(second))) }
        #expect(!clock.isOverdue(now: after(24)))
        #expect(clock.isOverdue(now: after(25)))
        clock.look(unsentBytes: 0, now: after(24.5))
        #expect(!clock.isOverdue(now: after(43.9)))
        #expect(clock.isOverdue(now: after(44)))
    }

    /// A busy proxy at a distance: something is always on its way, but nothing for long.
    @Test func answers_thatAreTakenBehindTime_keepTheConnection() {
        var clock = ConnectionClock(limits: limits, now: start)
        for second in 0..<100 {
            clock.received(bytes: 50, now: after(Double(second)))
            clock.beginRequest(isTransfer: false)
            clock.sent(bytes: 1000)
            clock.endResponse(now: after(Double(second)))
            clock.look(unsentBytes: min(2, second + 1) * 1000, now: after(Double(second)))
            #expect(!clock.isOverdue(now: after(Double(second))))
        }
    }

    @Test(arguments: [(8300, false), (8000, true)])
    func upload_goesOnWhileItIsQuickEnough(bytesASecond: Int, isOver: Bool) {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: true)
        #expect(clock.survives(seconds: 599, from: start) { $0.received(bytes: bytesASecond, now: $1) } != isOver)
    }

    @Test(arguments: [(8300, false), (8000, true)])
    func download_goesOnWhileItIsTakenQuicklyEnough(bytesASecond: Int, isOver: Bool) {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: true)
        var unsent = 5_100_000
        clock.sent(bytes: unsent)
        clock.endResponse(now: start)
        let survives = clock.survives(seconds: 599, from: start) { clock, moment in
            unsent -= bytesASecond
            clock.look(unsentBytes: unsent, now: moment)
        }
        #expect(survives != isOver)
    }

    @Test func transfer_thatRests_isOverAfterTwentyFiveSeconds_howeverQuickItBegan() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: true)
        clock.received(bytes: 20_000_000, now: after(1))
        clock.look(unsentBytes: 0, now: after(2))
        #expect(!clock.isOverdue(now: after(26.9)))
        #expect(clock.isOverdue(now: after(27)))
    }

    @Test func transfer_onceTaken_isAtRest() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: true)
        clock.sent(bytes: 1000)
        clock.endResponse(now: after(1))
        clock.look(unsentBytes: 10, now: after(2))
        #expect(clock.phase == .delivery)
        clock.look(unsentBytes: 0, now: after(3))
        #expect(clock.phase == .idle)
        #expect(clock.isOverdue(now: after(23)))
    }

    @Test func upload_howeverQuick_endsAfterTenMinutes() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: true)
        #expect(clock.survives(seconds: 599, from: start) { $0.received(bytes: 100_000, now: $1) })
        #expect(clock.isOverdue(now: after(600)))
    }

    /// Whatever is set later, the check that is already scheduled comes in time for it.
    @Test func nextCheck_isNeverLaterThanALimitSetMeanwhile() {
        let shortest = min(limits.head, limits.request, limits.idle, limits.lingering)
        let clock = ConnectionClock(limits: limits, now: start)
        #expect(clock.nextCheck(now: start) <= start + shortest)
    }

    @Test func limits_leaveASlowConnectionLessThanThirtySeconds() {
        for limit in [limits.head, limits.request, limits.idle, limits.lingering] { #expect(limit < .seconds(30)) }
    }
}

extension ConnectionClock {
    /// Whether it is never overdue, looked at each second.
    fileprivate mutating func survives(
        seconds: Int, from start: NIODeadline, _ move: (inout ConnectionClock, NIODeadline) -> Void
    ) -> Bool {
        for second in 1...seconds {
            let moment = start + .seconds(Int64(second))
            move(&self, moment)
            if phase == .transfer { look(unsentBytes: 0, now: moment) }
            if isOverdue(now: moment) { return false }
        }
        return true
    }
}

@Suite struct ConnectionCensusTests {
    private func census(total: Int, perSource: Int) -> ConnectionCensus {
        var limits = ConnectionLimits()
        limits.total = total
        limits.perSource = perSource
        return ConnectionCensus(limits: limits)
    }

    @Test func oneSource_cannotTakeEverything() {
        let (greedy, other) = (ClientAddress("192.0.2.1"), ClientAddress("192.0.2.2"))
        let census = census(total: 10, perSource: 3)
        for _ in 0..<3 { #expect(census.admitConnection(of: greedy)) }
        #expect(!census.admitConnection(of: greedy))
        #expect(census.admitConnection(of: other))
        census.departConnection(of: greedy)
        #expect(census.admitConnection(of: greedy))
    }

    @Test func total_isKeptForProxiesToo() {
        let census = census(total: 2, perSource: 1)
        #expect(census.admitConnection(of: nil))
        #expect(census.admitConnection(of: nil))
        #expect(!census.admitConnection(of: nil))
    }

    @Test func departures_leaveNothingBehind() throws {
        let census = census(total: 10, perSource: 3)
        let source = try #require(ClientAddress("192.0.2.1"))
        #expect(census.admitConnection(of: source))
        #expect(census.admitRequest(of: source))
        census.departRequest(of: source)
        census.departConnection(of: source)
        #expect(census.population.total == 0)
        #expect(census.population.sources == 0)
    }
}
