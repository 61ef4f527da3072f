import Testing

@testable import NoticeCore

@Suite struct EventMatcherTests {
    private static let school = School.elementary.id
    private static let everybody = Audience.grades(school, Array(1...6), classes: [])

    private static func audience(_ grades: [Int], classes: [SchoolClass] = []) -> Audience {
        .grades(school, grades, classes: classes)
    }

    private static func event(
        _ title: String, _ first: String, _ last: String? = nil, kind: EventKind = .event, grades: [Int]? = nil,
        at start: WallTime? = nil, until end: WallTime? = nil, approximate: Bool = false,
        _ change: (inout EventContent) -> Void = { _ in }
    ) -> EventContent {
        var content = EventContent(
            title: title, kind: kind, status: .confirmed, firstDay: .at(first), lastDay: .at(last ?? first),
            start: start, end: end, audience: grades.map { audience($0) } ?? everybody)
        if approximate { content.precision = .approximate }
        change(&content)
        return content
    }

    private static func id(_ index: Int) -> Event.ID {
        Event.ID("00000000-0000-4000-8000-00000000000\(index)") ?? EntityID(Effects.live.uuid())
    }

    private func plan(
        _ drafts: [EventContent], over known: [EventContent], issued: String = "2026-04-01",
        audience: Audience = everybody, replaced: [MatchContext.Replaced] = [], decisions: [MatchDecision] = []
    ) -> MatchPlan {
        EventMatcher.plan(
            drafts: drafts,
            known: known.enumerated().map { RegisteredEvent(id: Self.id($0), content: $1) },
            context: MatchContext(
                issued: .at(issued), audience: audience, replaced: replaced, decisions: decisions))
    }

    // MARK: - One to one

    @Test func sameNameOnSameDay_bringsTimePlaceAndThings() throws {
        let letter = Self.event("修学旅行 保護者説明会", "2026-09-18", grades: [6], at: WallTime(minute: 900)) {
            $0.place = "多目的ホール"
            $0.items = ["上履き", "しおり"]
        }
        let known = Self.event("修学旅行説明会(6年保護者)", "2026-09-18", grades: [6]) { $0.items = ["上履き"] }
        let match = try #require(plan([letter], over: [known]).matches.first)
        #expect(match.action == .update && match.doubts.isEmpty)
        #expect(match.reasons == [.sameTitle, .sameGrades, .sameDay])
        #expect(match.content.title == known.title)
        #expect(match.content.start == letter.start && match.content.place == "多目的ホール")
        #expect(match.content.items == ["上履き", "しおり"])
    }

    @Test func movedWithoutAWord_isOfferedWithADoubt() throws {
        let plan = plan(
            [Self.event("運動会", "2026-05-30")],
            over: [
                Self.event("運動会", "2026-05-23") { $0.rainDates = [.at("2026-05-24")] }
            ])
        let match = try #require(plan.matches.first)
        #expect(match.reasons == [.sameTitle, .sameGrades, .daysApart(7)])
        #expect(match.doubts == [.dateDiffers])
        #expect(match.content.firstDay == .at("2026-05-30"))
        #expect(match.content.rainDates.isEmpty, "the rain date of the old day does not outlive it")
    }

    @Test func movedByTheLettersOwnWord_isSure_alsoFarAway() throws {
        let replaced = MatchContext.Replaced(name: EventName("運動会"), day: .at("2026-05-23"))
        let plan = plan(
            [Self.event("運動会", "2026-09-26")], over: [Self.event("秋の運動会", "2026-05-23")], replaced: [replaced])
        let match = try #require(plan.matches.first)
        #expect(match.reasons == [.similarTitle, .replaces, .sameGrades, .daysApart(126)])
        #expect(match.doubts.isEmpty)
    }

    @Test(
        arguments: [
            // A month on, before the letter was written, twice in the letter, and a day off.
            ("2026-06-30", "2026-06-01", "2026-05-20", EventKind.event),
            ("2026-06-08", "2026-06-01", "2026-06-05", .event),
            ("2026-06-08", "2026-06-01", "2026-05-20", .closure),
        ])
    func anotherOccasion_isNoMove(_ draft: String, _ known: String, _ issued: String, _ kind: EventKind) {
        let plan = plan(
            [Self.event("クラブ", draft, kind: kind)], over: [Self.event("クラブ", known, kind: kind)], issued: issued)
        #expect(plan == MatchPlan())
    }

