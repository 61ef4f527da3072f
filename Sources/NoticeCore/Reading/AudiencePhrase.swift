/// For whom something is, in the words of a school: 全学年, 1・2年, 3年以上, 456年, 低学年, 3年2組, 5-2, 新6年, 6年保護者, 特支.
///
/// The whole text must be understood; anything else is no phrase, so that 「(体育館)」 or 「(2)」 never changes who sees an event.
public struct AudiencePhrase: Equatable, Sendable {
    /// Grades as of the event's own school year; ascending. Without any grade the phrase leaves them open.
    public private(set) var grades: Set<Int> = []
    /// 新1年: grades of the school year that begins next, or has just begun.
    public private(set) var newGrades: Set<Int> = []
    public private(set) var classes: Set<SchoolClass> = []
    /// Labels such as `special_support`, `parents`, `club:吹奏楽`.
    public private(set) var groups: [String] = []
    /// Whether it is written with a unit (年, 組, 学年), so that it is a phrase outside of brackets too.
    public private(set) var namesUnit = false
    private var namesOtherSchool = false

    /// - Parameters:
    ///   - school: The school's grades; 「3年以上」 ends where they end. A grade that is written need not be among them: that is
    ///     for the caller to refuse.
    ///   - groupNames: What this school calls a group, by its label (``School/groupNames``).
    public init?(_ text: String, of school: ClosedRange<Int>, groupNames: [String: String] = [:]) {
        var parser = AudienceParser(text, school: school, groupNames: groupNames)
        guard let phrase = parser.read() else { return nil }
        self = phrase
    }

    init() {}

    /// Whether it says anything of grades or classes.
    public var namesGrades: Bool { !grades.isEmpty || !newGrades.isEmpty || !classes.isEmpty }

    /// People of another school alone (小6 in a junior high school's plan).
    public var isOutside: Bool { namesOtherSchool && !namesGrades }

    /// The grades of the school year that contains `day` (PRODUCT, "Audience"); ascending.
    ///
    /// From April on new grades are the grades; before, they are one higher than the grades of then, and 新1年 is nobody's.
    public func grades(on day: SchoolDay) -> [Int] {
        let coming = (4...7).contains(day.month) ? newGrades : Set(newGrades.map { $0 - 1 }.filter { $0 > 0 })
        return grades.union(coming).union(classes.map(\.grade)).sorted()
    }
}

extension AudiencePhrase {
    fileprivate mutating func add(_ more: some Sequence<Int>, asNew: Bool) {
        if asNew { newGrades.formUnion(more) } else { grades.formUnion(more) }
    }

    fileprivate mutating func add(_ more: SchoolClass) { classes.insert(more) }
    fileprivate mutating func add(group: String) { if !groups.contains(group) { groups.append(group) } }
    fileprivate mutating func meetUnit() { namesUnit = true }
    fileprivate mutating func addOutsiders(_ group: String) {
        namesOtherSchool = true
        add(group: group)
    }
}

/// Takes a phrase apart from left to right.
private struct AudienceParser {
    private var scanner: TextScanner
    private let school: ClosedRange<Int>
    private let groupNames: [String: String]
    private var phrase = AudiencePhrase()
    /// Numbers that are grades; one alone, without 年, is an ordinal.
    private var numbers = 0
    /// 「5/6」 is a date unless 年 follows.
    private var hasSlash = false
    /// Whether the last part was written with 年.
    private var hadUnit = false
    private var isNew = false

    init(_ text: String, school: ClosedRange<Int>, groupNames: [String: String]) {
        scanner = TextScanner(text)
        self.school = school
        self.groupNames = groupNames
    }

    mutating func read() -> AudiencePhrase? {
        var parts = 0
        var isApart = true
        while !scanner.isAtEnd {
            if let separator = scanner.take("・", "、", ",", ";", "/", ".", "+", "&", "と", "及び", "および") {
                hasSlash = hasSlash || separator == "/" || separator == "."
                isApart = true
                continue
            }
            if parts > 0, scanner.take("のみ", "だけ", "対象", "児童", "生徒", "全員", "の皆さん", "の") != nil { continue }
            // 「1年2年」 are two grades; 「1～4年13:10」 and 「1～4年1」 are not.
            let mustHaveUnit = !isApart && scanner.isAtNumber
            guard !mustHaveUnit || hadUnit else { return nil }
            hadUnit = false
            guard part(), !mustHaveUnit || hadUnit else { return nil }
            isApart = false
            parts += 1
        }
        guard parts > 0 else { return nil }
        let isSure = phrase.namesUnit || (numbers != 1 && !hasSlash)
        return isSure ? phrase : nil
    }

