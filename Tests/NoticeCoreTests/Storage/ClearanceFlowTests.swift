import Testing

@testable import NoticeCore

@Suite struct ClearanceFlowTests {
    private func letter(flags: [String] = []) -> NoticeDraftBody {
        var draft = NoticeDraftBody()
        draft.title = "学校だより"
        draft.text = "十二月の予定です。"
        draft.privacyFlags = flags
        return draft
    }

    @Test func plainLetter_isPublishedByItsAuthor_andTheAuditSaysByRule() async throws {
        let test = try await TestStore.make()
        let notice = try await test.store.addNotice(letter(), by: test.officer)
        let set = try await test.store.publish(notice.id, by: test.officer)
        #expect(set.state == "published")
        #expect(set.clearance?.by == "not_required")
        #expect(try await test.store.verifyAudit(for: test.admin).intact)
        try await test.end()
    }

    @Test func flaggedLetter_needsAnotherPerson_whoSaysToHaveLooked() async throws {
        let test = try await TestStore.make()
        let notice = try await test.store.addNotice(letter(flags: ["area_assignment"]), by: test.officer)
        await #expect(throws: NoticeError.conflict(.needsSecondPerson)) {
            try await test.store.publish(notice.id, by: test.officer)
        }
        _ = try await test.store.submit(notice.id, by: test.officer)
        await #expect(throws: NoticeError.forbidden(.approverIsAuthor)) {
            try await test.store.approve(notice.id, explicitLook: ["area_assignment"], by: test.officer)
        }
        await #expect(throws: NoticeError.conflict(.explicitLookNeeded)) {
            try await test.store.approve(notice.id, explicitLook: [], by: test.approver)
        }
        _ = try await test.store.approve(notice.id, explicitLook: ["area_assignment"], by: test.approver)
        #expect(try await test.store.publish(notice.id, by: test.officer).clearance?.by == "officer")
        try await test.end()
    }

    @Test(arguments: ["personal_names", "do_not_register_per_household_slots", "depicts_children"])
    func blockingFlag_keepsALetterFromHouseholds(flag: String) async throws {
        let test = try await TestStore.make()
        let notice = try await test.store.addNotice(letter(flags: [flag]), by: test.officer)
        _ = try await test.store.submit(notice.id, by: test.officer)
        await #expect(throws: NoticeError.conflict(.blockedByPrivacyFlag)) {
            try await test.store.approve(notice.id, explicitLook: [flag], by: test.approver)
        }
        try await test.end()
    }

    @Test func ruleAlways_needsAnotherPersonForPlainEventsToo() async throws {
        let test = try await TestStore.make(associations: [.fixture(twoPersonRule: .always)])
        var draft = EventDraftBody()
        draft.title = "運動会"
        draft.start = "2026-12-05"
        let set = try await test.store.addEvent(draft, by: test.officer)
        #expect(set.needsSecondPerson)
        await #expect(throws: NoticeError.conflict(.needsSecondPerson)) {
            try await test.store.publish(set.id, by: test.officer)
        }
        try await test.end()
    }

    @Test func returnedLetter_comesBackWithItsReason_andCanBeSubmittedAgain() async throws {
        let test = try await TestStore.make()
        let notice = try await test.store.addNotice(letter(), by: test.officer)
        _ = try await test.store.submit(notice.id, by: test.officer)
        let back = try await test.store.sendBack(notice.id, reason: "日付を確かめてください", by: test.approver)
        #expect(back.state == "returned")
        #expect(back.returned == "日付を確かめてください")
        #expect(try await test.store.submit(notice.id, by: test.officer).state == "pending")
        try await test.end()
    }

    @Test func actRepeated_isRecordedOnce() async throws {
        let test = try await TestStore.make()
        let notice = try await test.store.addNotice(letter(), by: test.officer)
        let before = try await test.store.verifyAudit(for: test.admin).entries
        for _ in 0..<3 { _ = try await test.store.submit(notice.id, by: test.officer) }
        _ = try await test.store.approve(notice.id, explicitLook: [], by: test.approver)
        for _ in 0..<3 { _ = try await test.store.publish(notice.id, by: test.officer) }
        _ = try await test.store.approve(notice.id, explicitLook: [], by: test.approver)
        #expect(try await test.store.verifyAudit(for: test.admin).entries == before + 3)
        try await test.end()
    }

    @Test func bareSQL_cannotClearAnAuthorsOwnWork() async throws {
        let test = try await TestStore.make()
        let notice = try await test.store.addNotice(letter(), by: test.officer)
        let author = test.officer.id
        await #expect(throws: (any Error).self) {
            try await test.store.engine.transaction { database in
                try database.execute(
                    """
                    UPDATE change_set SET state = 'cleared', cleared_by = 'officer', approver_id = $1, cleared_at = 1
                    WHERE id = $2
                    """,
                    .id(author), .text(notice.changeSet)
                )
            }
        }
        try await test.end()
    }

    @Test func revisionBesideTheLiveOne_leavesHouseholdsWithTheOldUntilPublished() async throws {
        let test = try await TestStore.make(associations: [
            .fixture(republish: [.school: RepublishSetting(level: .text, agreed: .at("2026-04-01"))])
        ])
        let household = try await test.redeem(grade: 1)
        let notice = try await test.store.addNotice(letter(), by: test.officer)
        _ = try await test.store.publish(notice.id, by: test.officer)
        var second = NoticeDraftBody()
        second.text = "訂正しました。"
        let id = try #require(Notice.ID(notice.id))
        let revised = try await test.store.reviseNotice(id, second, expecting: 1, by: test.officer)
        #expect(revised.revision == 2)
        #expect(revised.publishedRevision == 1)
        let home = try #require(try await test.store.householdID(presenting: household.secret))
        #expect(try await test.store.homeContent(of: home, language: .ja).letters.map(\.text) == ["十二月の予定です。"])
        _ = try await test.store.publish(notice.id, by: test.officer)
        #expect(try await test.store.homeContent(of: home, language: .ja).letters.map(\.text) == ["訂正しました。"])
        await #expect(throws: NoticeError.preconditionFailed(revision: 2)) {
            try await test.store.reviseNotice(id, second, expecting: 1, by: test.admin)
        }
        try await test.end()
    }
}
