import Testing

@testable import NoticeCore

@Suite struct JapaneseDateTests {
    @Test(arguments: [
        "2026-04-07", "2026/4/7", "2026/04/07", "2026.4.7", "２０２６／４／７", "2026年4月7日", " 2026年 4月 7日 ", "令和8年4月7日",
        "令和８年４月７日",
        "R8.4.7", "Ｒ８．４．７", "r8/4/7", "2026ー4ー7", "2026−4−7",
    ])
    func date_inEverySpelling_isTheSameDay(text: String) throws {
        #expect(JapaneseDate.read(text) == .day(try #require(SchoolDay("2026-04-07")), weekday: nil))
    }

    @Test(arguments: ["2026/4/29(水)", "2026-04-29 水", "令和8年4月29日（水・祝）", "2026年4月29日水曜日", "2026.4.29（水/祝）"])
    func date_withItsWeekday_saysBoth(text: String) throws {
        #expect(JapaneseDate.read(text) == .day(try #require(SchoolDay("2026-04-29")), weekday: 3))
    }

    @Test func firstYear_ofAnEra_isWrittenGan() throws {
        #expect(JapaneseDate.read("令和元年5月1日") == .day(try #require(SchoolDay("2019-05-01")), weekday: nil))
        #expect(JapaneseDate.read("平成31年4月30日") == .day(try #require(SchoolDay("2019-04-30")), weekday: nil))
    }

    @Test(arguments: ["4月7日", "4/7", "４／７（火）", "4.7火"])
    func date_withoutYear_isOneWithinASchoolYear(text: String) throws {
        #expect(JapaneseDate.read(text) == .yearMissing)
        guard case .day(let day, _) = JapaneseDate.read(text, in: SchoolYear(2026)) else {
            Issue.record("no day: \(text)")
            return
        }
        #expect(day.text == "2026-04-07")
    }

    @Test func date_withoutYear_fromJanuaryOn_isOfTheNextYear() throws {
        #expect(JapaneseDate.read("3月31日", in: SchoolYear(2026)) == .day(.at("2027-03-31"), weekday: nil))
        #expect(JapaneseDate.read("2/29", in: SchoolYear(2026)) == .impossible)
        #expect(JapaneseDate.read("13/1") == .impossible)
        #expect(JapaneseDate.read("2/29") == .yearMissing)
    }

    @Test(arguments: ["2026-02-29", "2026/13/1", "2026/4/31", "令和8年0月7日", "2026-04-00"])
    func date_thatNoCalendarHas_isImpossible(text: String) {
        #expect(JapaneseDate.read(text) == .impossible)
    }

    @Test(arguments: [
        "", "26/4/7", "2026", "2026/4", "2026/4-7", "2026年4月7", "令和年4月7日", "令和0年4月7日", "20260407",
        "2026/4/7x",
        "2026/4/7(水", "2026/4/7(金・土)", "未定", "七月七日", "２０２６/1７７/1",
    ])
    func anythingElse_isUnreadable(text: String) {
        #expect(JapaneseDate.read(text) == .unreadable)
    }

    @Test func anyDay_inAnySpelling_isReadBack() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let day = SchoolDay(daysSince1970: Int.random(in: 18_017...25_000, using: &generator))
            let weekday = String(Array("月火水木金土日")[day.weekday - 1])
            let (year, month, date) = (day.year, day.month, day.dayOfMonth)
            let reiwa = year - 2018
            let spellings = [
                "\(year)/\(month)/\(date)",
                "\(year)年\(month)月\(date)日(\(weekday))",
                "令和\(reiwa)年\(month)月\(date)日",
                "R\(reiwa).\(month).\(date)（\(weekday)）",
                day.text,
            ]
            let spelling = try #require(spellings.randomElement(using: &generator))
            guard case .day(let read, let written) = JapaneseDate.read(spelling) else {
                Issue.record("\(spelling)")
                continue
            }
            #expect(read == day && (written ?? day.weekday) == day.weekday, "\(spelling)")
        }
    }

    @Test func anyText_neverCrashes() {
        var generator = SeededGenerator(seed: 5)
        let alphabet = Array("0123456789年月日/-.（土)・令和R元午前後時分半:～ ")
        for _ in 0..<5000 {
            let length = Int.random(in: 0...14, using: &generator)
            let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
            if case .day(let day, _) = JapaneseDate.read(text) { #expect((0...9999).contains(day.year)) }
            if case .time(let time) = JapaneseTime.read(text) { #expect((0..<1440).contains(time.minute)) }
        }
    }
}

@Suite struct JapaneseTimeTests {
    @Test(arguments: [
        ("8:40", 520), ("08:40", 520), ("８：４０", 520), ("8:40:00", 520), ("8時40分", 520), ("午前8時40分", 520),
        ("午前8:40", 520), ("9時", 540),
        ("9時半", 570), ("午後1時30分", 810), ("午後０時５分", 725), ("13:30", 810), ("正午", 720), ("0:00", 0), ("23:59", 1439),
    ])
    func time_inEverySpelling_isRead(text: String, minute: Int) {
        #expect(JapaneseTime.read(text) == .time(WallTime(minute: minute)))
    }

    @Test(arguments: ["24:00", "25:10", "8:60", "8時60分", "午後13時", "午後12時30分", "午前12時"])
    func time_thatNoClockShows_isImpossible(text: String) {
        #expect(JapaneseTime.read(text) == .impossible)
    }

    @Test(arguments: ["", "8", "8:4", "840", "放課後", "5限", "8:40頃", "8:40～9:30", "8時40", "正午まで", "午後"])
    func anythingElse_isUnreadable(text: String) {
        #expect(JapaneseTime.read(text) == .unreadable)
    }
}