    @Test func nameThatComesTwiceInTheLetter_isNoMove() {
        let drafts = [Self.event("クラブ", "2026-06-08"), Self.event("クラブ", "2026-06-15")]
        #expect(plan(drafts, over: [Self.event("クラブ", "2026-06-01")]) == MatchPlan())
        let known = [Self.event("クラブ", "2026-06-08"), Self.event("クラブ", "2026-06-01")]
        #expect(plan(drafts, over: known).matches.map(\.event) == [Self.id(0)])
    }

    @Test func otherKindYearOrPeople_neverMeet() {
        let known = [
            Self.event("身体測定", "2026-04-10", grades: [5, 6]), Self.event("集金", "2026-04-10", kind: .deadline),
            Self.event("遠足", "2027-04-10"), Self.event("中止の会", "2026-04-10") { $0.status = .cancelled },
        ]
        let drafts = [
            Self.event("身体測定", "2026-04-10", grades: [1, 2]), Self.event("集金", "2026-04-10"),
            Self.event("遠足", "2026-04-10"), Self.event("中止の会", "2026-04-10"),
        ]
        #expect(plan(drafts, over: known) == MatchPlan())
    }

    @Test func sameNameSeveralTimes_goesByDayAndGrades() {
        let known = [
            Self.event("内科検診", "2026-05-12", grades: [1, 2]), Self.event("内科検診", "2026-05-19", grades: [3, 4]),
        ]
        let drafts = [
            Self.event("内科検診", "2026-05-19", grades: [3, 4]), Self.event("内科検診", "2026-05-26", grades: [5, 6]),
            Self.event("内科検診", "2026-05-12", grades: [1, 2]),
        ]
        let matches = plan(drafts, over: known).matches
        #expect(matches.map(\.draft) == [0, 2] && matches.map(\.event) == [Self.id(1), Self.id(0)])
    }

    @Test func otherGrades_raiseADoubt_unlessTheLetterIsForThem() throws {
        let known = [Self.event("遠足", "2026-05-01", grades: [1, 2])]
        let stated = plan([Self.event("遠足", "2026-05-01", grades: [1])], over: known)
        #expect(stated.matches.map(\.doubts) == [[.audienceDiffers]])
        let inherited = plan([Self.event("遠足", "2026-05-01")], over: known)
        #expect(inherited.matches.map(\.doubts) == [[]])
        #expect(inherited.matches.map(\.content.audience.grades) == [[1, 2]], "the plan knows the grades")
        // A letter to 6年 with a time of its own: the others might come too early.
        let narrow = [Self.event("運動会", "2026-05-23", grades: [6], at: WallTime(minute: 460))]
        let whole = [Self.event("運動会", "2026-05-23")]
        #expect(plan(narrow, over: whole, audience: Self.audience([6])).matches.map(\.doubts) == [[.audienceDiffers]])
        let silent = [Self.event("運動会", "2026-05-23", grades: [6])]
        #expect(plan(silent, over: whole, audience: Self.audience([6])).matches.map(\.doubts) == [[]])
    }

    @Test func equallyGoodEvents_raiseADoubt() {
        let known = [Self.event("総会", "2026-05-01"), Self.event("総会", "2026-05-01")]
        let matches = plan([Self.event("総会", "2026-05-01")], over: known).matches
        #expect(matches.map(\.event) == [Self.id(0)] && matches.map(\.doubts) == [[.ambiguous]])
    }

    // MARK: - Vague dates and ranges

    @Test func vagueDate_neverReplacesAnExactOne() {
        let known = [Self.event("プール開き", "2026-06-12"), Self.event("持久走記録会", "2026-11-27")]
        let drafts = [
            Self.event("プール開き", "2026-06-11", "2026-06-20", approximate: true),
            Self.event("持久走記録会", "2026-11-11", "2026-11-20", approximate: true),
        ]
        let matches = plan(drafts, over: known).matches
        #expect(matches.map(\.content) == known && matches.allSatisfy(\.doubts.isEmpty))
    }

    @Test func exactDate_replacesAVagueOne_withoutADoubt() throws {
        let known = [Self.event("家庭訪問", "2026-05-01", "2026-05-10", approximate: true)]
        let match = try #require(plan([Self.event("家庭訪問", "2026-05-07", "2026-05-12")], over: known).matches.first)
        #expect(match.content.firstDay == .at("2026-05-07") && match.content.precision == .exact)
        #expect(match.doubts.isEmpty)
    }

