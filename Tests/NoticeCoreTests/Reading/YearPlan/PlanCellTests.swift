import Testing

@testable import NoticeCore

/// What one cell of a year plan says.
@Suite struct PlanCellTests {
    private static let heading = "令和8年度\n日,9月\n"

    /// The events of a cell on 1 September 2026, a Tuesday, in an elementary school.
    private func events(_ cell: String, next: String = "") throws -> [EventListRow] {
        let days = (2...30).map { "\($0)," + ($0 == 2 ? "\"\(next)\"" : "") }.joined(separator: "\n")
        let table = try CSVTable(Self.heading + "1,\"\(cell)\"\n" + days)
        let school = TableSchool(
            grades: 1...6, classes: [5: [1, 2]], groupNames: ["special_support": "なかよし学級"], today: .at("2026-04-01"))
        let reading = try #require(YearPlanReader.read(table, of: school, schoolYear: nil, isExpected: true))
        #expect(reading.flaws.isEmpty)
        return reading.rows
    }

    @Test(
        arguments: [
            ("運動会・遠足", ["運動会", "遠足"]), ("運動会、遠足", ["運動会", "遠足"]), ("運動会／遠足", ["運動会", "遠足"]), ("運動会;遠足", ["運動会", "遠足"]),
            ("運動会\n遠足", ["運動会", "遠足"]), ("運動会　　遠足", ["運動会", "遠足"]), ("○運動会○遠足", ["運動会", "遠足"]),
            ("・運動会\n・遠足", ["運動会", "遠足"]), ("始業式 入学式", ["始業式 入学式"]), ("1/2成人式", ["1/2成人式"]),
            ("全国学力・学習状況調査", ["全国学力・学習状況調査"]), ("視力・聴力検査", ["視力・聴力検査"]), ("いも掘り・避難訓練", ["いも掘り", "避難訓練"]),
            ("スクール・カウンセラー来校", ["スクール・カウンセラー来校"]), ("避難訓練①", ["避難訓練①"]), ("代表委員会\n避難訓練", ["代表委員会", "避難訓練"]),
            ("参観(国語・算数)", ["参観(国語・算数)"]), ("運動会\n\n", ["運動会"]), ("5", []), ("○", []), ("―", []), ("※", []),
        ] as [(String, [String])])
    func cell_ofSeveralEvents_isTakenApart(cell: String, titles: [String]) throws {
        #expect(try events(cell).map(\.title) == titles)
    }

    @Test(
        arguments: [
            ("遠足(1・2年)", "遠足", [1, 2]), ("遠足（３年以上）", "遠足", [3, 4, 5, 6]), ("遠足【低学年】", "遠足", [1, 2]),
            ("6年修学旅行", "修学旅行", [6]), ("3年 見学", "見学", [3]), ("歯科検診 1・2年", "歯科検診", [1, 2]),
            ("歯科検診1年、2年", "歯科検診", [1, 2]),
            ("1年\n遠足", "遠足", [1]), ("遠足\n(1・2年)", "遠足", [1, 2]), ("1年生・6年生対面式", "対面式", [1, 6]),
            ("1年生を迎える会", "1年生を迎える会", [1, 2, 3, 4, 5, 6]), ("1年生・6年生を送る会", "1年生・6年生を送る会", [1, 2, 3, 4, 5, 6]),
            ("1年と6年の対面式", "1年と6年の対面式", [1, 2, 3, 4, 5, 6]), ("6年生の作品展", "6年生の作品展", [1, 2, 3, 4, 5, 6]),
            ("6年保護者説明会", "保護者説明会", [6]), ("クラブ(2)", "クラブ(2)", [1, 2, 3, 4, 5, 6]),
            ("全校集会", "全校集会", [1, 2, 3, 4, 5, 6]),
            ("遠足(1年以外)", "遠足", [2, 3, 4, 5, 6]), ("歯科検診:3年", "歯科検診", [3]), ("5の2 研究授業", "研究授業", [5]),
            ("1学期始業式", "1学期始業式", [1, 2, 3, 4, 5, 6]), ("2年生以上給食開始", "給食開始", [2, 3, 4, 5, 6]),
        ] as [(String, String, [Int])])
    func audience_leavesTheTitle(cell: String, title: String, grades: [Int]) throws {
        let rows = try events(cell)
        #expect(rows.map(\.title) == [title] && rows.map(\.grades) == [grades])
    }

    @Test(
        arguments: [
            ("9:00 始業式", "始業式", "09:00", nil), ("始業式 9時", "始業式", "09:00", nil), ("始業式(9:00～)", "始業式", "09:00", nil),
            ("参観　13:30～14:15", "参観", "13:30", "14:15"), ("午後1時半 総会", "総会", "13:30", nil),
            ("11:40下校", "下校", "11:40", nil),
            ("懇談会(3年 14:00～15:00)", "懇談会", "14:00", "15:00"), ("研究授業 13:20下校", "研究授業 13:20下校", nil, nil),
            ("5時間授業", "5時間授業", nil, nil), ("参観(5・6限)", "参観(5・6限)", nil, nil),
        ] as [(String, String, String?, String?)])
    func clockTime_isTheEventsOwn(cell: String, title: String, start: String?, end: String?) throws {
        let row = try #require(try events(cell).first)
        #expect(row.title == title && row.start?.text == start && row.end?.text == end)
    }

