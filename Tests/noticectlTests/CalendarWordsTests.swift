import ArgumentParser
import NoticeCore
import Testing

@testable import noticectl

@Suite struct CalendarWordsTests {
    @Test func everyCodeOfTheLibrary_hasItsWords_andNoOther() {
        let words = StringKey.allCases.map(\.rawValue).filter { $0.hasPrefix("calendar.") }
        #expect(Set(words) == Set(CalendarWords.codes.map { "calendar.\($0)" }))
        #expect(CalendarWords.codes.count > 40)
    }

    @Test func unreadableCalendar_isBadInput_withTheLibrarysCode() throws {
        let failure = try #require(Failure(LocalFailure.calendar(code: "ics_malformed", detail: "a.ics:3: x")))
        #expect(failure.status.rawValue == 65)
        #expect(failure.problem.code == "ics_malformed")
        #expect(failure.problem.detail.contains("a.ics:3: x"))
    }

    @Test(arguments: [
        ["ical", "occurrences", "-", "--from", "2026-04-02", "--to", "2026-04-02"],
        ["ical", "occurrences", "-", "--from", "2026-02-30", "--to", "2026-04-02"],
        ["ical", "occurrences", "-", "--from", "2026-04-01", "--to", "2026-04-02", "--zones", "mine"],
        ["ical", "check", "-", "--limit", "depth"], ["ical", "check", "-", "--limit", "depth=0"],
        ["ical", "check", "-", "--limit", "height=3"],
    ])
    func wrongArguments_areRefusedBeforeAnythingIsRead(_ arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try Noticectl.parseAsRoot(arguments) }
        #expect(error.map { Noticectl.exitCode(for: $0).rawValue } == 64)
    }
}
