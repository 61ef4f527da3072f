import Testing

@testable import NoticeCore

@Suite struct AudiencePhraseTests {
    private func phrase(_ text: String, _ school: ClosedRange<Int> = 1...6) -> AudiencePhrase? {
        AudiencePhrase(text, of: school, groupNames: ["special_support": "なかよし学級"])
    }

    @Test(
        arguments: [
            ("全", [1, 2, 3, 4, 5, 6]), ("全学年", [1, 2, 3, 4, 5, 6]), ("全校児童", [1, 2, 3, 4, 5, 6]), ("1年", [1]),
            ("１年生", [1]),
            ("第3学年", [3]), ("1・2年", [1, 2]), ("1,2年", [1, 2]), ("1年・3年", [1, 3]), ("1年、3年", [1, 3]),
            ("1～3年", [1, 2, 3]),
            ("1年〜3年", [1, 2, 3]), ("1-4年", [1, 2, 3, 4]), ("1ー4年", [1, 2, 3, 4]), ("2から6年", [2, 3, 4, 5, 6]),
            ("3年以上", [3, 4, 5, 6]), ("2年以下", [1, 2]), ("3年～", [3, 4, 5, 6]), ("～3年", [1, 2, 3]),
            ("1年以外", [2, 3, 4, 5, 6]),
            ("456年", [4, 5, 6]), ("低学年", [1, 2]), ("低", [1, 2]), ("中", [3, 4]), ("低・高", [1, 2, 5, 6]),
            ("上学年", [4, 5, 6]),
            ("3・4", [3, 4]), ("1～4", [1, 2, 3, 4]), ("小6", [6]), ("1年2年", [1, 2]), ("1.2年", [1, 2]), ("5/6年", [5, 6]),
            ("6年児童", [6]), ("2年生の皆さん", [2]),
        ] as [(String, [Int])])
    func grades_inEveryWording_areRead(text: String, grades: [Int]) throws {
        let found = try #require(phrase(text))
        #expect(found.grades.sorted() == grades && found.classes.isEmpty && found.groups.isEmpty)
    }

    @Test(
        arguments: [
            ("3年2組", ["3-2"]), ("5-2", ["5-2"]), ("３の２", ["3-2"]), ("3年1・2組", ["3-1", "3-2"]),
            ("1-1、1-2", ["1-1", "1-2"]),
            ("5-2組", ["5-2"]),
        ] as [(String, [String])])
    func classes_inEveryWording_areRead(text: String, classes: [String]) throws {
        #expect(try #require(phrase(text)).classes.sorted().map(\.text) == classes)
    }

    @Test(
        arguments: [
            ("特支", [], ["special_support"]), ("1・2・特支", [1, 2], ["special_support"]),
            ("なかよし学級", [], ["special_support"]), ("6年保護者", [6], ["parents"]), ("保護者のみ", [], ["parents"]),
            ("希望者", [], ["applicants"]), ("1年と抽出児童", [1], ["applicants"]), ("5・6年希望者", [5, 6], ["applicants"]),
            ("吹奏楽部", [], ["club:吹奏楽"]), ("サッカー部", [], ["club:サッカー"]), ("保健委員会", [], ["committee:保健"]),
            ("PTA広報委員", [], ["pta_committee:広報"]), ("役員", [], ["pta_committee:役員"]),
        ] as [(String, [Int], [String])])
    func groups_areLabels(text: String, grades: [Int], groups: [String]) throws {
        let found = try #require(phrase(text))
        #expect(found.grades.sorted() == grades && found.groups == groups)
    }

    @Test(arguments: [
        "", "2", "(2)", "①", "5/6", "4/20", "3組", "5・6限", "2時間", "体育館", "PTA", "雨天中止", "1年生を迎える会", "6年代表", "5-2以外",
        "中1",
        "10年", "54年", "1～3組", "全校集会", "1年2", "1.2", "高校説明会", "一部", "午前の部", "8日", "3～1年", "0年",
    ])
    func anythingElse_isNoAudience(text: String) {
        #expect(phrase(text) == nil)
    }

    @Test func newGrades_areThoseOfTheSchoolYearThatBegins() throws {
        let sixth = try #require(phrase("新6年"))
        #expect(sixth.grades(on: .at("2026-04-06")) == [6] && sixth.grades(on: .at("2026-03-30")) == [5])
        let first = try #require(phrase("新1年"))
        #expect(first.grades(on: .at("2026-10-09")).isEmpty && first.grades(on: .at("2026-04-07")) == [1])
    }

    @Test func levels_areThoseOfTheStage() throws {
        #expect(phrase("低学年", 1...3) == nil && phrase("中", 1...3) == nil)
        #expect(try #require(phrase("後期課程", 1...9)).grades == [7, 8, 9])
        #expect(try #require(phrase("中2", 1...3)).grades == [2])
    }

    @Test func anotherSchool_isOutside() throws {
        let guests = try #require(phrase("小6", 1...3))
        #expect(guests.isOutside && guests.groups == ["elementary:6"] && guests.grades(on: .at("2026-10-09")).isEmpty)
        let both = try #require(phrase("小6・中1", 1...3))
        #expect(!both.isOutside && both.grades == [1])
    }
}
