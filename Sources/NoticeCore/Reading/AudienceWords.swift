/// 低学年, 中学年, 高学年 and what a 義務教育学校 calls its halves.
enum SchoolLevel {
    /// A new wording is one line here and one test.
    private static func words(of school: ClosedRange<Int>) -> [(word: String, grades: ClosedRange<Int>)] {
        switch school.upperBound {
        case 6:
            [
                ("低学年", 1...2), ("中学年", 3...4), ("高学年", 5...6), ("下学年", 1...3), ("上学年", 4...6), ("低", 1...2),
                ("中", 3...4), ("高", 5...6),
            ]
        case 9:
            [
                ("低学年", 1...2), ("中学年", 3...4), ("高学年", 5...6), ("前期課程", 1...6), ("後期課程", 7...9),
            ]
        default: []
        }
    }

    /// - Returns: `nil`, nothing taken, when no level stands here. 「中1」 is a grade.
    static func take(from scanner: inout TextScanner, of school: ClosedRange<Int>) -> ClosedRange<Int>? {
        for (word, grades) in words(of: school) {
            var ahead = scanner
            guard ahead.take(word) != nil, !ahead.isAtNumber else { continue }
            scanner = ahead
            return grades
        }
        return nil
    }
}

/// Groups that an audience may name (`SCHEMA.md`, `groups`).
enum AudienceGroup {
    /// A new wording is one line here and one test; the longer before the shorter.
    private static let words: [(word: String, label: String)] = [
        ("特別支援学級", "special_support"), ("特別支援", "special_support"), ("支援学級", "special_support"),
        ("特支", "special_support"), ("保護者", "parents"), ("希望者", "applicants"), ("希望家庭", "applicants"),
        ("希望制", "applicants"), ("有志", "applicants"), ("該当者", "applicants"), ("該当児童", "applicants"),
        ("該当生徒", "applicants"), ("対象者", "applicants"), ("対象児童", "applicants"), ("対象生徒", "applicants"),
        ("抽出児童", "applicants"), ("抽出生徒", "applicants"), ("抽出", "applicants"), ("申込者", "applicants"),
        ("pta役員", "pta_committee:役員"), ("育友会役員", "pta_committee:役員"), ("役員", "pta_committee:役員"),
    ]

    /// Names that end alike and are neither club nor committee.
    private static let otherParts: Set<String> = ["一", "全", "本", "内", "外", "支", "幹", "細", "前", "後", "午前", "午後"]

    static func take(from scanner: inout TextScanner, named names: [String: String]) -> String? {
        for (label, name) in names.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            // 「なかよし学級」 is 「なかよし」 for short.
            let form = TextScanner.form(of: name)
            let short = form.hasSuffix("学級") && form.count > 3 ? String(form.dropLast(2)) : form
            if scanner.take(form, short) != nil { return label }
        }
        for (word, label) in words where scanner.take(word) != nil { return label }
        return takeNamed(from: &scanner)
    }

    /// 「吹奏楽部」, 「保健委員会」, 「PTA広報委員」.
    private static func takeNamed(from scanner: inout TextScanner) -> String? {
        var ahead = scanner
        let isParents = ahead.take("pta", "育友会", "保護者会") != nil
        let name = ahead.takeWord(limit: 10)
        for ending in ["委員会", "委員", "部"] where name.hasSuffix(ending) {
            let stem = String(name.dropLast(ending.count))
            guard !stem.isEmpty, !otherParts.contains(stem), !stem.hasSuffix("の"), !stem.contains(where: \.isNumber)
            else { return nil }
            if ending == "部", isParents { return nil }
            scanner = ahead
            return (isParents ? "pta_committee:" : ending == "部" ? "club:" : "committee:") + stem
        }
        return nil
    }
}
