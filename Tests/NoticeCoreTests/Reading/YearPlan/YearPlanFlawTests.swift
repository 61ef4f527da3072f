import Testing

@testable import NoticeCore

/// What a year plan may have wrong, and the school year that it is of.
@Suite struct YearPlanFlawTests {
    private static let school = TableSchool(grades: 1...6, classes: [3: [1, 2]], today: .at("2026-04-01"))

    /// A plan of April to June with the right weekdays of 2026, changed where a test wants it.
    private func plan(
        title: String = "令和8年度", weekdaysOf year: Int = 2026, _ cells: [String: String] = [:]
    ) throws -> CSVTable {
        var lines = [title, "日,4月,,5月,,6月,"]
        for day in 1...31 {
            var cellsOfDay = ["\(day)"]
            for month in 4...6 {
                let weekday = SchoolDay(year: year, month: month, day: day).map { WeekdayName.of($0.weekday) } ?? ""
                cellsOfDay += [cells["\(month)/\(day)曜"] ?? weekday, cells["\(month)/\(day)"] ?? ""]
            }
            lines.append(cellsOfDay.joined(separator: ","))
        }
        return try CSVTable(lines.joined(separator: "\n"))
    }

    private func read(_ table: CSVTable, year: Int? = nil) throws -> TableReading {
        try #require(YearPlanReader.read(table, of: Self.school, schoolYear: year.map { SchoolYear($0) }))
    }

    @Test func weekday_thatIsWrong_namesBothReadings_andLeavesTheDayOut() throws {
        let reading = try read(plan(["5/7曜": "金", "5/7": "遠足", "5/8": "家庭訪問"]))
        let value = "2026-05-07（木）≠ 金（2026-05-08）"
        #expect(reading.flaws == [Flaw(.weekdayMismatch, row: 9, column: "5月 曜", value: value)])
        #expect(reading.rows.map(\.title) == ["家庭訪問"])
    }

    @Test func weekday_ofADayWithoutEvent_isCheckedToo() throws {
        #expect(try read(plan(["6/1曜": "火"])).flaws.map(\.code) == [.weekdayMismatch])
        #expect(try read(plan(["6/1曜": "X"])).flaws.map(\.code) == [.malformed])
        #expect(try read(plan(["6/1曜": "", "5/3曜": "祝", "5/5曜": "火祝", "5/6曜": "水・祝"])).flaws.isEmpty)
    }

    @Test func dayThatDoesNotExist_isAFlawOnlyWithWords() throws {
        let flaws = try read(plan(["4/31": "遠足", "6/31": "／"])).flaws
        #expect(flaws == [Flaw(.impossibleDate, row: 33, column: "4月", value: "4月31日")])
    }

    @Test func mark_withNothingAbove_isAFlaw() throws {
        #expect(try read(plan(["4/7": "〃", "4/10": "遠足"])).flaws.map(\.code) == [.nothingAbove])
    }

    @Test func gradeOrClass_thatTheSchoolLacks_isAFlaw() throws {
        let flaws = try read(plan(["4/7": "遠足(7年)", "4/8": "授業研究(3年5組)", "4/9": "授業研究(3年2組)"])).flaws
        #expect(flaws.map(\.code) == [.unknownGrade, .unknownClass] && flaws.map(\.value) == ["7年", "3年5組"])
    }

    @Test func title_thatIsTooLong_isAFlaw() throws {
        let flaws = try read(plan(["4/7": String(repeating: "あ", count: 201)])).flaws
        #expect(flaws == [Flaw(.tooLong, row: 9, column: "4月", value: "200")])
    }

    @Test func holiday_isLeftOut_andOneOnAnotherDayIsRemarked() throws {
        let reading = try read(plan(["4/29": "昭和の日", "5/3": "憲法記念日（祝）", "5/6": "振替休日", "5/7": "こどもの日"]))
        #expect(reading.rows.isEmpty && reading.flaws.isEmpty)
        #expect(reading.remarks == [Flaw(.noHoliday, row: 9, column: "5月", value: "こどもの日")])
    }

