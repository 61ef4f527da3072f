import Testing

@testable import NoticeCore

@Suite struct AudienceCellTests {
    @Test(
        arguments: [
            ("", []), ("全学年", [1, 2, 3, 4, 5, 6]), ("全校", [1, 2, 3, 4, 5, 6]), ("1年", [1]), ("１年", [1]), ("1", [1]),
            ("1年生", [1]), ("第1学年", [1]),
            ("1年;3年", [1, 3]), ("1・3年", [1, 3]), ("3年・1年", [1, 3]), ("1年、2年", [1, 2]), ("1,2年", [1, 2]),
            ("1～3年", [1, 2, 3]),
            ("1年〜3年", [1, 2, 3]), ("１－３年", [1, 2, 3]), ("1年から3年まで", [1, 2, 3]), ("1~2年;5・6年", [1, 2, 5, 6]),
        ] as [(String, [Int])])
    func grades_inEverySpelling_areExpanded(text: String, grades: [Int]) {
        #expect(AudienceCell.grades(text, of: 1...6) == .values(grades))
    }

    @Test(arguments: [
        ("7年", "7年"), ("0", "0"), ("-1", "-1"), ("1e9", "1e9"), ("1年;8年", "8年"), ("3～1年", "3～1年"), ("新1年", "新1年"),
        ("456年", "456年"),
        ("5～7年", "5～7年"), ("低学年", "低学年"), ("3年2組", "3年2組"), ("全学年と1年", "全学年と1年"),
    ])
    func grades_thatTheSchoolLacks_areNamed(text: String, piece: String) {
        #expect(AudienceCell.grades(text, of: 1...6) == .unknown(piece))
    }

    @Test(
        arguments: [
            ("3年2組", ["3-2"]), ("3-2", ["3-2"]), ("３の２", ["3-2"]), ("3−2", ["3-2"]), ("3年2組;1年1組", ["1-1", "3-2"]),
            ("3-1、3-2", ["3-1", "3-2"]), ("", []),
        ] as [(String, [String])])
    func classes_inEverySpelling_areRead(text: String, classes: [String]) {
        let expected = classes.compactMap { SchoolClass($0) }
        #expect(AudienceCell.classes(text, of: 1...3) { _ in [1, 2] } == .values(expected))
    }

    @Test(arguments: ["3年3組", "4-1", "3年", "2組", "3-0", "なかよし"])
    func classes_thatTheSchoolLacks_areNamed(text: String) {
        #expect(AudienceCell.classes(text, of: 1...3) { _ in [1, 2] } == .unknown(text))
    }

    @Test func classes_ofAGradeWithoutAList_mayHaveAnyNumber() {
        let read = AudienceCell.classes("3-9", of: 1...3) { $0 == 3 ? nil : [] }
        #expect(read == .values([SchoolClass(grade: 3, number: 9)]))
    }
}