    @Test func rangeOverSeveralRegisteredDays_coversThem() {
        let known = [
            Self.event("家庭訪問", "2026-05-07", "2026-05-08"), Self.event("家庭訪問", "2026-05-11", "2026-05-12"),
        ]
        let matches = plan([Self.event("家庭訪問", "2026-05-07", "2026-05-12")], over: known).matches
        #expect(matches.map(\.action) == [.covered, .covered])
        #expect(matches.map(\.content) == known)
    }

    @Test func daysOfARegisteredRange_areNoNewEvents() {
        let known = [Self.event("個人懇談", "2026-07-14", "2026-07-16")]
        let drafts = [Self.event("個人懇談", "2026-07-14"), Self.event("個人懇談", "2026-07-15", at: WallTime(minute: 800))]
        let matches = plan(drafts, over: known).matches
        #expect(matches.map(\.action) == [.update, .covered])
        #expect(matches.map(\.content) == [known[0], known[0]])
        #expect(matches.map(\.doubts) == [[], [.dateDiffers]])
    }

    @Test func rainDateOfItsOwn_belongsToItsEvent() {
        let known = [Self.event("運動会", "2026-05-23") { $0.rainDates = [.at("2026-05-24")] }]
        let named = plan([Self.event("運動会予備日", "2026-05-24")], over: known)
        #expect(named.matches.map(\.action) == [.covered] && named.matches.map(\.content) == known)
        let more = plan([Self.event("運動会の予備日", "2026-05-26")], over: known)
        #expect(more.matches.first?.content.rainDates == [.at("2026-05-24"), .at("2026-05-26")])
        #expect(plan([Self.event("運動会予備日", "2026-05-20")], over: known) == MatchPlan())
    }

    // MARK: - Titles that list several things

    @Test(arguments: ["授業参観・育友会総会", "授業参観 育友会総会"])
    func listedTitle_isDividedAmongTheDrafts(_ title: String) {
        let known = [Self.event(title, "2026-04-18")]
        let drafts = [
            Self.event("授業参観", "2026-04-18", at: WallTime(minute: 760)),
            Self.event("育友会総会", "2026-04-18", at: WallTime(minute: 810)),
        ]
        let plan = plan(drafts, over: known)
        #expect(plan.matches.map(\.action) == [.update, .part])
        #expect(plan.matches.map(\.content.title) == ["授業参観", "育友会総会"])
        #expect(plan.matches.map(\.content.start?.minute) == [760, 810])
        #expect(plan.adjustments.isEmpty)
    }

    @Test func partThatTheLetterNames_leavesTheRest() {
        let plan = plan(
            [Self.event("入学式", "2026-04-07", grades: [1], at: WallTime(minute: 600))],
            over: [Self.event("始業式・入学式", "2026-04-07")])
        #expect(plan.matches.map(\.action) == [.part])
        #expect(plan.adjustments.map(\.content.title) == ["始業式"])
    }

    @Test func draftThatListsRegisteredEvents_isNoThirdOne() {
        let known = [
            Self.event("授業参観", "2026-04-18", at: WallTime(minute: 760)),
            Self.event("育友会総会", "2026-04-18", at: WallTime(minute: 810)),
        ]
        let plan = plan([Self.event("授業参観・育友会総会", "2026-04-18")], over: known)
        #expect(plan.matches.map(\.action) == [.covered, .covered])
        #expect(plan.matches.map(\.content) == known)
    }

    // MARK: - Decisions

    @Test func decidedPair_isNotOfferedAgain() {
        let draft = Self.event("説明会", "2026-09-18")
        let known = [Self.event("修学旅行説明会", "2026-09-18")]
        let key = DraftedEvent(draft).key
        let separate = MatchDecision(event: Self.id(0), key: key, verdict: .separate)
        #expect(plan([draft], over: known, decisions: [separate]) == MatchPlan())
        let moved = [Self.event("秋の集い", "2026-09-01", grades: [1])]
        let update = MatchDecision(event: Self.id(0), key: key, verdict: .update)
        let matches = plan([draft], over: moved, decisions: [update]).matches
        #expect(matches.map(\.reasons.first) == [.decidedBefore] && matches.map(\.doubts) == [[]])
    }
}
