import Testing

@testable import NoticeCore

/// What stands where on the page: columns, tables, blocks, wrapped lines.
@Suite struct LetterLayoutTests {
    private func read(_ letter: String, issued: String, grades: ClosedRange<Int> = 1...6) throws -> LetterReading {
        let day = try #require(SchoolDay(issued))
        return LetterReader.read(letter, context: LetterContext(issued: day, today: day, grades: grades))
    }

    private func events(_ letter: String, issued: String, grades: ClosedRange<Int> = 1...6) throws -> [String] {
        try read(letter, issued: issued, grades: grades).events.map {
            "\($0.kind.rawValue) \($0.start) \($0.title) \($0.grades.map(String.init).joined())"
        }
    }

    @Test func headings_sideBySide_areReadColumnByColumn() throws {
        let letter = """
            学年だより

            　　【 行　事 】　　　　　　　　　　　　　【 提 出 す る も の 】
            12/1(火)　避難訓練　　　　　　　　　　　　12/3(木)　進路希望調査
            12/8(火)　三者懇談　　　　　　　　　　　　12/9(水)　社会ワーク
            """
        let reading = try read(letter, issued: "2026-11-26")
        #expect(
            reading.events.map { "\($0.kind.rawValue) \($0.start) \($0.title)" } == [
                "event 2026-12-01 避難訓練", "deadline 2026-12-03 進路希望調査 提出", "event 2026-12-08 三者懇談",
                "deadline 2026-12-09 社会ワーク 提出",
            ])
        #expect(reading.warnings.map(\.code) == [.ocrColumns])
        for event in reading.events { #expect(letter.contains(event.evidence)) }
    }

    @Test func table_ofWhatWasAndWhatIs_isNoPageOfColumns() throws {
        #expect(PageColumns("　　【誤】　　　　【正】\n日時　6/1(月)　　6/2(火)").heading == nil)
    }

