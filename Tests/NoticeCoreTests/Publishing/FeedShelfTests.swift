import Foundation
import Testing

@testable import NoticeCore

@Suite struct FeedShelfTests {
    private let today = SchoolDay.at("2026-11-22")

    @Test func calendarRenderedForOne_isNewForAllWhoSeeTheSame() throws {
        var shelf = FeedShelf()
        let view = try view(entered: 2026)
        keep("old", on: &shelf, view: view, token: 1, read: 0)
        keep("old", on: &shelf, view: view, token: 2, read: 0)
        shelf.changed(view.cohorts)
        #expect(shelf.answer(for: token(1), on: today) == nil)
        #expect(shelf.answer(for: token(2), on: today) == nil)
        let new = keep("new", on: &shelf, view: view, token: 1, read: shelf.mark)
        #expect(shelf.answer(for: token(2), on: today)?.gzipTag == new.gzipTag)
    }

    @Test func changeOfOneCohort_leavesTheOthersAlone() throws {
        var shelf = FeedShelf()
        let (first, second) = (try view(entered: 2026), try view(entered: 2025))
        keep("first", on: &shelf, view: first, token: 1, read: 0)
        keep("second", on: &shelf, view: second, token: 2, read: 0)
        shelf.changed([try #require(first.placements.first).cohort])
        #expect(shelf.answer(for: token(1), on: today) == nil)
        #expect(shelf.answer(for: token(2), on: today) != nil)
    }

    @Test func calendarReadBeforeAChange_isNotHandedOutAfterIt() throws {
        var shelf = FeedShelf()
        let view = try view(entered: 2026)
        shelf.changed(view.cohorts)
        keep("old", on: &shelf, view: view, token: 1, read: 0)
        #expect(shelf.answer(for: token(1), on: today) == nil)
        #expect(shelf.calendar(for: view, on: today) == nil)
    }

    @Test func householdReadBeforeItWasForgotten_isNotKept() throws {
        var shelf = FeedShelf()
        let view = try view(entered: 2026)
        let read = shelf.mark
        shelf.forget([feed(1)])
        keep("old", on: &shelf, view: view, token: 1, read: read)
        #expect(shelf.answer(for: token(1), on: today) == nil)
    }

    @Test func calendarsReadBeforeEverythingWasForgotten_areNotKept() throws {
        var shelf = FeedShelf()
        let view = try view(entered: 2026)
        keep("old", on: &shelf, view: view, token: 1, read: 0)
        let read = shelf.mark
        shelf.forgetEverything()
        keep("old", on: &shelf, view: view, token: 1, read: read)
        #expect(shelf.answer(for: token(1), on: today) == nil)
        #expect(shelf.calendar(for: view, on: today) == nil)
    }

    @Test func calendar_endsWithTheDayOnWhichItReadsDifferently() throws {
        var shelf = FeedShelf()
        let view = try view(entered: 2026)
        keep("today's", on: &shelf, view: view, token: 1, read: 0, validBefore: "2026-11-23")
        #expect(shelf.answer(for: token(1), on: today) != nil)
        #expect(shelf.answer(for: token(1), on: today.adding(days: 1)) == nil)
    }

    @Test func fetches_areToldOnceADay() throws {
        var shelf = FeedShelf()
        keep("a", on: &shelf, view: try view(entered: 2026), token: 1, read: 0)
        _ = shelf.answer(for: token(1), on: today)
        #expect(shelf.takeFetched().map(\.day) == [today])
        _ = shelf.answer(for: token(1), on: today)
        #expect(shelf.takeFetched().isEmpty)
        _ = shelf.answer(for: token(1), on: today.adding(days: 1))
        #expect(shelf.takeFetched().map(\.day) == [today.adding(days: 1)])
    }

    @Test func moreThanFits_dropsWhatWasNotAskedForLongest() throws {
        var shelf = FeedShelf(budget: 4_000)
        for number in 0..<20 {
            keep(noise(500, seed: number), on: &shelf, view: try view(entered: 2000 + number), token: number, read: 0)
            _ = shelf.answer(for: token(0), on: today)
        }
        #expect(shelf.answer(for: token(0), on: today) != nil)
        #expect(shelf.answer(for: token(1), on: today) == nil)
        #expect(shelf.answer(for: token(19), on: today) != nil)
        #expect(shelf.bytes <= 4_000)
    }

    // MARK: What is kept

    private func token(_ number: Int) -> Digest { Digest(of: "token \(number)".utf8) }

    private func feed(_ number: Int) -> Feed.ID {
        Feed.ID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(number))))
    }

    private func view(entered year: Int) throws -> HouseholdView {
        let placement = Placement(
            association: try #require(Association.ID("hama")), school: School.juniorHigh.id, entryYear: year,
            schoolClass: nil
        )
        return HouseholdView(placements: [placement], hiddenGroups: [], options: FeedOptions())
    }

    @discardableResult
    private func keep(
        _ text: String, on shelf: inout FeedShelf, view: HouseholdView, token number: Int, read: Int,
        validBefore: String = "2027-05-01"
    ) -> RenderedCalendar {
        let output = CalendarRenderer.Output(bytes: Array(text.utf8), validBefore: .at(validBefore))
        guard let calendar = try? RenderedCalendar(output, cohorts: view.cohorts, mark: read) else {
            preconditionFailure("zlib refused a few bytes")
        }
        shelf.keep(calendar, view: view, token: token(number), feed: feed(number), read: read, on: today)
        return calendar
    }

    /// Letters that gzip cannot make much shorter.
    private func noise(_ count: Int, seed: Int) -> String {
        var text = ""
        for block in 0..<(count / 64) { text += Digest(of: "\(seed) \(block)".utf8).hex }
        return text
    }
}
