import Testing

@testable import NoticeCore

@Suite struct EventListReaderTests {
    private static let header = "行事ID,行事名,種別,開始日,曜日,終了日,開始時刻,終了時刻,対象学年,対象学級,場所,予備日,持ち物,状態,備考"

    // MARK: - Real files

    @Test func yearPlan_of60Rows_isReadWhole() throws {
        let table = try CSVTable(bytes: CSVFixture.bytes("events_2026_juniorhigh"))
        let (rows, flaws, remarks) = try read(table)
        #expect(flaws.isEmpty && remarks.isEmpty)
        #expect(rows.count == 60)
        #expect(rows.map(\.row) == Array(2...61))
        let trip = rows[13]
        #expect(trip.externalID == "JH2026-014" && trip.title == "修学旅行" && trip.kind == .event)
        #expect(trip.firstDay.text == "2026-05-28" && trip.lastDay.text == "2026-05-30")
        #expect(trip.start?.text == "06:20" && trip.end?.text == "19:00")
        #expect(trip.items == ["しおり", "弁当", "着替え", "保険証のコピー"] && trip.note == "集合は市民会館前")
        #expect(rows[30].rainDates.map(\.text) == ["2026-09-13", "2026-09-16"])
        #expect(rows[8].status == .tentative && rows[17].grades == [1, 3])
        let outside = rows.filter(\.grades.isEmpty)
        #expect(outside.map(\.title) == ["新入生説明会"])
        let deadline = rows[34]
        #expect(deadline.kind == .deadline && deadline.start == nil && deadline.end?.text == "16:00")
    }

    @Test(arguments: ["nenkan_2026_elementary", "nenkan_2026_elementary_cp932"])
    func yearPlan_asMatrix_isRefusedAsALayout(name: String) throws {
        let (rows, flaws, _) = try read(try CSVTable(bytes: CSVFixture.bytes(name)), grades: 1...6)
        #expect(rows.isEmpty)
        #expect(flaws.map(\.code) == [.unsupportedLayout])
    }

    @Test func list_ofOtherColumns_namesEveryMissingOne() throws {
        let (rows, flaws, remarks) = try read(try CSVTable(bytes: CSVFixture.bytes("bad_grade")))
        #expect(rows.isEmpty)
        let missing = ["行事名", "開始日"]
        #expect(flaws == missing.map { Flaw(.missingColumn, row: 1, column: $0, value: $0) })
        #expect(remarks.compactMap(\.column) == ["code", "school", "grade", "class"])
    }

    // MARK: - What officers type

    @Test func columns_inAnyOrderAndWidth_areFound() throws {
        let text = "対象学年,行事 名,メモ,種別,行事ＩＤ,開始日\n1年,遠足,x,行事,A,2026/4/10"
        let (rows, flaws, remarks) = try read(try CSVTable(text))
        #expect(flaws.isEmpty)
        #expect(rows.map(\.title) == ["遠足"] && rows.map(\.externalID) == ["A"])
        #expect(remarks == [Flaw(.unknownColumn, row: 1, column: "メモ", value: "メモ")])
    }

    @Test func row_inWidePlainWords_isReadLikeAnyOther() throws {
        let row = "Ａ－１,運動会,行事,令和８年５月２３日（土）,土曜日,,午前８時半,午後３時,全学年,,運動場,2026/5/24(日);2026年5月26日,弁当；水筒,予定,"
        let found = try #require(try one(row))
        #expect(found.externalID == "Ａ－１" && found.status == .tentative && found.grades == [1, 2, 3])
        #expect(found.firstDay.text == "2026-05-23" && found.lastDay == found.firstDay)
        #expect(found.start?.text == "08:30" && found.end?.text == "15:00")
        #expect(found.rainDates.map(\.text) == ["2026-05-24", "2026-05-26"] && found.items == ["弁当", "水筒"])
    }

    @Test(arguments: [
        ("行事", EventKind.event), ("締切", .deadline), ("しめきり", .deadline), ("〆切", .deadline), ("休業", .closure),
        ("休み", .closure),
        ("情報", .information), ("お知らせ", .information),
    ])
    func kind_inEverySpelling_isRead(word: String, kind: EventKind) throws {
        #expect(try one(",会,\(word),2026-05-23,,,,,1年,,,,,,")?.kind == kind)
    }

    @Test(arguments: [
        ("", EventStatus.confirmed), ("確定", .confirmed), ("予定", .tentative), ("案", .tentative), ("中止", .cancelled),
    ])
    func status_inEverySpelling_isRead(word: String, status: EventStatus) throws {
        #expect(try one(",会,行事,2026-05-23,,,,,1年,,,,,\(word),")?.status == status)
    }

    @Test func classes_withoutGrades_bringTheirGrades() throws {
        let row = try #require(try one(",学級閉鎖,休業,2026-05-21,,2026-05-22,,,,3年2組;1-1,,,,,"))
        #expect(row.grades == [1, 3] && row.classes.map(\.text) == ["1-1", "3-2"])
    }