    @Test func table_whoseColumnsAreEvents_isReadDownwards() throws {
        let letter = """
            検定のご案内

            　　　　　　｜　英検（第３回）　｜　漢検（第３回）
            試験日　　　｜　１月２１日（金）｜　２月４日（金）
            会場　　　　｜　図書室　　　　　｜　会議室
            申込しめきり｜　１２月１０日（金）｜　１２月２３日（木）
            """
        let events = try read(letter, issued: "2027-12-03").events
        #expect(
            events.map { "\($0.start) \($0.title) \($0.place ?? "")" } == [
                "2027-12-10 英検(第3回) 申込しめきり ", "2027-12-23 漢検(第3回) 申込しめきり ", "2028-01-21 英検(第3回) 図書室",
                "2028-02-04 漢検(第3回) 会議室",
            ])
    }

    @Test func table_whoseRowsBeginWithWho_isReadByItsHeads() throws {
        let letter = """
            水泳学習について

            　学　年　　　　1回目　　　　2回目　　　　予備日　　　　時　間
            　１・２年　　　6/16(火)　　 6/23(火)　　 7/1(水)　　　 10:45～12:20
            　３・４年　　　6/17(水)　　 6/24(水)　　 7/2(木)　　　  8:50～10:25
            """
        let events = try read(letter, issued: "2026-06-01").events
        #expect(
            events.map { "\($0.start) \($0.grades)" } == [
                "2026-06-16T10:45 [1, 2]", "2026-06-17T08:50 [3, 4]", "2026-06-23T10:45 [1, 2]",
                "2026-06-24T08:50 [3, 4]",
            ])
        #expect(events.map(\.rainDates) == [["2026-07-01"], ["2026-07-02"], ["2026-07-01"], ["2026-07-02"]])
        #expect(events.allSatisfy { $0.title.contains("水泳学習") })
    }

    @Test func order_ofArticles_isOneDeadlineARow() throws {
        let letter = """
            学用品の購入申込について

            　品　　名　　　　　　学年　　　価　格　　　　申込締切　　　　お渡し
            　算数セット　　　　　1年　　　2,640円　　　4月20日(月)　　　5月上旬
            　書写セット　　　　　3年　　　2,480円　　　4月24日(金)　　　5月中旬
            """
        #expect(
            try events(letter, issued: "2026-04-10") == [
                "deadline 2026-04-20 算数セット 申込 1", "deadline 2026-04-24 書写セット 申込 3",
            ])
    }

    @Test func timetable_ofAWeek_isNoListOfEvents() throws {
        let letter = """
            学年だより

            【来週の時間割】
            　　　　　14(月)　　15(火)　　16(水)
            　１　　　国語　　　算数　　　国語
            　２　　　算数　　　国語　　　体育
            """
        #expect(try events(letter, issued: "2026-09-11").isEmpty)
    }

    @Test func severalThings_inOneCellOfAList_areSeveralEvents() throws {
        let letter = """
            １月の予定
            12(火)　給食開始　発育測定(5・6年)
            13(水)　発育測定(3・4年)　図書室
            """
        #expect(
            try events(letter, issued: "2027-01-08") == [
                "event 2027-01-12 給食開始 123456", "event 2027-01-12 発育測定 56", "event 2027-01-13 発育測定 34",
            ])
    }

    @Test func row_withoutADay_isOnTheDayAbove() throws {
        let letter = """
            ７月の予定
            　25日(土)　　引退試合　　　9:00～11:30　　　本校体育館
            　　　　　　　保護者会　　　11:40～12:10　　 視聴覚室
            """
        #expect(
            try read(letter, issued: "2026-06-26").events.map { "\($0.start) \($0.title) \($0.place ?? "")" } == [
                "2026-07-25T09:00 引退試合 本校体育館", "2026-07-25T11:40 保護者会 視聴覚室",
            ])
    }

    @Test func word_brokenOverTwoLines_isAWord() throws {
        let letter = """
            学年だより

            　7月3日（金）には学校歯科医の先生をお招きし、1・2年生が歯みがき教室を行
            います。
            """
        #expect(try events(letter, issued: "2026-06-19") == ["event 2026-07-03 歯みがき教室 12"])
    }

    @Test func linesUnderToday_happenToday() throws {
        let letter = """
            件名：台風接近に伴う下校について

            ＜本日＞
            ・給食後、13:10に一斉下校します。
            ・放課後子ども教室は中止です。
            ＜来週＞
            ・火曜日19:00からのPTA運営委員会は、予定どおり開きます。
            """
        let events = try read(letter, issued: "2026-09-10").events
        #expect(
            events.map { "\($0.start) \($0.status.rawValue)" } == [
                "2026-09-10 cancelled", "2026-09-10T13:10 confirmed", "2026-09-15T19:00 confirmed",
            ])
    }

    @Test func stepsOfADay_areTheHoursOfTheLettersEvent() throws {
        let letter = """
            運動会の延期について

            　明日5月30日(土)に予定していた運動会は、雨の予報のため、31日(日)に延期します。
            ■31日(日)の時程
            　　 8:15　児童登校
            　　12:00　閉会式
            """
        let event = try #require(try read(letter, issued: "2026-05-29").events.first)
        #expect(event.title == "運動会")
        #expect(event.start == "2026-05-31T08:15")
        #expect(event.end == "2026-05-31T12:00")
        #expect(event.status == .rescheduled)
    }

    @Test(arguments: [
        "・学年保護者会を、終業式の２日前、15時から視聴覚室で開きます。\n・7月17日(金)が終業式です。",
        "・7月17日(金)が終業式です。\n・学年保護者会を、終業式の２日前、15時から視聴覚室で開きます。",
    ])
    func day_countedFromAnEvent_isFoundWhereverThatIsNamed(lines: String) throws {
        #expect(
            try events("お知らせ\n\n" + lines, issued: "2026-07-08").contains { $0.hasPrefix("event 2026-07-15T15:00") })
    }

    @Test func paper_dueOnTheDayOfACeremony_isDueThen() throws {
        let letter = """
            学年だより

            1月8日(金)　始業式
            ☆提出をお願いします
            　・進路希望調査　　始業式の日
            """
        #expect(try events(letter, issued: "2026-12-11").last == "deadline 2027-01-08 進路希望調査 提出 123456")
    }

    @Test func mark_ofAPartOfTheSchool_isItsAudience() throws {
        let letter = """
            ２月の予定
            　 9(火)　[前] 授業参観　13:40～15:20
            　18(木)　[前] なわとび大会（3～6年）
            """
        #expect(
            try events(letter, issued: "2027-01-29", grades: 1...9) == [
                "event 2027-02-09T13:40 授業参観 123456", "event 2027-02-18 なわとび大会 3456",
            ])
    }
}
