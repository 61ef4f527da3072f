import ArgumentParser
import NoticeCore
import Testing

@testable import noticectl

@Suite struct ArgumentTests {
    @Test(arguments: [
        ("2026-05-23", "2026-05-23"), ("2026/5/3", "2026-05-03"), ("２０２６－０５－２３", "2026-05-23"),
        ("2026-05-23T09:00", "2026-05-23T09:00"), ("2026-05-23 9:00", "2026-05-23T09:00"),
    ])
    func start_isReadAsPeopleType(_ typed: String, _ expected: String) {
        #expect(StartArgument(argument: typed)?.text == expected)
    }

    @Test(arguments: ["2026-02-30", "5/23", "26-05-23", "2026-05-23T25:00", "2026-05-23T", "tomorrow", ""])
    func start_thatIsNone_isRefused(_ typed: String) {
        #expect(StartArgument(argument: typed) == nil)
    }

    @Test func end_asClockTime_isOnTheDayOfTheStart() throws {
        let day = try #require(SchoolDay("2026-05-23"))
        #expect(EndArgument(argument: "12:00")?.text(startingOn: day) == "2026-05-23T12:00")
        #expect(EndArgument(argument: "2026-05-25")?.text(startingOn: day) == "2026-05-25")
        #expect(EndArgument(argument: "24:00") == nil)
    }

    @Test(arguments: [
        ("1,3", [1, 3]), ("3、1", [1, 3]), ("1-3", [1, 2, 3]), ("１・３年", [1, 3]), ("2年,2", [2]), ("1〜2年", [1, 2]),
    ])
    func grades_areReadAsPeopleType(_ typed: String, _ expected: [Int]) {
        #expect(GradeList(argument: typed)?.grades == expected)
    }

    @Test(arguments: ["", "0", "10", "3-1", "a", "1-2-3", "-1", "1,,x"])
    func grades_thatAreNone_areRefused(_ typed: String) {
        #expect(GradeList(argument: typed) == nil)
    }

    @Test(arguments: [("3-2", ["3-2"]), ("3年2組", ["3-2"]), ("３－２,3-3", ["3-2", "3-3"]), ("1-10", ["1-10"])])
    func classes_areReadAsPeopleType(_ typed: String, _ expected: [String]) {
        #expect(ClassList(argument: typed)?.classes == expected)
    }

    @Test(arguments: ["", "3", "3-", "0-1", "3-0", "a-b", "3-2-1"])
    func classes_thatAreNone_areRefused(_ typed: String) {
        #expect(ClassList(argument: typed) == nil)
    }

    @Test func classNumber_mayNameItsGrade() {
        #expect(ClassNumber(argument: "2") == ClassNumber(grade: nil, number: 2))
        #expect(ClassNumber(argument: "3年2組") == ClassNumber(grade: 3, number: 2))
        #expect(ClassNumber(argument: "0") == nil)
    }

    @Test(arguments: [
        ("2026-W21", "2026-W21"), ("2026-w1", "2026-W01"), ("2026-W53", "2026-W53"), ("2026-05-23", "2026-W21"),
        ("2027-01-01", "2026-W53"), ("2024-12-30", "2025-W01"),
    ])
    func week_isItsISONumber(_ typed: String, _ expected: String) {
        #expect(WeekArgument(argument: typed)?.text == expected)
    }

    @Test(arguments: ["2025-W53", "2026-W54", "2026-W00", "2026-21", "W21", "2026-W", "2026-W1a"])
    func week_thatTheYearDoesNotHave_isRefused(_ typed: String) {
        #expect(WeekArgument(argument: typed) == nil)
    }

    @Test(arguments: [
        ["slip", "print", "--grade", "3", "--class", "2-1", "--count", "1"],
        ["slip", "print", "--grade", "3", "--count", "0"],
        ["slip", "print", "--grade", "3", "--count", "1", "--json", "--output", "x.html"],
        ["slip", "cancel"],
        ["slip", "cancel", "A-001", "--batch", "b"],
        ["digest", "--grade", "1", "--json", "--format", "html"],
        ["whoami", "--association", "a\r\nX: y"],
    ])
    func clashingArguments_areRefused(_ arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try Noticectl.parseAsRoot(arguments) }
        #expect(error.map { Noticectl.exitCode(for: $0).rawValue } == 64)
    }

    @Test func draftOfAnEvent_saysOnlyWhatWasGiven() throws {
        let command = try EventCommand.Add.parse([
            "--title", "遠足", "--start", "2026-05-07", "--grades", "1,2", "--item", "弁当", "--item", "水筒",
        ])
        var expected = EventDraftBody()
        expected.title = "遠足"
        expected.kind = "event"
        expected.start = "2026-05-07"
        expected.grades = [1, 2]
        expected.items = ["弁当", "水筒"]
        #expect(command.draft == expected)
    }

    @Test(
        arguments: [
            ("2026-05-23", nil, "2026-05-23(6)"),
            ("2026-05-23", "2026-05-23", "2026-05-23(6)"),
            ("2026-05-23T09:00", "2026-05-23T12:00", "2026-05-23(6) 09:00–12:00"),
            ("2026-07-14", "2026-07-17", "2026-07-14(2)–2026-07-17(5)"),
        ] as [(String, String?, String)])
    func shownDate_hasItsWeekday(_ start: String, _ end: String?, _ expected: String) {
        var shown = expected
        for day in 1...7 { shown = shown.replacing("(\(day))", with: "(\(Strings.label("weekday", "\(day)")))") }
        #expect(ShownDate.text(start: start, end: end) == shown)
    }
}