    @Test func lineBreaks_inCells_becomeSpacesAndStayInNotes() throws {
        let row = try #require(try one(",\"運動会\r\n（雨天順延）\",行事,2026-05-23,,,,,1年,,,,\"弁当\n水筒\",,\"一\r\n二\""))
        #expect(row.title == "運動会 （雨天順延）" && row.items == ["弁当", "水筒"] && row.note == "一\n二")
    }

    @Test func row_shorterThanTheHeader_isRead() throws {
        #expect(try one(",会,行事,2026-05-23,,,,,1年")?.title == "会")
    }

    // MARK: - Flaws

    @Test(
        arguments: [
            (",,行事,2026-05-23,,,,,1年,,,,,,", Flaw.Code.missing, "行事名"),
            (",会,,2026-05-23,,,,,1年,,,,,,", .missing, "種別"),
            (",会,行事,,,,,,1年,,,,,,", .missing, "開始日"),
            (",会,集会,2026-05-23,,,,,1年,,,,,,", .unknownKind, "種別"),
            (",会,行事,2026-02-30,,,,,1年,,,,,,", .impossibleDate, "開始日"),
            (",会,行事,5月23日,,,,,1年,,,,,,", .schoolYearRequired, "開始日"),
            (",会,行事,2056-05-23,,,,,1年,,,,,,", .dateOutOfRange, "開始日"),
            (",会,行事,1996-05-23,,,,,1年,,,,,,", .dateOutOfRange, "開始日"),
            (",会,行事,平成8年5月23日,,,,,1年,,,,,,", .dateOutOfRange, "開始日"),
            (",会,行事,2030-04-01,,,,,1年,,,,,,", .dateOutOfRange, "開始日"),
            (",会,行事,2026-05-23,金,,,,1年,,,,,,", .weekdayMismatch, "曜日"),
            (",会,行事,2026-05-23(金),,,,,1年,,,,,,", .weekdayMismatch, "開始日"),
            (",会,行事,2026-05-23,X,,,,1年,,,,,,", .malformed, "曜日"),
            (",会,行事,2026-05-23,,2026-05-22,,,1年,,,,,,", .endBeforeStart, "終了日"),
            (",会,行事,2026-05-23,,2027-05-25,,,1年,,,,,,", .dateOutOfRange, "終了日"),
            (",会,行事,2026-05-23,,,10:00,9:00,1年,,,,,,", .endBeforeStart, "終了時刻"),
            (",会,行事,2026-05-23,,,25:00,,1年,,,,,,", .impossibleTime, "開始時刻"),
            (",会,行事,2026-05-23,,,,放課後,1年,,,,,,", .malformed, "終了時刻"),
            (",会,行事,2026-05-23,,,,,4年,,,,,,", .unknownGrade, "対象学年"),
            (",会,行事,2026-05-23,,,,,3年,3年7組,,,,,", .unknownClass, "対象学級"),
            (",会,行事,2026-05-23,,,,,1年,3年2組,,,,,", .outOfRange, "対象学級"),
            (",会,行事,2026-05-23,,,,,1年,,,2026-05-32,,,", .impossibleDate, "予備日"),
            (",会,行事,2026-05-23,,,,,1年,,,2026-04-24,,,", .outOfRange, "予備日"),
            (",会,行事,2026-05-23,,,,,1年,,,,,延期,", .unknownStatus, "状態"),
            (",会,行事,2026-05-23,,,,,1年,,,,,,,x", .wrongCellCount, nil),
            (",会\u{7},行事,2026-05-23,,,,,1年,,,,,,", .controlCharacter, "行事名"),
            (",会,行事,2026-05-23,,,,,1年,,,,,,備\u{0C}\u{1B}考", .controlCharacter, "備考"),
        ] as [(String, Flaw.Code, String?)])
    func row_withOneFlaw_isLeftOutAndNamed(row: String, code: Flaw.Code, column: String?) throws {
        let (rows, flaws, _) = try read(try CSVTable(Self.header + "\n" + row))
        #expect(rows.isEmpty)
        #expect(flaws.map(\.code) == [code] && flaws.map(\.row) == [2] && flaws.map(\.column) == [column])
    }

    @Test func title_over200Characters_isRefused() throws {
        let title = String(repeating: "あ", count: 200)
        #expect(try one(",\(title),行事,2026-05-23,,,,,1年,,,,,,")?.title == title)
        for count in [201, 10_000] {
            let long = String(repeating: "あ", count: count)
            let (rows, flaws, _) = try read(try CSVTable(Self.header + "\n,\(long),行事,2026-05-23,,,,,1年,,,,,,"))
            #expect(rows.isEmpty)
            #expect(flaws == [Flaw(.tooLong, row: 2, column: "行事名", value: "200")])
        }
    }