    @Test(
        arguments: [
            ("作品展(～4日)", "2026-09-04"), ("作品展（1～4日）", "2026-09-04"), ("作品展(9/1～9/4)", "2026-09-04"),
            ("作品展～4日", "2026-09-04"),
            ("作品展(4日まで)", "2026-09-04"), ("9/1～4 作品展", "2026-09-04"), ("作品展(～4日(金))", "2026-09-04"),
            ("作品展(～10月2日)", "2026-10-02"),
        ])
    func range_inTheCell_isTheEventsLength(cell: String, last: String) throws {
        let row = try #require(try events(cell).first)
        #expect(row.title == "作品展" && row.lastDay.text == last)
    }

    @Test(arguments: ["作品展(～31日)", "作品展(～4日(土))", "作品展(2～4日)", "作品展(～3)", "作品展(～22日または23日)"])
    func range_thatDoesNotFit_staysInTheTitle(cell: String) throws {
        let row = try #require(try events(cell).first)
        #expect(row.title == cell && row.lastDay == row.firstDay)
    }

    @Test(arguments: [
        "(運動会予備日)", "運動会予備日", "運動会(予備日)", "予備日", "予備日：運動会", "(予備日 運動会)", "運動会雨天順延日", "運動会の予備日",
    ])
    func rainDate_ofItsOwnCell_belongsToItsEvent(cell: String) throws {
        let rows = try events("運動会", next: cell)
        #expect(rows.map(\.title) == ["運動会"] && rows[0].rainDates.map(\.text) == ["2026-09-02"])
    }

    @Test(arguments: ["運動会(予備日2日)", "運動会（雨天時は2日）", "運動会(雨天順延9/2)", "運動会(雨天2日(水))", "運動会(予備日：2日)"])
    func rainDate_behindItsEvent_belongsToIt(cell: String) throws {
        let row = try #require(try events(cell).first)
        #expect(row.title == "運動会" && row.rainDates.map(\.text) == ["2026-09-02"])
    }

    @Test func rainDate_ofTwoEvents_isNobodys() throws {
        let rows = try events("運動会・遠足", next: "予備日")
        #expect(rows.map(\.title) == ["運動会", "遠足", "予備日"] && rows.allSatisfy { $0.rainDates.isEmpty })
        #expect(rows[2].status == .tentative)
    }

    @Test(
        arguments: [
            ("夏季休業", EventKind.closure), ("振替休業日", .closure), ("代休", .closure), ("振替休日", .closure), ("開校記念日", .closure),
            ("臨時休校", .closure),
            ("夏休み(～4日)", .closure), ("夏休み作品展", .event), ("部活休み", .event), ("昼休み集会", .event), ("集金日", .deadline),
            ("申込締切", .deadline),
            ("資源回収", .event), ("給食費引き落とし", .deadline),
        ])
    func kind_isInTheWords(cell: String, kind: EventKind) throws {
        #expect(try events(cell).map(\.kind) == [kind])
    }

    @Test(arguments: ["〃", "→", "↓", "同上", "｜", "〃　"])
    func mark_goesOnWithTheDayAbove(mark: String) throws {
        let rows = try events("個人懇談(希望者)", next: mark)
        #expect(rows.map(\.lastDay.text) == ["2026-09-02"] && rows[0].groups == ["applicants"])
        #expect(try events("個人懇談→", next: mark).map(\.title) == ["個人懇談"])
    }

    @Test func mark_besideAnEvent_goesOnWithWhatWentOn() throws {
        let rows = try events("発育測定\n夏季休業↓", next: "↓\nプール開放")
        #expect(rows.map(\.title).sorted() == ["プール開放", "夏季休業", "発育測定"])
        #expect(rows.first { $0.title == "夏季休業" }?.lastDay.text == "2026-09-02")
    }

    @Test func ditto_withAnotherAudience_isTheSameForOthers() throws {
        let rows = try events("水泳(5年)", next: "〃(6年)")
        #expect(rows.map(\.title) == ["水泳", "水泳"] && rows.map(\.grades) == [[5], [6]])
    }

    @Test func closureInABracket_isForThoseWhomItNames() throws {
        let rows = try events("卒業式(1～4年休業)")
        #expect(rows.map(\.title) == ["卒業式", "休業"] && rows.map(\.kind) == [.event, .closure])
        #expect(rows.map(\.grades) == [[5, 6], [1, 2, 3, 4]])
    }

    @Test func statusWords_areRead() throws {
        #expect(try events("文化祭(予定)").map(\.status) == [.tentative])
        #expect(try events("プール開放(中止)").map(\.status) == [.cancelled])
        #expect(try events("プール開放 中止").map(\.title) == ["プール開放"])
    }

    @Test func twoAudiences_behindOneAnother_areTwoEvents() throws {
        let rows = try events("卒業式準備(5年) 1～4年13:10下校")
        #expect(rows.map(\.title) == ["卒業式準備", "下校"] && rows.map(\.grades) == [[5], [1, 2, 3, 4]])
        #expect(rows[1].start?.text == "13:10")
    }
}
