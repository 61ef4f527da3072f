import Foundation
import ICalKit
import Testing

/// The hostile kit: what must be refused is refused, the rest is read, and all of it in little time.
@Suite(.enabled(if: SharedData.isPresent)) struct HostileTests {
    private func read(_ file: String) throws -> CalendarDocument {
        let url = try #require(SharedData.hostile).appendingPathComponent("\(file).ics")
        return try CalendarReader().read(SharedData.bytes(url)).document
    }

    @Test(arguments: [
        ("line_1mb_unfolded", ReadingError.Code.lineTooLong), ("nested_10000", .malformed),
        ("rrule_by_100k", .ruleTooComplex), ("missing_end", .malformed), ("rdate_20000", .tooManyInstances),
    ])
    func file_thatMustBeRefused_isRefused(file: String, code: ReadingError.Code) throws {
        let start = ContinuousClock.now
        let error = #expect(throws: ReadingError.self) { try read(file) }
        #expect(error?.code == code)
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test(arguments: [
        ("lf_only_bom", "運動会"), ("shift_jis", "運動会"), ("invalid_utf8", "\u{FFFD}\u{FFFD}\u{FFFD}bad"),
        ("fold_inside_utf8", "秋の運動会のお知らせと持ち物の確認について秋の運動会のお知らせと持ち物の確認について"), ("control_ok", "運動会"),
    ])
    func file_withOddBytes_keepsItsText(file: String, summary: String) throws {
        #expect(try read(file).events.map(\.summary) == [summary])
    }

    @Test func escapedNewlines_doNotBecomeLines() throws {
        let again = try CalendarReader().read(read("crlf_injection").bytes).document
        #expect(again.events.count == 1)
        #expect(again.all(.alarm).isEmpty)
        #expect(again.events.flatMap(\.attendees).isEmpty)
    }

    @Test func zoneThatRefersToItself_isBounded() throws {
        let document = try read("vtimezone_loop")
        let found = try CalendarExpansion(document).occurrences(from: .year(2026), to: .year(2027))
        #expect(found.map(\.startMoment) == [1_791_590_400])
    }

    @Test func ruleWithoutEnd_isReadAndStopsAtTheLimit() throws {
        var limits = ReadingLimits()
        limits.instances = 1_000
        let expansion = CalendarExpansion(try read("rrule_secondly_infinite"), limits: limits)
        #expect(throws: ExpansionError.tooManyInstances(1_000)) {
            try expansion.occurrences(from: .year(2026), to: .year(2027))
        }
    }

    @Test func impossibleDates_arePassedOver() throws {
        let document = try read("end_before_start")
        #expect(document.events.map { $0.start == nil } == [false, false, true])
        let codes = CalendarCheck(document).diagnostics.map(\.code)
        #expect(codes.contains(.endBeforeStart))
        #expect(codes.contains(.invalidValue))
    }
}
