/// Finds grades, classes and groups as schools write them (REAL_INPUT, section 3).
struct AudienceScanner {
    let text: LetterText
    /// The grades of the school: 1–6, 1–3 or 1–9.
    let grades: ClosedRange<Int>
    /// The letter's own grade when it is written for one, so that 「1組」 has one.
    var ownGrade: Int?

    private static let everybody: [Word] = ["全学年", "全校児童", "全校生徒", "全校", "全児童", "全生徒", "ぜんがくねん"]
    private static let groups: [(Word, String)] = [
        ("特別支援学級", "special_support"), ("特別支援", "special_support"), ("特支", "special_support"),
        ("希望者", "applicants"), ("希望する", "applicants"), ("希望の方", "applicants"), ("該当者", "applicants"),
        ("該当の", "applicants"),
        ("抽出児童", "applicants"), ("抽出", "applicants"), ("自由参加", "applicants"), ("申込者", "applicants"),
        ("きぼうする", "applicants"),
        ("保護者のみ", "parents"), ("保護者対象", "parents"), ("保護者説明会", "parents"), ("保護者会", "parents"), ("懇談", "parents"),
        ("総会", "parents"),
    ]

    func mentions(in span: LetterText.Span) -> [AudienceMention] {
        text.all(in: span) { place in
            mention(at: place, before: span.upperBound).map { ($0, $0.span.upperBound) }
        }
    }

    func mention(at place: Int, before limit: Int) -> AudienceMention? {
        if let end = text.end(of: Self.everybody, at: place, before: limit) {
            return AudienceMention(span: place..<end, grades: Set(grades), isEverybody: true)
        }
        if let band = band(at: place, before: limit) { return band }
        for (word, group) in Self.groups where text.has(word, at: place, before: limit) {
            return AudienceMention(span: place..<place + word.count, groups: [group])
        }
        return numbered(at: place, before: limit)
    }

    /// 低学年, 中学年, 高学年; 前期課程, 後期課程 of a 義務教育学校.
    private func band(at place: Int, before limit: Int) -> AudienceMention? {
        let bands: [(Word, ClosedRange<Int>)] = [
            ("低・中学年", 1...4), ("低中学年", 1...4), ("中・高学年", 3...6), ("中高学年", 3...6), ("低学年", 1...2), ("中学年", 3...4),
            ("高学年", 5...6), ("前期課程", 1...6), ("後期課程", 7...9), ("小学部", 1...6),
            ("中学部", 7...9),
        ]
        if let mark = mark(at: place, before: limit) { return mark }
        for (word, band) in bands where text.has(word, at: place, before: limit) {
            let own = band.filter(grades.contains)
            guard !own.isEmpty else { return nil }
            return AudienceMention(span: place..<place + word.count, grades: Set(own))
        }
        return nil
    }

    /// [前], (後), 【低】: a list's mark for a part of the school.
    private func mark(at place: Int, before limit: Int) -> AudienceMention? {
        guard let inside = text.end(of: ["[", "(", "【", "〔", "<"], at: place, before: limit), inside + 1 < limit,
            let end = text.end(of: ["]", ")", "】", "〕", ">"], at: inside + 1, before: limit)
        else { return nil }
        let marks: [Unicode.Scalar: ClosedRange<Int>] =
            switch grades.upperBound {
            case 9: ["前": 1...6, "後": 7...9]
            case 6: ["低": 1...2, "中": 3...4, "高": 5...6]
            default: [:]
            }
        if text.scalars[inside] == "全" {
            return AudienceMention(span: place..<end, grades: Set(grades), isEverybody: true)
        }
        return marks[text.scalars[inside]].map { AudienceMention(span: place..<end, grades: Set($0)) }
    }

    // MARK: - Numbers

