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
        clock.endResponse(moreInFlight: false, now: after(5))
        #expect(clock.phase == .idle)
        #expect(!clock.isOverdue(now: after(24.9)))
        #expect(clock.isOverdue(now: after(25)))
    }

    @Test func nextRequest_afterARest_hasItsOwnTime() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: false)
        clock.endResponse(moreInFlight: false, now: after(1))
        clock.received(bytes: 5, now: after(15))
        #expect(!clock.isOverdue(now: after(24)))
        #expect(clock.isOverdue(now: after(25)))
    }

    @Test(arguments: [(8300, false), (8000, true)])
    func upload_goesOnWhileItIsQuickEnough(bytesASecond: Int, isOver: Bool) {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: true)
        for second in 1...120 { clock.received(bytes: bytesASecond, now: after(Double(second))) }
        #expect(clock.isOverdue(now: after(120)) == isOver)
    }

    @Test func upload_howeverQuick_endsAfterTenMinutes() {
        var clock = ConnectionClock(limits: limits, now: start)
        clock.beginRequest(isTransfer: true)
        clock.received(bytes: 1_000_000_000, now: after(1))
        #expect(!clock.isOverdue(now: after(599)))
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
