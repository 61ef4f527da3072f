import Testing

@testable import NoticeCore

@Suite struct AudienceScannerTests {
    private func grades(_ text: String, of school: ClosedRange<Int> = 1...6) -> [Int] {
        let text = LetterText(text)
        return AudienceScanner(text: text, grades: school).mentions(in: 0..<text.count)
            .reduce(into: Set<Int>()) { $0.formUnion($1.grades) }.sorted()
    }

    @Test(arguments: [
        ("1年", [1]), ("1・2年生", [1, 2]), ("1,2年", [1, 2]), ("1～3年", [1, 2, 3]), ("3年以上", [3, 4, 5, 6]),
        ("456年", [4, 5, 6]), ("第6学年", [6]),
        ("三年生", [3]), ("全学年", [1, 2, 3, 4, 5, 6]), ("低学年", [1, 2]), ("高学年", [5, 6]), ("新2～6年生", [2, 3, 4, 5, 6]),
        ("1年と3年", [1, 3]),
        ("小6", [6]), ("135年", [1, 3, 5]), ("新２～新６年生", [2, 3, 4, 5, 6]),
    ])
    func grades_inEverySpelling_areRead(text: String, expected: [Int]) {
        #expect(grades(text) == expected)
    }

    @Test(arguments: ["6年間", "令和7年", "42年ぶり", "1年前", "3年度", "創立5年を迎え", "2026年"])
    func yearsOfOtherKinds_areNoGrades(text: String) {
        #expect(grades(text).isEmpty)
    }

    @Test(arguments: [("3年2組", ["3-2"]), ("(5-2)", ["5-2"]), ("3年1・2組", ["3-1", "3-2"]), ("３の２　", ["3-2"])])
    func classes_areRead(text: String, expected: [String]) {
        let text = LetterText(text)
        let classes = AudienceScanner(text: text, grades: 1...6).mentions(in: 0..<text.count).flatMap(\.classes)
        #expect(classes.sorted().map(\.text) == expected)
    }

    @Test func otherSchoolsChildren_areAGroup() {
        let text = LetterText("小学6年生の体験入学")
        let mention = AudienceScanner(text: text, grades: 1...3).mentions(in: 0..<text.count).first
        #expect(mention?.groups == ["elementary:6"])
        #expect(mention?.grades.isEmpty == true)
    }
}