    /// 1年, 1・2年生, 1～3年, 456年, 3年以上, 第6学年, 新2～6年生, 小6, 3年2組, 3-2.
    private func numbered(at place: Int, before limit: Int) -> AudienceMention? {
        // 「6.3年実力テスト」: the point belongs to the list's number.
        guard
            place == 0
                || LetterText.digit(text.scalars[place - 1]) == nil
                    && !"一二三四五六七八九十〇".unicodeScalars.contains(text.scalars[place - 1]),
            place == 0 || !Self.isEra(text.scalars[place - 1]),
            // 「10:15、2年」: 15 are minutes.
            place < 2 || text.scalars[place - 1] != ":" || LetterText.digit(text.scalars[place - 2]) == nil
        else { return nil }
        if let list = classList(at: place, before: limit) { return list }
        var start = place
        var mention = AudienceMention(span: place..<place)
        if let end = text.end(of: ["新"], at: start, before: limit) { (start, mention.isNew) = (end, true) }
        let stage = stage(at: start, before: limit)
        if let stage { start = stage.end }
        start = text.end(of: ["第"], at: start, before: limit) ?? start
        guard let (list, end) = list(at: start, before: limit) else {
            return ownClass(at: place, before: limit)
        }
        let suffix = suffix(at: end, before: limit, isStaged: stage != nil)
        guard let suffix else {
            return classNumber(list, at: place, end: end, before: limit) ?? ownClass(at: place, before: limit)
        }
        return finish(mention, list: list, stage: stage?.isElementary, suffix: suffix, from: place, before: limit)
    }

    private static func isEra(_ scalar: Unicode.Scalar) -> Bool {
        ["和", "成", "R", "H", "全", "約", "満", "計", "毎"].contains(scalar)
    }

    private func stage(at place: Int, before limit: Int) -> (isElementary: Bool, end: Int)? {
        if let end = text.end(of: ["小学校", "小学", "小"], at: place, before: limit),
            LetterText.digit(scalar(at: end)) != nil
        {
            return (true, end)
        }
        if let end = text.end(of: ["中学校", "中学", "中"], at: place, before: limit),
            LetterText.digit(scalar(at: end)) != nil
        {
            return (false, end)
        }
        return nil
    }

    private func scalar(at place: Int) -> Unicode.Scalar { place < text.count ? text.scalars[place] : " " }

    /// 1, 1・2, 1～3, 456, 三: the numbers before 年.
    private func list(at place: Int, before limit: Int) -> ([Int], Int)? {
        guard let first = text.number(at: place, before: limit, digits: 6) else { return nil }
        guard var numbers = joined(first, at: place) else { return nil }
        var end = first.end
        while let mark = text.end(
            of: [
                "~新", "・新", "年・新", "年生・新", "年~新", "・", "~", "-", ",", "、", "/", "年・", "年生・", "年~", "年、", "年生~", "年生から",
                "年から", "~新", "・新", "年・新", "年生・新", "年~新", "年生、", "年生と", "年と",
            ],
            at: end, before: limit)
        {
            guard let next = text.number(at: mark, before: limit, digits: 1), !next.isKanji || first.isKanji else {
                break
            }
            let isRange =
                text.scalars[end..<mark].contains("~") || text.scalars[end..<mark].contains("-")
                || text.scalars[mark - 1] == "ら"
            if isRange, let last = numbers.last {
                guard next.value > last, next.value <= 9 else { break }
                numbers += (last + 1)...next.value
            } else {
                numbers.append(next.value)
            }
            end = next.end
        }
        return (numbers, end)
    }

    /// 「456」 are three grades; 「42」 is a number.
    private func joined(_ number: LetterText.Number, at place: Int) -> [Int]? {
        if number.value <= 9 { return number.value >= 1 ? [number.value] : nil }
        guard !number.isKanji else { return nil }
        let digits = text.scalars[place..<number.end].compactMap(LetterText.digit)
        let isAscending = zip(digits, digits.dropFirst()).allSatisfy { $0 < $1 }
        // 「23年」 may be a number of years: two grades stand alone in their cell or bracket.
        let isAlone = place == 0 || " (|、・:".unicodeScalars.contains(text.scalars[place - 1])
        return isAscending && digits.allSatisfy(grades.contains) && (digits.count > 2 || isAlone) ? digits : nil
    }

