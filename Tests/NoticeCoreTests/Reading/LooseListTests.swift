import Testing

@testable import NoticeCore

/// Event lists under headings of the school's own.
@Suite struct LooseListTests {
    private static let school = TableSchool(
        grades: 1...6, classes: [1: [1, 2]], groupNames: ["special_support": "なかよし学級"], today: .at("2026-04-01"))

    private func read(
        _ text: String, year: Int? = 2026, remembered: [String] = [], given: [String] = []
    ) throws -> TableReading {
        EventListReader.read(
            try CSVTable(text), of: Self.school, schoolYear: year.map { SchoolYear($0) },
            remembered: try ColumnMap(parsing: remembered), given: try ColumnMap(parsing: given))
    }

    @Test func synonyms_ofEveryColumn_areUnique() {
        var seen: [String: EventListColumn] = [:]
        for column in EventListColumn.allCases {
            for word in [column.rawValue, column.englishWord] + column.synonyms {
                let key = matchingKey(of: word)
                #expect(seen[key] == nil || key == "id", "\(word)")
                seen[key] = column
            }
        }
    }

    @Test func usualHeadings_areUnderstood() throws {
        let reading = try read("日付,行事内容,学年,時間,会場,持物,雨天順延\n4/7(火),始業式,全学年,8:30～10:00,体育館,上履き,4/8")
        #expect(reading.flaws.isEmpty && reading.remarks.isEmpty)
        let row = try #require(reading.rows.first)
        #expect(row.title == "始業式" && row.firstDay.text == "2026-04-07" && row.kind == .event)
        #expect(row.start?.text == "08:30" && row.end?.text == "10:00" && row.place == "体育館" && row.items == ["上履き"])
        #expect(row.rainDates.map(\.text) == ["2026-04-08"] && row.grades == [1, 2, 3, 4, 5, 6])
        #expect(reading.columns.map(\.origin) == Array(repeating: .synonym, count: 7))
        #expect(reading.schoolYear == SchoolYear(2026))
    }

    @Test func titles_aboveTheHeadings_nameTheYear() throws {
        let text = "令和8年度 行事予定一覧\n浜小学校,,\n月,日,曜,行事\n4,7,火,始業式\n,8,水,入学式\n5月,1日,金,遠足\n1,8,金,始業式"
        let reading = try read(text, year: nil)
        #expect(reading.flaws.isEmpty)
        #expect(reading.rows.map(\.firstDay.text) == ["2026-04-07", "2026-04-08", "2026-05-01", "2027-01-08"])
        #expect(reading.rows.map(\.row) == [4, 5, 6, 7])
        #expect(try read(text, year: 2027).flaws.map(\.code) == [.schoolYearMismatch])
    }

    @Test func emptyCells_ofAMergedDate_repeatTheDateAbove() throws {
        let rows = try read("日,行事\n4/7,始業式\n,入学式\n4/8,給食開始").rows
        #expect(rows.map(\.firstDay.text) == ["2026-04-07", "2026-04-07", "2026-04-08"])
        #expect(try read("開始日,行事名\n2026-04-07,始業式\n,入学式").flaws.map(\.code) == [.missing])
    }

    @Test(arguments: [
        "4/7～9", "4/7(火)～9(木)", "4月7日～4月9日", "2026-04-07～2026-04-09", "4/7から4/9まで", "令和8年4月7日～9日",
    ])
    func range_inTheDateCell_isRead(text: String) throws {
        let row = try #require(try read("期日,行事\n\(text),家庭訪問").rows.first)
        #expect(row.firstDay.text == "2026-04-07" && row.lastDay.text == "2026-04-09")
    }

    @Test(arguments: ["4/9～7", "4/7～4/31", "4/7～9(金)"])
    func range_thatIsNone_isAFlaw(text: String) throws {
        let reading = try read("期日,行事\n\(text),家庭訪問")
        #expect(reading.rows.isEmpty && reading.flaws.count == 1)
    }

    @Test func dates_withoutYear_askForItOnce() throws {
        let reading = try read("期日,行事\n4/7,始業式\n4/8,入学式", year: nil)
        #expect(reading.flaws.map(\.code) == [.schoolYearRequired] && reading.flaws.map(\.row) == [2])
        let mixed = try read("期日,行事\n2026/4/7,始業式\n4/8,入学式\n4/9,遠足", year: nil)
        #expect(mixed.flaws.map(\.row) == [3, 4] && mixed.rows.count == 1)
    }