    // MARK: - School year

    @Test(arguments: ["令和８年度 年間行事予定", "R8年度", "2026年度", "令和八年度", "令和8（2026）年度", "2026(令和8)年度"])
    func schoolYear_isInTheTitle(title: String) throws {
        #expect(try read(plan(title: title)).schoolYear == SchoolYear(2026))
    }

    @Test func schoolYear_thatContradictsTheTitle_isRefused() throws {
        let reading = try read(plan(["4/7": "始業式"]), year: 2027)
        #expect(reading.rows.isEmpty)
        #expect(
            reading.flaws == [Flaw(.schoolYearMismatch, field: "school_year", row: 1, value: "2027 ≠ 2026")])
    }

    @Test func schoolYear_thatNobodySays_followsFromTheWeekdays_orIsAsked() throws {
        let reading = try read(plan(title: "行事予定", ["4/7": "始業式"]))
        #expect(reading.schoolYear == SchoolYear(2026) && reading.remarks.map(\.code) == [.schoolYearInferred])
        #expect(reading.rows.map(\.firstDay.text) == ["2026-04-07"])
        let silent = Dictionary(
            uniqueKeysWithValues: (4...6).flatMap { month in (1...31).map { ("\(month)/\($0)曜", "") } })
        #expect(try read(plan(title: "行事予定", silent)).flaws == [Flaw(.schoolYearRequired, field: "school_year")])
        #expect(try read(plan(title: "行事予定", silent), year: 2027).schoolYear == SchoolYear(2027))
    }

    @Test func weekdays_ofAnotherYear_areOneFlaw() throws {
        let flaws = try read(plan(weekdaysOf: 2025, ["4/7": "始業式"])).flaws
        #expect(flaws == [Flaw(.weekdaysOfOtherYear, row: 1, value: "2026 ≠ 2025")])
    }

    @Test func secondYear_inTheTitle_givesWayToTheWeekdays() throws {
        #expect(try read(plan(title: "令和7年度実績と令和8年度計画")).schoolYear == SchoolYear(2026))
    }

    @Test func plan_farFromNow_isRefused() throws {
        #expect(try read(plan(title: "令和18年度")).flaws.map(\.code) == [.dateOutOfRange])
    }

    // MARK: - No year plan

    @Test(arguments: [
        "行事名,開始日\n遠足,2026-06-05", "月,日,行事\n4,7,始業式\n,8,入学式\n5,1,遠足", "4月,5月,6月\n予算,決算,総会", "a\nb", "1,2,3,4,5,6,7",
    ])
    func otherTables_areNone(text: String) throws {
        #expect(YearPlanReader.read(try CSVTable(text), of: Self.school, schoolYear: nil) == nil)
    }

    @Test func anyCells_neverTripTheReader() throws {
        var generator = SeededGenerator(seed: 26)
        let words = [
            "", "", "4月", "5月", "6月", "日", "曜", "1", "2", "3", "4", "5", "6", "7", "31", "水", "木", "遠足(1・2年)", "〃", "→",
            "予備日", "(",
            ")", "（～8日", "9:00", "～", "・", "\n", "1年", "昭和の日", "令和8年度", "\u{1F468}\u{200D}\u{1F469}", "ｶﾞｸﾞ",
        ]
        for _ in 0..<300 {
            let rows = (0..<12).map { _ in
                (0..<8).map { _ in "\"" + (words.randomElement(using: &generator) ?? "") + "\"" }.joined(separator: ",")
            }
            guard let table = try? CSVTable(rows.joined(separator: "\n")) else { continue }
            let reading = YearPlanReader.read(table, of: Self.school, schoolYear: SchoolYear(2026), isExpected: true)
            for row in reading?.rows ?? [] {
                #expect(!row.title.isEmpty && row.lastDay >= row.firstDay && row.grades.allSatisfy((1...6).contains))
                #expect(row.rainDates.allSatisfy { $0 > row.firstDay })
            }
        }
    }
}