    private struct Suffix {
        let end: Int
        let isOpenUp: Bool
        let isOpenDown: Bool
    }

    private func suffix(at place: Int, before limit: Int, isStaged: Bool) -> Suffix? {
        guard let end = text.end(of: ["年生", "学年", "ねんせい", "年"], at: place, before: limit) else {
            return isStaged ? Suffix(end: place, isOpenUp: false, isOpenDown: false) : nil
        }
        let others: [Word] = [
            "間", "度", "前", "後", "ぶり", "目", "連続", "月", "来", "以来", "代の", "齢", "賀", "末", "始", "中行事", "の歴史", "以内", "ごと",
            "の節目", "1月", "(20", "(19",
            "がたち", "が経", "を迎え", "生まれ", "に創立", "に開校", "の伝統",
        ]
        let isPlain = text.has("年", at: place, before: limit) && end == place + 1
        if isPlain, text.end(of: others, at: end, before: limit) != nil { return nil }
        if text.end(of: ["だより号"], at: end, before: limit) != nil { return nil }
        if let open = text.end(of: ["以上", "より上"], at: end, before: limit) {
            return Suffix(end: open, isOpenUp: true, isOpenDown: false)
        }
        if let open = text.end(of: ["以下"], at: end, before: limit) {
            return Suffix(end: open, isOpenUp: false, isOpenDown: true)
        }
        return Suffix(end: end, isOpenUp: false, isOpenDown: false)
    }

    private func finish(
        _ mention: AudienceMention, list: [Int], stage: Bool?, suffix: Suffix, from place: Int, before limit: Int
    ) -> AudienceMention? {
        var numbers = list
        // 「3年1組・2組」: the class belongs to the last grade named.
        if suffix.isOpenUp, let first = list.first { numbers = Array(first...max(first, grades.upperBound)) }
        if suffix.isOpenDown, let first = list.first {
            numbers = Array(grades.lowerBound...max(grades.lowerBound, first))
        }
        var mention = mention
        if stage == true, grades.upperBound == 3 {
            mention.groups = numbers.map { "elementary:\($0)" }
            return with(mention, place..<suffix.end)
        }
        if stage == false, grades.upperBound == 6 { return nil }
        if stage == false, grades.upperBound == 9 { numbers = numbers.map { $0 <= 3 ? $0 + 6 : $0 } }
        // In a letter of a junior high school, 6年生 are the children of the elementary school.
        if grades.upperBound == 3, numbers.allSatisfy({ (4...6).contains($0) }) {
            mention.groups = numbers.map { "elementary:\($0)" }
            return with(mention, place..<suffix.end)
        }
        guard numbers.allSatisfy(grades.contains) else { return nil }
        mention.grades = Set(numbers)
        return classes(of: with(mention, place..<suffix.end), at: suffix.end, before: limit)
    }

    private func with(_ mention: AudienceMention, _ span: LetterText.Span) -> AudienceMention {
        AudienceMention(
            span: span, grades: mention.grades, classes: mention.classes, groups: mention.groups, isNew: mention.isNew,
            isEverybody: mention.isEverybody)
    }
}

// MARK: - Classes

