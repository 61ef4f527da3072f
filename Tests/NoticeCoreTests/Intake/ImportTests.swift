import Testing

@testable import NoticeCore

@Suite struct ImportTests {
    private static let header = "行事ID,行事名,種別,開始日,終了日,開始時刻,対象学年,場所,予備日,状態"

    private func table(_ rows: String...) -> [UInt8] {
        Array(([Self.header] + rows).joined(separator: "\r\n").utf8)
    }

    @Test func sameTableTwice_changesNothing() async throws {
        let test = try await TestStore.make()
        let bytes = table("A1,運動会,行事,2026-12-05,,09:00,全学年,運動場,2026-12-06,確定")
        let first = try await test.store.importEvents(bytes, ImportOptions(), by: test.officer)
        #expect(first.created.map(\.title) == ["運動会"])
        let second = try await test.store.importEvents(bytes, ImportOptions(), by: test.officer)
        #expect(second.changeSet == nil)
        #expect(second.unchanged == 1)
        try await test.end()
    }

    @Test func correctedRow_revisesOnlyWhatTheTableChanged() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let first = try await test.store.importEvents(
            table("A1,運動会,行事,2026-12-05,,09:00,全学年,,,確定"), ImportOptions(), by: test.officer)
        _ = try await test.store.publish(try #require(first.changeSet), by: test.officer)
        var patch = EventDraftBody()
        patch.place = "体育館"
        let id = try #require(first.created[0].id.flatMap { Event.ID($0) })
        let set = try await test.store.reviseEvent(id, patch, expecting: 1, by: test.officer)
        _ = try await test.store.publish(set.id, by: test.officer)
        let second = try await test.store.importEvents(
            table("A1,運動会,行事,2026-12-12,,09:00,全学年,,,確定"), ImportOptions(), by: test.officer)
        #expect(second.revised.map(\.fields) == [["time"]])
        _ = try await test.store.publish(try #require(second.changeSet), by: test.officer)
        #expect(try await test.summaries(household) == ["変更 12/5→12/12 運動会（1年）"])
        #expect(try await test.calendar(household, property: "LOCATION") == ["体育館"])
        try await test.end()
    }

    @Test func rowThatIsGone_isListedAndNeverCancelled() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let first = try await test.store.importEvents(
            table("A1,運動会,行事,2026-12-05,,,全学年,,,確定", "A2,終業式,行事,2026-12-23,,,全学年,,,確定"),
            ImportOptions(), by: test.officer)
        _ = try await test.store.publish(try #require(first.changeSet), by: test.officer)
        let second = try await test.store.importEvents(
            table("A1,運動会,行事,2026-12-05,,,全学年,,,確定"), ImportOptions(), by: test.officer)
        #expect(second.missing.map(\.title) == ["終業式"])
        #expect(try await test.summaries(household) == ["運動会（1年）", "終業式（1年）"])
        try await test.end()
    }

    @Test func rowWithoutIdentity_isMatchedByTitleKindAndGrades_andCalledAGuess() async throws {
        let test = try await TestStore.make()
        _ = try await test.store.importEvents(
            table(",資源回収,行事,2026-06-13,,,全学年,,,確定", ",資源回収,行事,2026-10-10,,,全学年,,,確定"),
            ImportOptions(), by: test.officer)
        let second = try await test.store.importEvents(
            table(",資源回収,行事,2026-06-13,,,全学年,,,確定", ",資源回収,行事,2026-10-17,,,全学年,,,確定"),
            ImportOptions(), by: test.officer)
        #expect(second.unchanged == 1)
        #expect(second.created.isEmpty)
        #expect(second.revised.map(\.start) == ["2026-10-17"])
        #expect(second.revised.map(\.guessed) == [true])
        try await test.end()
    }

    @Test func flawedTable_changesNothing_unlessPartial() async throws {
        let test = try await TestStore.make()
        let bytes = table("A1,運動会,行事,2026-12-05,,,全学年,,,確定", "A2,終業式,行事,2026-02-30,,,全学年,,,確定")
        let error = await #expect(throws: NoticeError.self) {
            try await test.store.importEvents(bytes, ImportOptions(), by: test.officer)
        }
        guard case .invalid(let flaws) = error else {
            Issue.record("expected the flaws, got \(String(describing: error))")
            return
        }
        #expect(flaws.map(\.row) == [3])
        let filter = EventFilter()
        #expect(try await test.store.events(for: test.officer, filter: filter, after: nil, limit: 10).events.isEmpty)
        let partial = try await test.store.importEvents(bytes, ImportOptions(partial: true), by: test.officer)
        #expect(partial.created.map(\.title) == ["運動会"])
        #expect(partial.problems.map(\.row) == [3])
        try await test.end()
    }

    @Test func dryRun_reportsAndWritesNothing() async throws {
        let test = try await TestStore.make()
        let bytes = table("A1,運動会,行事,2026-12-05,,,全学年,,,確定")
        let report = try await test.store.importEvents(bytes, ImportOptions(dryRun: true), by: test.officer)
        #expect(report.created.count == 1)
        #expect(report.changeSet == nil)
        #expect(try await test.store.changeSets(for: test.officer, state: nil, after: nil, limit: 5).changeSets.isEmpty)
        try await test.end()
    }

    @Test func cancelledRow_cancels_andReturnedImportComesAgain() async throws {
        let test = try await TestStore.make()
        let household = try await test.redeem(grade: 1)
        let planned = table("A1,運動会,行事,2026-12-05,,,全学年,,,確定")
        let returned = try #require(
            try await test.store.importEvents(planned, ImportOptions(), by: test.officer).changeSet)
        _ = try await test.store.submit(returned, by: test.officer)
        _ = try await test.store.sendBack(returned, reason: "場所がありません", by: test.approver)
        let again = try await test.store.importEvents(planned, ImportOptions(), by: test.officer)
        #expect(again.created.count + again.revised.count == 1)
        _ = try await test.store.publish(try #require(again.changeSet), by: test.officer)
        #expect(try await test.summaries(household) == ["運動会（1年）"])
        let called = try await test.store.importEvents(
            table("A1,運動会,行事,2026-12-05,,,全学年,,,中止"), ImportOptions(), by: test.officer)
        _ = try await test.store.publish(try #require(called.changeSet), by: test.officer)
        #expect(try await test.summaries(household) == ["中止 運動会（1年）"])
        try await test.end()
    }
}