    @Test func title_saysWhatNoColumnDoes() throws {
        let text = "日付,行事\n4/7,9:00 始業式\n4/10,遠足(1・2年)\n4/13,歯科検診(～14日)\n4/20,振替休業日\n4/30,集金日\n10/9,就学時健診(新1年)"
        let rows = try read(text).rows
        #expect(rows.map(\.title) == ["始業式", "遠足", "歯科検診", "振替休業日", "集金日", "就学時健診"])
        #expect(rows[0].start?.text == "09:00" && rows[1].grades == [1, 2] && rows[2].lastDay.text == "2026-04-14")
        #expect(rows.map(\.kind) == [.event, .event, .event, .closure, .deadline, .event])
        #expect(rows[5].grades.isEmpty)
        #expect(try read(text).remarks == [Flaw(.gradesOpen, row: 1)])
    }

    @Test func audience_inTheSchoolsOwnColumn_isReadFreely() throws {
        let text = "日付,行事,学年\n4/7,a,\n4/8,b,低学年\n4/9,c,6年保護者\n4/10,d,希望者\n4/13,e,なかよし学級\n4/14,f,7年"
        let reading = try read(text)
        #expect(reading.rows.map(\.grades) == [[1, 2, 3, 4, 5, 6], [1, 2], [6], Array(1...6), Array(1...6)])
        #expect(reading.rows.map(\.groups) == [[], [], ["parents"], ["applicants"], ["special_support"]])
        #expect(reading.flaws.map(\.code) == [.unknownGrade])
    }

    @Test func emptyGrades_underOurOwnHeading_areStillNobodysInTheSchool() throws {
        #expect(try read("開始日,行事名,対象学年\n2026-04-07,説明会,").rows.map(\.grades) == [[]])
    }

    @Test func time_thatIsNone_becomesANote() throws {
        let reading = try read("日付,行事,時間\n4/7,始業式,2校時\n4/8,遠足,25:00")
        #expect(reading.rows.map(\.note) == ["2校時"] && reading.remarks.map(\.code) == [.gradesOpen, .timeUnread])
        #expect(reading.flaws.map(\.code) == [.impossibleTime])
    }

    @Test func kind_inWordsOfTheSchool_followsFromTheTitle() throws {
        let rows = try read("日付,行事,区分\n4/7,始業式,儀式\n7/21,夏季休業,その他\n7/1,面談希望票,締切").rows
        #expect(rows.map(\.kind) == [.event, .closure, .deadline])
        #expect(try read("日付,行事,種別\n4/7,始業式,儀式").flaws.map(\.code) == [.unknownKind])
    }

    // MARK: - Which heading is which

    @Test func ourOwnHeading_goesBeforeASynonym() throws {
        let reading = try read("日付,開始日,行事\n受付,2026-04-07,始業式")
        #expect(reading.rows.map(\.firstDay.text) == ["2026-04-07"])
        #expect(reading.remarks.filter { $0.code == .unknownColumn }.map(\.value) == ["日付"] && reading.flaws.isEmpty)
    }

    @Test func likelierSynonym_goesFirst_andEqualOnesAreRefused() throws {
        #expect(try read("月日,内容,行事\n4/7,全校,始業式").rows.map(\.title) == ["始業式"])
        #expect(try read("月日,行事,行 事\n4/7,a,b").flaws.map(\.code) == [.duplicateColumn])
    }

    @Test func headings_areGivenRememberedOrForgotten() throws {
        let text = "いつ,なに,どこ\n4/7,始業式,体育館"
        #expect(try read(text).flaws.map(\.value) == ["行事名", "開始日"])
        let given = try read(text, given: ["いつ=開始日", "なに＝title", "どこ=無視"])
        #expect(given.flaws.isEmpty && given.rows.map(\.title) == ["始業式"] && given.rows.map(\.place) == [nil])
        #expect(given.columns.map(\.origin) == [.given, .given, .given])
        #expect(given.remarks.map(\.code) == [.gradesOpen])
        let said = ["いつ=開始日", "なに=行事名", "どこ=場所"]
        #expect(try read(text, remembered: said).columns.map(\.origin) == [.remembered, .remembered, .remembered])
        #expect(try read(text, remembered: said, given: ["どこ=備考"]).rows.map(\.note) == ["体育館"])
        let forgotten = try read(text, remembered: said, given: ["どこ=自動"])
        #expect(forgotten.columns.last?.origin == .unknown && forgotten.rows.map(\.place) == [nil])
    }

    @Test(arguments: ["期日", "=開始日", "期日=どこか", "期日=\u{7}", " =title"])
    func mapping_thatSaysNothing_isRefused(text: String) {
        #expect(throws: NoticeError.invalid(.unknownOption, field: "column", value: text)) {
            try ColumnMap(parsing: [text])
        }
    }

    @Test func mapping_laterSaid_replacesTheEarlier() throws {
        let map = try ColumnMap(parsing: ["Ａ=場所", "a=備考"])
        #expect(map.entries == [.init(heading: "a", choice: .column(.note))])
        let corrected = map.corrected(by: try ColumnMap(parsing: ["a=自動", "b=無視"]))
        #expect(corrected.entries == [.init(heading: "b", choice: .ignored)])
    }
}