extension AudienceScanner {
    /// 3年2組, 3年1・2組, 3年1組・2組 after the grade.
    private func classes(of mention: AudienceMention, at place: Int, before limit: Int) -> AudienceMention {
        guard mention.grades.count == 1, let grade = mention.grades.first else { return mention }
        var numbers: [Int] = []
        var end = text.skippingSpaces(place, before: limit)
        while let number = text.number(at: end, before: limit), (1...20).contains(number.value) {
            numbers.append(number.value)
            if let close = text.end(of: ["組"], at: number.end, before: limit) {
                let next = text.end(of: ["・", "、", ","], at: close, before: limit)
                guard let next, let more = text.number(at: next, before: limit),
                    text.end(of: ["組"], at: more.end, before: limit) != nil
                else { return with(mention, numbers, grade, end: close) }
                end = next
            } else if let next = text.end(of: ["・", "、", ","], at: number.end, before: limit) {
                end = next
            } else {
                break
            }
        }
        return mention
    }

    private func with(_ mention: AudienceMention, _ numbers: [Int], _ grade: Int, end: Int) -> AudienceMention {
        AudienceMention(
            span: mention.span.lowerBound..<end, grades: mention.grades,
            classes: Set(numbers.map { SchoolClass(grade: grade, number: $0) }), groups: mention.groups,
            isNew: mention.isNew)
    }

    /// 「(5-2)」, 「3の2」: without 年, only where nothing else can be meant.
    private func classNumber(_ list: [Int], at place: Int, end: Int, before limit: Int) -> AudienceMention? {
        guard let grade = text.number(at: place, before: limit, digits: 1), !grade.isKanji,
            grades.contains(grade.value),
            let mark = text.end(of: ["-", "の"], at: grade.end, before: limit),
            let number = text.number(at: mark, before: limit, digits: 2), (1...20).contains(number.value),
            !number.isKanji
        else { return nil }
        let close = text.end(of: ["組"], at: number.end, before: limit)
        let isBracketed = place > 0 && text.scalars[place - 1] == "(" && text.has(")", at: number.end, before: limit)
        let isAlone =
            (place == 0 || LetterText.isSpace(text.scalars[place - 1])) && text.has(" ", at: number.end, before: limit)
            && text.scalars[mark - 1] == "の"
        guard close != nil || isBracketed || isAlone else { return nil }
        return AudienceMention(
            span: place..<(close ?? number.end), grades: [grade.value],
            classes: [SchoolClass(grade: grade.value, number: number.value)])
    }

    /// 「(3-1,3-2)」
    private func classList(at place: Int, before limit: Int) -> AudienceMention? {
        guard place > 0, text.scalars[place - 1] == "(" else { return nil }
        var classes: Set<SchoolClass> = []
        var end = place
        while let grade = text.number(at: end, before: limit, digits: 1), !grade.isKanji, grades.contains(grade.value),
            let mark = text.end(of: ["-"], at: grade.end, before: limit),
            let number = text.number(at: mark, before: limit, digits: 2), (1...20).contains(number.value)
        {
            classes.insert(SchoolClass(grade: grade.value, number: number.value))
            end = number.end
            guard let next = text.end(of: [",", "、", "・", " "], at: end, before: limit) else { break }
            end = text.skippingSpaces(next, before: limit)
        }
        guard classes.count >= 2, text.has(")", at: end, before: limit) else { return nil }
        return AudienceMention(span: place..<end, grades: Set(classes.map(\.grade)), classes: classes)
    }

    /// 「2組」 in a letter for one grade.
    private func ownClass(at place: Int, before limit: Int) -> AudienceMention? {
        guard let ownGrade, let number = text.number(at: place, before: limit, digits: 2), !number.isKanji else {
            return nil
        }
        var numbers = [number.value]
        var end = number.end
        while let mark = text.end(of: ["・", "、", ",", "組・", "組、", "組と"], at: end, before: limit),
            let next = text.number(at: mark, before: limit, digits: 2), !next.isKanji
        {
            numbers.append(next.value)
            end = next.end
        }
        guard let close = text.end(of: ["組"], at: end, before: limit), numbers.allSatisfy((1...20).contains) else {
            return nil
        }
        return AudienceMention(
            span: place..<close, grades: [ownGrade],
            classes: Set(numbers.map { SchoolClass(grade: ownGrade, number: $0) }))
    }
}
