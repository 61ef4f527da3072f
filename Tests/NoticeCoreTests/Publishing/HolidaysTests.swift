import Testing

@testable import NoticeCore

@Suite struct HolidaysTests {
    /// Written out by hand, year by year, from the law and the days on which the equinoxes fell or will fall.
    private static let tables: [Int: String] = [
        2024: """
        1/1 元日 1/8 成人の日 2/11 建国記念の日 2/12 振替休日 2/23 天皇誕生日 3/20 春分の日 4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日
        5/5 こどもの日 5/6 振替休日 7/15 海の日 8/11 山の日 8/12 振替休日 9/16 敬老の日 9/22 秋分の日 9/23 振替休日 10/14 スポーツの日
        11/3 文化の日 11/4 振替休日 11/23 勤労感謝の日
        """,
        2025: """
        1/1 元日 1/13 成人の日 2/11 建国記念の日 2/23 天皇誕生日 2/24 振替休日 3/20 春分の日 4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日
        5/5 こどもの日 5/6 振替休日 7/21 海の日 8/11 山の日 9/15 敬老の日 9/23 秋分の日 10/13 スポーツの日 11/3 文化の日
        11/23 勤労感謝の日 11/24 振替休日
        """,
        2026: """
        1/1 元日 1/12 成人の日 2/11 建国記念の日 2/23 天皇誕生日 3/20 春分の日 4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日
        5/5 こどもの日 5/6 振替休日 7/20 海の日 8/11 山の日 9/21 敬老の日 9/22 国民の休日 9/23 秋分の日 10/12 スポーツの日
        11/3 文化の日 11/23 勤労感謝の日
        """,
        2027: """
        1/1 元日 1/11 成人の日 2/11 建国記念の日 2/23 天皇誕生日 3/21 春分の日 3/22 振替休日 4/29 昭和の日 5/3 憲法記念日
        5/4 みどりの日 5/5 こどもの日 7/19 海の日 8/11 山の日 9/20 敬老の日 9/23 秋分の日 10/11 スポーツの日 11/3 文化の日
        11/23 勤労感謝の日
        """,
        2028: """
        1/1 元日 1/10 成人の日 2/11 建国記念の日 2/23 天皇誕生日 3/20 春分の日 4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日
        5/5 こどもの日 7/17 海の日 8/11 山の日 9/18 敬老の日 9/22 秋分の日 10/9 スポーツの日 11/3 文化の日 11/23 勤労感謝の日
        """,
        2019: """
        1/1 元日 1/14 成人の日 2/11 建国記念の日 3/21 春分の日 4/29 昭和の日 4/30 国民の休日 5/1 天皇の即位の日 5/2 国民の休日
        5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日 7/15 海の日 8/11 山の日 8/12 振替休日 9/16 敬老の日 9/23 秋分の日
        10/14 体育の日 10/22 即位礼正殿の儀の行われる日 11/3 文化の日 11/4 振替休日 11/23 勤労感謝の日
        """,
        2020: """
        1/1 元日 1/13 成人の日 2/11 建国記念の日 2/23 天皇誕生日 2/24 振替休日 3/20 春分の日 4/29 昭和の日 5/3 憲法記念日
        5/4 みどりの日 5/5 こどもの日 5/6 振替休日 7/23 海の日 7/24 スポーツの日 8/10 山の日 9/21 敬老の日 9/22 秋分の日
        11/3 文化の日 11/23 勤労感謝の日
        """,
        2021: """
        1/1 元日 1/11 成人の日 2/11 建国記念の日 2/23 天皇誕生日 3/20 春分の日 4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日
        5/5 こどもの日 7/22 海の日 7/23 スポーツの日 8/8 山の日 8/9 振替休日 9/20 敬老の日 9/23 秋分の日 11/3 文化の日
        11/23 勤労感謝の日
        """,
    ]

    @Test(arguments: [2019, 2020, 2021, 2024, 2025, 2026, 2027, 2028])
    func everyDay_ofAYear_hasItsNameOrNone(year: Int) throws {
        let words = try #require(Self.tables[year]).split(whereSeparator: \.isWhitespace).map(String.init)
        var expected: [String: String] = [:]
        for index in stride(from: 0, to: words.count, by: 2) { expected[words[index]] = words[index + 1] }
        var found: [String: String] = [:]
        var day = try #require(SchoolDay(year: year, month: 1, day: 1))
        while day.year == year {
            found[day.monthSlashDay] = Holidays().name(of: day)
            day = day.adding(days: 1)
        }
        #expect(found == expected)
    }

    @Test func equinoxes_ofTheCentury_fallOnTheirDays() throws {
        for year in 2022...2099 {
            let march = try (19...22).filter { try name(year, 3, $0) == "春分の日" }
            let september = try (21...24).filter { try name(year, 9, $0) == "秋分の日" }
            #expect(march.count == 1 && september.count == 1, "\(year)")
        }
        #expect(try name(2092, 3, 19) == "春分の日")
        #expect(try name(2012, 9, 22) == "秋分の日")
    }

    @Test func folder_addsAndRemovesDays() throws {
        let founding = try #require(SchoolDay("2026-05-20"))
        let mountain = try #require(SchoolDay("2026-08-11"))
        let holidays = Holidays(added: [founding: "開校記念日"], removed: [mountain])
        #expect(holidays.name(of: founding) == "開校記念日")
        #expect(holidays.name(of: mountain) == nil)
        #expect(Holidays().name(of: founding) == nil)
        #expect(Holidays().name(of: mountain) == "山の日")
    }

    private func name(_ year: Int, _ month: Int, _ day: Int) throws -> String? {
        Holidays().name(of: try #require(SchoolDay(year: year, month: month, day: day)))
    }
}
