import Testing

@testable import NoticeCore

/// PRODUCT, "School year": what a family sees around 1 April and 30 April.
@Suite struct SchoolYearTests {
    @Test(arguments: [
        ("2026-03-31", 2025), ("2026-04-01", 2026), ("2027-03-31", 2026), ("2028-02-29", 2027),
    ])
    func day_belongsToTheSchoolYearFromAprilToMarch(day: String, year: Int) {
        #expect(SchoolDay.at(day).schoolYear.year == year)
    }

    @Test func schoolYear_beginsOnTheFirstOfAprilOfEveryYear() {
        for year in 1960...2120 {
            #expect(SchoolYear(year).firstDay == SchoolDay(year: year, month: 4, day: 1))
            #expect(SchoolYear(year).lastDay == SchoolDay(year: year + 1, month: 3, day: 31))
            #expect(SchoolYear(year).dayOfFarewell == SchoolDay(year: year, month: 5, day: 1))
        }
    }

    @Test func schoolYear_beyondTheCalendar_staysInsideIt() {
        #expect(SchoolYear(9999).lastDay.text == "9999-12-30")
        #expect(SchoolYear(20_000).firstDay.text == "9999-12-31")
        #expect(SchoolYear(-1).firstDay.text == "0000-01-01")
    }

    @Test func inMarch_thisYearsFirstGraderSeesNextYearsEventsOfTheSecond() async throws {
        let test = try await TestStore.make(now: Moment(startOf: .at("2027-03-25")))
        let household = try await test.redeem(grade: 1)
        try await test.publishEvent {
            $0.start = "2027-04-07"
            $0.title = "始業式"
            $0.grades = [2, 3]
        }
        try await test.publishEvent {
            $0.start = "2027-04-06"
            $0.title = "入学式"
            $0.grades = [1]
        }
        #expect(try await test.summaries(household) == ["始業式（2年）"])
        test.world.turn(to: "2027-04-01", hour: 0)
        #expect(try await test.summaries(household) == ["始業式（2年）"])
        try await test.end()
    }

    @Test func graduate_keepsTheOldYearUntilTheEndOfApril_thenTheCalendarExplainsItselfFor30Days() async throws {
        let test = try await TestStore.make(now: Moment(startOf: .at("2027-03-01")))
        let household = try await test.redeem(grade: 3)
        try await test.publishEvent {
            $0.start = "2027-03-12"
            $0.title = "卒業式"
        }
        try await test.publishEvent {
            $0.start = "2027-04-07"
            $0.title = "始業式"
        }
        for day in ["2027-03-31", "2027-04-01", "2027-04-30"] {
            test.world.turn(to: day, hour: 23)
            #expect(try await test.summaries(household) == ["卒業式（3年）"])
        }
        test.world.turn(to: "2027-05-01", hour: 0)
        #expect(try await test.summaries(household) == ["このカレンダーは止められました"])
        try await test.store.runUpkeep()
        #expect(try await test.summaries(household) == ["このカレンダーは止められました"])
        test.world.turn(to: "2027-05-30", hour: 23)
        #expect(try await test.summaries(household) == ["このカレンダーは止められました"])
        test.world.turn(to: "2027-05-31", hour: 0)
        #expect(try await test.calendar(household) == nil)
        try await test.end()
    }

    @Test func nextYearsFirstGrader_seesOnlyWhatBeginsInApril() async throws {
        let test = try await TestStore.make(now: Moment(startOf: .at("2027-03-01")))
        let household = try await test.redeem(grade: 1, year: 2027)
        try await test.publishEvent {
            $0.start = "2027-03-12"
            $0.title = "卒業式"
        }
        try await test.publishEvent {
            $0.start = "2027-04-06"
            $0.title = "入学式"
            $0.grades = [1]
        }
        #expect(try await test.summaries(household) == ["入学式（1年）"])
        try await test.end()
    }

    @Test func onTheFirstOfMay_lastYearsItemsLeave() async throws {
        let test = try await TestStore.make(now: Moment(startOf: .at("2027-03-01")))
        let household = try await test.redeem(grade: 1)
        try await test.publishEvent {
            $0.start = "2027-03-24"
            $0.title = "修了式"
        }
        test.world.turn(to: "2027-04-30", hour: 23)
        #expect(try await test.summaries(household) == ["修了式（1年）"])
        test.world.turn(to: "2027-05-01", hour: 0)
        #expect(try await test.summaries(household).isEmpty)
        try await test.end()
    }

    @Test func classOfLastYear_isUnknownInTheNewOne() async throws {
        let test = try await TestStore.make(now: Moment(startOf: .at("2027-03-01")))
        let household = try await test.redeem(grade: 1, class: 1)
        try await test.publishEvent {
            $0.start = "2027-03-10"
            $0.title = "学級懇談"
            $0.classes = ["1-2"]
        }
        try await test.publishEvent {
            $0.start = "2027-04-20"
            $0.title = "学級懇談"
            $0.classes = ["2-2"]
        }
        #expect(try await test.summaries(household) == ["学級懇談（2年2組）"])
        try await test.end()
    }
}