    @Test func flaws_ofEveryRowAndColumn_areAllListed() throws {
        let text = """
            \(Self.header)
            ,,集会,2026-02-30,,,25:00,,9年,,,,,延期,
            A,遠足,行事,2026-04-10,金,,,,1年,,,,,,
            B,会,行事,2026-05-23,日,,,,0年,,,,,,
            """
        let (rows, flaws, _) = try read(try CSVTable(text))
        #expect(rows.map(\.row) == [3])
        #expect(
            flaws.map { "\($0.row ?? 0) \($0.column ?? "") \($0.code.rawValue)" } == [
                "2 行事名 missing", "2 種別 unknown_kind", "2 開始日 impossible_date", "2 開始時刻 impossible_time",
                "2 状態 unknown_status", "2 対象学年 unknown_grade", "4 曜日 weekday_mismatch", "4 対象学年 unknown_grade",
            ])
    }

    @Test func weekdayMismatch_saysWhichDayItIs() throws {
        let (_, flaws, _) = try read(try CSVTable(Self.header + "\n,会,行事,2026-05-23,金,,,,1年,,,,,,"))
        #expect(flaws.map(\.value) == ["2026-05-23（土）≠ 金（2026-05-22）"])
    }

    @Test func column_thatStandsTwice_isRefused() throws {
        let (rows, flaws, _) = try read(try CSVTable("行事名,種別,開始日,対象学年,種 別\n会,行事,2026-05-23,1年,締切"))
        #expect(rows.isEmpty)
        #expect(flaws == [Flaw(.duplicateColumn, row: 1, column: "種別", value: "種別")])
    }

    @Test func list_withoutRows_isEmpty() throws {
        #expect(try read(try CSVTable(Self.header)).flaws == [Flaw(.emptyFile)])
    }

    // MARK: - The same event twice

    @Test func externalID_standingTwice_isRefusedEvenBehindAFlaw() throws {
        let text = """
            \(Self.header)
            A,会,行事,2026-05-23,,,,,9年,,,,,,
            A,別の会,行事,2026-06-23,,,,,1年,,,,,,
            """
        let (rows, flaws, _) = try read(try CSVTable(text))
        #expect(rows.isEmpty)
        #expect(flaws.map(\.code) == [.unknownGrade, .duplicateRow])
        #expect(flaws.last == Flaw(.duplicateRow, row: 3, column: "行事ID", value: "A"))
    }

    @Test func sameTitle_onOtherDaysWithoutID_isAnotherEvent() throws {
        let text = """
            \(Self.header)
            ,資源回収,行事,2026-06-13,,,,,全学年,,,,,,
            ,資源回収,行事,2026-10-17,,,,,全学年,,,,,,
            ,資源 回収,行事,2026-10-17,,,,,1年;2年;3年,,,,,,
            """
        let (rows, flaws, _) = try read(try CSVTable(text))
        #expect(rows.map(\.firstDay.text) == ["2026-06-13", "2026-10-17"])
        #expect(flaws == [Flaw(.duplicateRow, row: 4, column: "行事名", value: "資源 回収")])
    }

    // MARK: - Property

    @Test func anyCells_giveRowsOrFlawsButNeverBoth() throws {
        var generator = SeededGenerator(seed: 13)
        let pools: [[String]] = [
            ["", "A", "B", "C"], ["会", "", "遠足\u{1}x", "式"], ["行事", "締切", "祭"],
            ["2026-05-23", "2026/5/22", "2026-02-30", "x", ""], ["", "土", "金", "?"], ["", "2026-05-24", "2026-05-01"],
            ["", "8:40", "9時", "30:00"], ["", "8:00", "正午"], ["全学年", "1年", "", "9"], ["", "1-1", "3年2組", "5-5"],
            ["", "体育館"], ["", "2026-05-30", "2026-01-01;x"], ["", "弁当;水筒"], ["", "確定", "?"], ["", "備考"],
        ]
        for _ in 0..<400 {
            let lines = (0..<4).map { _ in
                pools.map { $0.randomElement(using: &generator) ?? "" }.joined(separator: ",")
            }
            let (rows, flaws, _) = try read(try CSVTable(([Self.header] + lines).joined(separator: "\n")))
            let good = Set(rows.map(\.row))
            let bad = Set(flaws.compactMap(\.row))
            #expect(good.isDisjoint(with: bad) && good.union(bad) == [2, 3, 4, 5])
            for row in rows {
                #expect(row.lastDay >= row.firstDay && row.grades.allSatisfy((1...3).contains))
                #expect(row.rainDates.allSatisfy { $0 >= row.firstDay })
            }
        }
    }

    // MARK: -

    private func one(_ row: String) throws -> EventListRow? {
        let (rows, flaws, _) = try read(try CSVTable(Self.header + "\n" + row))
        #expect(flaws.isEmpty)
        return rows.first
    }

    private func read(
        _ table: CSVTable, grades: ClosedRange<Int> = 1...3
    ) throws -> (rows: [EventListRow], flaws: [Flaw], remarks: [Flaw]) {
        let classes = Dictionary(uniqueKeysWithValues: grades.map { ($0, [1, 2, 3]) })
        let school = TableSchool(grades: grades, classes: classes, today: try #require(SchoolDay("2026-04-01")))
        let reading = EventListReader.read(table, of: school)
        return (reading.rows, reading.flaws, reading.remarks)
    }
}
