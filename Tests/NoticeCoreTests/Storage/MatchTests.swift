import Testing

@testable import NoticeCore

@Suite struct MatchTests {
    private func draft(_ title: String, _ start: String, _ change: (inout EventDraftBody) -> Void = { _ in })
        -> EventDraftBody
    {
        var draft = EventDraftBody()
        draft.title = title
        draft.start = start
        change(&draft)
        return draft
    }

    private func letter(
        _ events: [EventDraftBody], decisions: [MatchDecisionBody]? = nil, title: String = "お知らせ"
    ) -> NoticeDraftBody {
        var letter = NoticeDraftBody()
        letter.title = title
        letter.text = "本文"
        letter.events = events
        letter.decisions = decisions
        return letter
    }

    private func importedPlan(_ test: TestStore) async throws {
        let table = "行事ID,行事名,種別,開始日,対象学年\r\nA1,運動会,行事,2026-12-05,全学年\r\nA2,授業参観・懇談会,行事,2026-12-11,全学年"
        let report = try await test.store.importEvents(Array(table.utf8), ImportOptions(), by: test.officer)
        _ = try await test.store.publish(try #require(report.changeSet), by: test.officer)
    }

    @Test func letterAfterThePlan_becomesARevisionOfItsEvent() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        try await importedPlan(test)
        let request = MatchRequestBody(events: [
            draft("第42回 運動会", "2026-12-12T08:30") {
                $0.place = "運動場"
                $0.items = ["水筒"]
            }
        ])
        let found = try await test.store.matches(request, for: test.officer)
        let match = try #require(found.matches.first)
        #expect(match.action == "update" && match.source == "import" && match.doubts == ["date_differs"])
        #expect(match.reasons.last == MatchReasonBody(code: "days_apart", days: 7))
        #expect(match.fields == ["start", "place", "items"])
        let notice = try await test.store.addNotice(letter([try #require(match.update)]), by: test.officer)
        _ = try await test.store.publish(notice.changeSet, by: test.officer)
        #expect(
            try await test.summaries(household) == ["授業参観・懇談会（1年）", "変更 12/5→12/12 運動会（1年）"])
        try await test.end()
    }

    @Test func letterThatAddsNothing_isLinkedWithoutARevision() async throws {
        let test = try await TestStore.make()
        try await importedPlan(test)
        let request = MatchRequestBody(events: [draft("運動会", "2026-12-05")])
        let match = try #require(try await test.store.matches(request, for: test.officer).matches.first)
        #expect(match.fields == [] && match.doubts == [])
        let notice = try await test.store.addNotice(letter([try #require(match.update)]), by: test.officer)
        #expect(notice.events.map(\.title) == ["運動会"] && notice.events.map(\.revision) == [1])
        let set = try await test.store.changeSet(notice.changeSet, for: test.officer)
        #expect(set.changes.isEmpty)
        _ = try await test.store.publish(notice.changeSet, by: test.officer)
        #expect(try await test.store.event(try #require(Event.ID(match.event.id)), for: test.officer).revision == 1)
        try await test.end()
    }

    @Test func listedTitle_isDivided_andNothingStandsTwice() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        try await importedPlan(test)
        let drafts = [draft("懇談会", "2026-12-11T14:00")]
        let found = try await test.store.matches(MatchRequestBody(events: drafts), for: test.officer)
        #expect(found.matches.map(\.action) == ["part"] && found.matches.map(\.update) == [nil])
        let notice = try await test.store.addNotice(
            letter(drafts + found.adjustments.map(\.update)), by: test.officer)
        _ = try await test.store.publish(notice.changeSet, by: test.officer)
        #expect(try await test.summaries(household) == ["運動会（1年）", "授業参観（1年）", "懇談会（1年）"])
        try await test.end()
    }

    @Test func decision_isRemembered_andTheNewestCounts() async throws {
        let test = try await TestStore.make()
        try await importedPlan(test)
        let request = MatchRequestBody(events: [draft("運動会", "2026-12-12")])
        let event = try #require(try await test.store.matches(request, for: test.officer).matches.first).event
        func decide(_ decision: String) async throws {
            let said = MatchDecisionBody(
                event: event.id, decision: decision, title: "第42回 運動会", kind: "event", start: "2026-12-12T08:30")
            _ = try await test.store.addNotice(letter([], decisions: [said]), by: test.officer)
        }
        try await decide("separate")
        #expect(try await test.store.matches(request, for: test.officer).matches.isEmpty)
        try await decide("update")
        let again = try await test.store.matches(request, for: test.officer).matches
        #expect(again.map(\.doubts) == [[]] && again.first?.reasons.first?.code == "decided_before")
        try await test.end()
    }

    @Test func wrongDecision_isNamed_andKeepsTheLetterOut() async throws {
        let test = try await TestStore.make()
        let wrong = MatchDecisionBody(event: "x", decision: "maybe", title: "a", kind: "b", start: "c")
        await #expect(
            throws: NoticeError.invalid([
                Flaw(.unknownEvent, field: "decisions[0].event", value: "x"),
                Flaw(.unknownOption, field: "decisions[0].decision", value: "maybe"),
                Flaw(.unknownKind, field: "decisions[0].kind", value: "b"),
                Flaw(.impossibleDate, field: "decisions[0].start", value: "c"),
            ])
        ) { try await test.store.addNotice(letter([], decisions: [wrong]), by: test.officer) }
        let foreign = MatchDecisionBody(
            event: "00000000-0000-4000-8000-000000000099", decision: "update", title: "a", kind: "event",
            start: "2026-12-12")
        await #expect(throws: NoticeError.invalid(.unknownEvent, field: "decisions[0].event", value: foreign.event)) {
            try await test.store.addNotice(letter([], decisions: [foreign]), by: test.officer)
        }
        #expect(try await test.store.notices(for: test.officer, after: nil, limit: 5).notices.isEmpty)
        try await test.end()
    }

    @Test func anotherAssociationsEvents_areNeverOffered() async throws {
        let school = School(
            id: try #require(Slug("ura-jh")), name: LocalizedText(ja: "浦中学校"), stage: .juniorHigh, label: "中",
            classes: [:], groupNames: [:])
        let other = try Association.fixture(id: "ura", schools: [school])
        let test = try await TestStore.make(associations: [.fixture(), other])
        try await importedPlan(test)
        let stranger = try await TestStore.signIn(.officer, to: other.id, of: test.store)
        let request = MatchRequestBody(events: [draft("運動会", "2026-12-05")])
        #expect(try await test.store.matches(request, for: stranger).matches.isEmpty)
        await #expect(throws: NoticeError.forbidden(.role)) {
            try await test.store.matches(request, for: test.approver)
        }
        try await test.end()
    }

    @Test func reading_bringsDraftsAndMatches_andKeepsNothing() async throws {
        let test = try await TestStore.make()
        try await importedPlan(test)
        let body = try await test.store.read(
            ReadingRequestBody(text: "令和8年11月20日\n運動会のご案内\n日時　12月5日（土）9:00～\n場所　運動場\n"), for: test.officer)
        #expect(body.issued == "2026-11-20" && body.title == "運動会のご案内")
        #expect(body.events.map(\.start) == ["2026-12-05T09:00"])
        #expect(body.matches.map(\.fields) == [["start", "place"]])
        #expect(try await test.store.notices(for: test.officer, after: nil, limit: 5).notices.isEmpty)
        await #expect(throws: NoticeError.invalid(.missing, field: "text")) {
            try await test.store.read(ReadingRequestBody(text: " \n"), for: test.officer)
        }
        try await test.end()
    }
}
