import Testing

@testable import NoticeCore

/// One wording a test: what a volunteer adds to the tables is added here.
@Suite struct LetterReaderTests {
    private func read(_ letter: String, issued: String = "2026-05-11", grades: ClosedRange<Int> = 1...6) throws
        -> LetterReading
    {
        let day = try #require(SchoolDay(issued))
        return LetterReader.read(letter, context: LetterContext(issued: day, today: day, grades: grades))
    }

    private func events(_ letter: String, issued: String = "2026-05-11") throws -> [String] {
        try read(letter, issued: issued).events.map { "\($0.kind.rawValue) \($0.start) \($0.title)" }
    }

    @Test func form_withLabels_isOneEventWithItsDetails() throws {
        let reading = try read(
            """
            運動会の開催について（ご案内）

            １　日　時　　５月30日(土)　午前8時50分～11時40分（受付 8:20～）
            ２　場　所　　本校運動場
            ３　持ち物　　体操服、水筒（多めに）
            ４　雨天の場合　31日(日)に延期
            """)
        let event = try #require(reading.events.first)
        #expect(event.title == "運動会")
        #expect(event.start == "2026-05-30T08:50")
        #expect(event.end == "2026-05-30T11:40")
        #expect(event.reception == "2026-05-30T08:20")
        #expect(event.place == "本校運動場")
        #expect(event.items == ["体操服", "水筒"])
        #expect(event.rainDates == ["2026-05-31"])
        #expect(reading.events.count == 1)
    }

    @Test(arguments: [
        "・調査票は5月20日(水)までに担任へご提出ください。", "・調査票……5/20(水)〆切", "・調査票　5月20日(水)必着", "・調査票は５月２０日（水）が締切です。",
        "・調査票を5月20日(水)に集めます。",
    ])
    func deadline_inItsWordings_isADeadline(line: String) throws {
        #expect(try events("お知らせ\n\n" + line).map { $0.prefix(19) } == ["deadline 2026-05-20"])
    }

    @Test(arguments: ["26日(火)は振替休業日です。", "5月26日(火)　臨時休業", "26(火) 代休", "明日からの台風のため、5月26日(火)は休校とします。"])
    func closure_inItsWordings_isAClosure(line: String) throws {
        #expect(try events("お知らせ\n\n" + line).map { $0.prefix(18) } == ["closure 2026-05-26"])
    }

    @Test(arguments: [
        "先日5月8日(金)の遠足では、みんなよく歩きました。", "毎月19日は食育の日です。", "9月1日は防災の日です。", "給食費は3,200円です。電話は0940-00-1188です。",
        "12月10日は、国連で世界人権宣言が採択された日です。", "5月20日(水)から平常どおりの授業です。",
    ])
    func whatIsNoEvent_isLeft(line: String) throws {
        #expect(try events("お知らせ\n\n　" + line).isEmpty)
    }

    @Test func weekday_thatContradictsItsDay_isAWarningWithBothReadings() throws {
        let reading = try read("【5月の予定】\n　20日(木)　校外学習")
        #expect(reading.events.first?.status == .needsConfirmation)
        let warning = try #require(reading.warnings.first)
        #expect(warning.code == .weekdayMismatch)
        #expect(warning.numeric == "2026-05-20")
        #expect(warning.realWeekday == "水")
        #expect(warning.alternatives == ["2026-05-20", "2026-05-21"])
    }

    @Test func postponement_replacesTheOldDay() throws {
        let reading = try read("5月23日(土)に予定していた運動会は、5月30日(土)に延期します。")
        #expect(reading.events.map(\.start) == ["2026-05-30"])
        #expect(reading.events.first?.status == .rescheduled)
        #expect(reading.warnings.first?.replaces == [.init(title: "運動会", start: "2026-05-23")])
    }

    @Test func cancellation_staysVisible() throws {
        let reading = try read("24日(日)の学校公開は中止します。")
        #expect(reading.events.first?.status == .cancelled)
        #expect(reading.events.first?.title == "学校公開")
    }

    @Test func gradesOfTheNextYear_areTheNewOnes() throws {
        let reading = try read("○始業式　4月7日(水)　新2～6年生　8:15登校", issued: "2027-03-12")
        #expect(reading.events.first?.grades == [2, 3, 4, 5, 6])
        #expect(reading.warnings.map(\.code) == [.nextSchoolYear, .gradeRollover])
    }

    @Test func planInBranches_isConfirmedWhereTwoAgree() throws {
        let reading = try read(
            """
            運動会について

            運動会は5月23日(土)に行います。
              A案 23日(土)に実施 → 25日(月)は振替休業日
              B案 23日(土)が雨で24日(日)に実施 → 25日(月)は振替休業日
              C案 どちらも雨 → 26日(火)に実施、27日(水)は振替休業日
            """)
        #expect(reading.events.first { $0.kind == .event }?.rainDates == ["2026-05-24", "2026-05-26"])
        #expect(reading.events.filter { $0.kind == .closure }.map(\.status) == [.confirmed, .contingent])
        #expect(reading.warnings.map(\.code) == [.contingency])
    }

    @Test func timesOfSingleFamilies_blockPublishing() throws {
        let reading = try read(
            """
            個人懇談の時間割

              5月20日(水)
            14:00～14:10  山本 りく
            14:15～14:25  加賀 みお
            14:30～14:40  北村 あおい
            """)
        #expect(reading.privacyFlags == ["personal_names", "do_not_register_per_household_slots"])
        #expect(reading.warnings.map(\.code) == [.doNotPublish])
        #expect(!reading.events.contains { $0.title.contains("りく") || $0.evidence.contains("みお") })
    }

    @Test func evidence_isCutOutOfTheSource() throws {
        let letter = "【５月の予定】\n　２０日（水）　ﾌﾟｰﾙ開き　※弁当持参"
        let event = try #require(try read(letter).events.first)
        #expect(letter.contains(event.evidence))
        #expect(event.title == "プール開き")
        #expect(event.items == ["弁当"])
    }

    @Test(arguments: ["", "\n\n\n", "（（（（", "5月", "令和", "～～～", "|||||||", "※", "【】【】", "5月99日", "13月1日(月)", "0月0日"])
    func scraps_giveNothing(letter: String) throws {
        #expect(try read(letter).events.isEmpty)
    }
}
