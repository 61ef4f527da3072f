import Testing

@testable import NoticeCore

@Suite struct PublishingFlowTests {
    @Test func publishedEvent_appearsOnlyInTheGradesItConcerns() async throws {
        let test = try await TestStore.make()
        let first = try await test.redeem(grade: 1)
        let third = try await test.redeem(grade: 3)
        #expect(try await test.summaries(first).isEmpty)
        try await test.publishEvent { $0.grades = [1, 2] }
        #expect(try await test.summaries(first) == ["運動会（1年）"])
        #expect(try await test.summaries(third).isEmpty)
        try await test.end()
    }

    @Test func draft_isSeenByNobody() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        var draft = EventDraftBody()
        draft.title = "運動会"
        draft.start = "2026-12-05"
        let set = try await test.store.addEvent(draft, by: test.officer)
        _ = try await test.store.submit(set.id, by: test.officer)
        #expect(try await test.summaries(household).isEmpty)
        try await test.end()
    }

    @Test func moveOfEvent_isToldUntilItsDayHasPassed_andDropsRainDates() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let event = try await test.publishEvent {
            $0.rainDates = ["2026-12-06"]
            $0.start = "2026-12-05T09:00"
            $0.end = "2026-12-05T15:00"
        }
        #expect(try await test.summaries(household) == ["運動会（1年）", "予備日 運動会（1年）"])
        let move = MoveBody(start: "2026-12-12", reason: "会場の都合")
        let moved = try await test.store.moveEvent(
            try #require(Event.ID(event.id)), move, expecting: event.revision, by: test.officer
        )
        #expect(moved.reason == "会場の都合")
        _ = try await test.store.publish(moved.id, by: test.officer)
        #expect(try await test.calendar(household, property: "DESCRIPTION").allSatisfy { !$0.contains("会場の都合") })
        #expect(try await test.summaries(household) == ["変更 12/5→12/12 運動会（1年）"])
        #expect(try await test.calendar(household, property: "DTSTART") == ["TZID=Asia/Tokyo:20261212T090000"])
        #expect(try await test.calendar(household, property: "SEQUENCE") == ["1"])
        test.world.turn(to: "2026-12-13")
        #expect(try await test.summaries(household) == ["運動会（1年）"])
        try await test.end()
    }

    @Test func changeOfPlaceOnly_namesTheDayOnce() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let event = try await test.publishEvent { $0.place = "運動場" }
        var patch = EventDraftBody()
        patch.place = "体育館"
        let set = try await test.store.reviseEvent(
            try #require(Event.ID(event.id)), patch, expecting: event.revision, by: test.officer
        )
        _ = try await test.store.publish(set.id, by: test.officer)
        #expect(try await test.summaries(household) == ["変更 12/5 運動会（1年）"])
        try await test.end()
    }

    @Test func correctedSpelling_raisesSequenceQuietly() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let event = try await test.publishEvent { _ in }
        var patch = EventDraftBody()
        patch.title = "大運動会"
        let set = try await test.store.reviseEvent(
            try #require(Event.ID(event.id)), patch, expecting: event.revision, by: test.officer
        )
        _ = try await test.store.publish(set.id, by: test.officer)
        #expect(try await test.summaries(household) == ["大運動会（1年）"])
        #expect(try await test.calendar(household, property: "SEQUENCE") == ["1"])
        try await test.end()
    }

    @Test func rangeCalledAllDay_keepsItsDailyHours_andTellsNoChange() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 2)
        let event = try await test.publishEvent {
            $0.start = "2026-12-08T09:00"
            $0.end = "2026-12-10T15:00"
        }
        var patch = EventDraftBody()
        patch.start = "2026-12-08"
        patch.end = "2026-12-10"
        patch.allDay = true
        let set = try await test.store.reviseEvent(
            try #require(Event.ID(event.id)), patch, expecting: 1, by: test.officer
        )
        _ = try await test.store.publish(set.id, by: test.officer)
        #expect(try await test.summaries(household) == ["運動会（2年）"])
        #expect(try await test.calendar(household, property: "DESCRIPTION").first?.contains("09:00〜15:00") == true)
        try await test.end()
    }

    @Test func lastModified_movesForward_evenWhenTheClockWasPutBack() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let event = try await test.publishEvent { _ in }
        let before = try await test.calendar(household, property: "LAST-MODIFIED")
        test.world.advance(seconds: -3600)
        let set = try await test.store.moveEvent(
            try #require(Event.ID(event.id)), MoveBody(start: "2026-12-12"), expecting: 1, by: test.officer
        )
        _ = try await test.store.publish(set.id, by: test.officer)
        let after = try await test.calendar(household, property: "LAST-MODIFIED")
        #expect(before == ["20261122T000000Z"])
        #expect(after == ["20261122T000001Z"])
        try await test.end()
    }

    @Test func cancelledEvent_staysVisibleUntilItsDayHasPassed() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let event = try await test.publishEvent { $0.rainDates = ["2026-12-06"] }
        let set = try await test.store.cancelEvent(
            try #require(Event.ID(event.id)), reason: nil, expecting: event.revision, by: test.officer
        )
        _ = try await test.store.publish(set.id, by: test.officer)
        #expect(try await test.summaries(household) == ["中止 運動会（1年）"])
        #expect(try await test.calendar(household, property: "STATUS") == ["CONFIRMED"])
        #expect(try await test.calendar(household, property: "TRANSP") == ["TRANSPARENT"])
        test.world.turn(to: "2026-12-06", hour: 0)
        #expect(try await test.summaries(household).isEmpty)
        try await test.end()
    }

    @Test func withdrawnEvent_leavesAtOnce_andTheDigestSaysSo() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let event = try await test.publishEvent { $0.start = "2026-11-25" }
        _ = try await test.store.withdrawEvent(
            try #require(Event.ID(event.id)), reason: nil, expecting: event.revision, by: test.officer
        )
        #expect(try await test.summaries(household).isEmpty)
        let digest = try #require(try await test.store.digest(presenting: household.digest, week: nil, language: .ja))
        #expect(digest.changes.map(\.text) == ["登録の取り消し"])
        #expect(digest.text().contains("運動会（1年）：登録の取り消し"))
        try await test.end()
    }

    @Test func secondChangeOnAnOldRevision_isRefusedWithTheNewerNumber() async throws {
        let test = try await TestStore.make()
        let event = try await test.publishEvent { _ in }
        let id = try #require(Event.ID(event.id))
        _ = try await test.store.moveEvent(id, MoveBody(start: "2026-12-12"), expecting: 1, by: test.officer)
        await #expect(throws: NoticeError.preconditionFailed(revision: 2)) {
            try await test.store.moveEvent(id, MoveBody(start: "2026-12-13"), expecting: 1, by: test.admin)
        }
        try await test.end()
    }

    @Test func draftsBuiltUponEachOther_publishInEitherOrder() async throws {
        for order in [[0, 1], [1, 0]] {
            let test = try await TestStore.make()
            let household = try await test.redeem(grade: 1)
            var draft = EventDraftBody()
            draft.title = "運動会"
            draft.start = "2026-12-05"
            let added = try await test.store.addEvent(draft, by: test.officer)
            var patch = EventDraftBody()
            patch.place = "運動場"
            let revised = try await test.store.reviseEvent(
                try #require(Event.ID(added.changes[0].after.id)), patch, expecting: 1, by: test.officer
            )
            for index in order { _ = try await test.store.publish([added.id, revised.id][index], by: test.officer) }
            #expect(try await test.calendar(household, property: "LOCATION") == ["運動場"])
            try await test.end()
        }
    }
}