    private mutating func part() -> Bool {
        if scanner.take("全学年", "全校児童", "全校生徒", "全児童", "全生徒", "全校", "全員", "全") != nil {
            phrase.add(school, asNew: false)
            return true
        }
        if let level = SchoolLevel.take(from: &scanner, of: school) {
            phrase.add(level, asNew: false)
            phrase.meetUnit()
            return true
        }
        if let label = AudienceGroup.take(from: &scanner, named: groupNames) {
            phrase.add(group: label)
            return true
        }
        isNew = scanner.take("新") != nil
        return grade()
    }

    /// 「~3年」, 「2~6年」, 「3年以上」, 「456年」, 「3年2組」, 「5-2」, 「小6」.
    private mutating func grade() -> Bool {
        if scanner.take("~") != nil {
            guard let last = number(), unit() else { return false }
            return add(school.lowerBound, through: last)
        }
        let stage = scanner.take("小", "中")
        _ = scanner.take("第")
        guard let run = scanner.digits(), !run.contains(0) else { return false }
        if let stage, !isOwn(stage) {
            _ = unit()
            guard stage == "小", run.count == 1 else { return false }
            phrase.addOutsiders("elementary:\(run[0])")
            phrase.meetUnit()
            return true
        }
        if stage != nil { phrase.meetUnit() }
        guard run.count == 1 else {
            // 「456年」: ascending, so that 「12月」 or a room's number is none.
            guard run == Set(run).sorted(), unit() else { return false }
            phrase.add(run, asNew: isNew)
            return true
        }
        numbers += 1
        return grade(from: run[0])
    }

    private mutating func grade(from first: Int) -> Bool {
        if let schoolClass = shortClass(of: first) {
            phrase.add(schoolClass)
            return true
        }
        if unit() {
            if scanner.take("以上") != nil { return add(first, through: school.upperBound) }
            if scanner.take("以下", "まで") != nil { return add(school.lowerBound, through: first) }
            if scanner.take("以外") != nil {
                phrase.add(school.filter { $0 != first }, asNew: isNew)
                return true
            }
            if takeClasses(of: first) { return true }
        }
        guard scanner.take("~", "-", "から") != nil else {
            phrase.add([first], asNew: isNew)
            return true
        }
        guard let last = number() else { return phrase.namesUnit && add(first, through: school.upperBound) }
        _ = unit()
        _ = scanner.take("まで")
        numbers += 1
        return add(first, through: last)
    }

    /// 「5-2」, 「3の2」, with or without 組; but 「1-4年」 are four grades.
    private mutating func shortClass(of grade: Int) -> SchoolClass? {
        var ahead = scanner
        guard ahead.take("-", "の") != nil, let number = ahead.number(digits: 1...2), (1...99).contains(number),
            ahead.take("年", "学年") == nil
        else { return nil }
        if ahead.take("組") != nil { phrase.meetUnit() }
        scanner = ahead
        // One class is no ordinal.
        numbers += 1
        return SchoolClass(grade: grade, number: number)
    }

    /// Behind 「3年」: 「2組」, 「1・2組」.
    private mutating func takeClasses(of grade: Int) -> Bool {
        var ahead = scanner
        var found: [Int] = []
        while let number = ahead.number(digits: 1...2), (1...99).contains(number) {
            found.append(number)
            if ahead.take("組") != nil {
                scanner = ahead
                for number in found { phrase.add(SchoolClass(grade: grade, number: number)) }
                return true
            }
            guard ahead.take("・", ",", "、") != nil else { break }
        }
        return false
    }

    private mutating func add(_ first: Int, through last: Int) -> Bool {
        guard first <= last else { return false }
        phrase.add(first...last, asNew: isNew)
        return true
    }

    private mutating func number() -> Int? {
        guard let number = scanner.number(digits: 1...1), number > 0 else { return nil }
        return number
    }

    private mutating func unit() -> Bool {
        guard scanner.take("年生", "学年", "年") != nil else { return false }
        phrase.meetUnit()
        hadUnit = true
        return true
    }

    private func isOwn(_ stage: String) -> Bool { school.upperBound == 3 ? stage == "中" : stage == "小" }
}
