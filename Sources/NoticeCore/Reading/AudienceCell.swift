/// The grades and classes of a table's cell.
enum AudienceCell {
    enum Reading<Value: Equatable>: Equatable {
        case values([Value])
        /// The first piece that is none of the school's.
        case unknown(String)
    }

    /// Reads 全学年, 1年, 「1年;3年」, 1・3年, 1～3年, 「1年、2年」.
    ///
    /// 新1年 is refused: an event's date already says which school year's first grade is meant.
    static func grades(_ text: String, of school: ClosedRange<Int>) -> Reading<Int> {
        var grades: Set<Int> = []
        for piece in pieces(text) {
            guard let range = range(piece, of: school) else { return .unknown(piece) }
            grades.formUnion(range)
        }
        return .values(grades.sorted())
    }

    /// Reads 3年2組, 3-2, 3の2, several with 「;」.
    static func classes(_ text: String, of school: ClosedRange<Int>, known: (Int) -> [Int]?) -> Reading<SchoolClass> {
        var classes: Set<SchoolClass> = []
        for piece in pieces(text) {
            guard let schoolClass = schoolClass(piece), school.contains(schoolClass.grade),
                known(schoolClass.grade)?.contains(schoolClass.number) ?? true
            else { return .unknown(piece) }
            classes.insert(schoolClass)
        }
        return .values(classes.sorted())
    }

    static func pieces(_ text: String) -> [String] {
        text.split { ";；,，、､・･/／\n".contains($0) }
            .map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private static func range(_ piece: String, of school: ClosedRange<Int>) -> ClosedRange<Int>? {
        var scanner = TextScanner(piece)
        if scanner.take("全学年", "全校", "全") != nil { return scanner.isAtEnd ? school : nil }
        guard let first = grade(&scanner) else { return nil }
        var last = first
        if scanner.take("~", "-", "から") != nil {
            guard let end = grade(&scanner) else { return nil }
            last = end
        }
        _ = scanner.take("まで")
        guard scanner.isAtEnd, first <= last, school.contains(first), school.contains(last) else { return nil }
        return first...last
    }

    private static func grade(_ scanner: inout TextScanner) -> Int? {
        _ = scanner.take("第")
        guard let grade = scanner.number(digits: 1...1) else { return nil }
        _ = scanner.take("年生", "学年", "年")
        return grade
    }

    private static func schoolClass(_ piece: String) -> SchoolClass? {
        var scanner = TextScanner(piece)
        guard let grade = scanner.number(digits: 1...1), scanner.take("年", "-", "の") != nil,
            let number = scanner.number(digits: 1...2), (1...99).contains(number)
        else { return nil }
        _ = scanner.take("組")
        return scanner.isAtEnd ? SchoolClass(grade: grade, number: number) : nil
    }
}
