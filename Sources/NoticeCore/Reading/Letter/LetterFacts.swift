/// What a letter's head says of the whole letter.
struct LetterFacts: Sendable {
    let issued: SchoolDay
    /// Where the day of issue is printed; it is no event.
    let issuedSpans: [LetterText.Span]
    /// 運動会の開催について → 運動会. `nil` for a newsletter, whose name is no event.
    let title: String?
    let titleSpan: LetterText.Span?
    let grades: Set<Int>
    let classes: Set<SchoolClass>
    /// Whether the letter is for some of the school's grades only.
    let isForSome: Bool
    let groups: [String]
    /// Written to the families of next year's first grade, who are in no grade yet.
    let isForNewcomers: Bool
    /// How many lines the head has.
    let headLines: Int
    /// Whether the letter mends an earlier one, and whether it moves something: asked of every sentence, told once.
    let isCorrection: Bool
    let isAboutChanges: Bool
}

extension LetterFacts {
    init(text: LetterText, lines: [LetterLine], context: LetterContext) {
        let head = Self.headCount(text, lines)
        let dates = DateScanner(text: text)
        var found: SchoolDay?
        var spans: [LetterText.Span] = []
        for (index, line) in lines.enumerated() where index < head + 2 || index >= lines.count - 4 {
            for mention in dates.dates(in: line.span) {
                if index < head, mention.year == nil, let issued = context.issued, mention.month == issued.month,
                    mention.day == .number(issued.dayOfMonth), line.label == nil, line.span.count < 40
                {
                    spans.append(mention.span)
                }
                guard let year = mention.year, let month = mention.month, case .number(let number) = mention.day,
                    let day = SchoolDay(year: year, month: month, day: number),
                    Self.isIssue(
                        mention, in: line, text: text, isHead: index < head, known: context.issued.map { $0 == day })
                else { continue }
                if found == nil { found = day }
                spans.append(mention.span)
            }
        }
        let issued = context.issued ?? found ?? context.today
        self.issued = issued
        issuedSpans = spans
        headLines = head
        isCorrection = text.contains(LetterWords.corrections, in: 0..<text.count)
        isAboutChanges = text.contains(["変更", "延期", "訂正", "振り替え", "誤"], in: 0..<text.count)
        let title = LetterTitle(text: text, lines: lines, head: head).find()
        (self.title, titleSpan) = title.0 == nil ? LetterTitle(text: text, lines: lines, head: head).announced() : title
        let audience = Self.audience(text, lines, head: head, context: context)
        let isForNewcomers = text.contains(
            ["入学予定", "新入学児童", "新入生の保護者", "新入生保護者", "新1年生の保護者", "新1年生保護者", "就学予定"],
            in: 0..<(lines.prefix(max(head, 1)).last?.span.upperBound ?? 0))
        self.isForNewcomers = isForNewcomers
        grades =
            isForNewcomers
            ? [context.grades.lowerBound] : audience.grades.isEmpty ? Set(context.grades) : audience.grades
        classes = audience.classes
        isForSome = !audience.grades.isEmpty && audience.grades.count < context.grades.count
        groups = audience.groups
    }

    /// The lines before the first sentence, bullet, label or heading with days: date, addressee, sender, title.
    private static func headCount(_ text: LetterText, _ lines: [LetterLine]) -> Int {
        for (index, line) in lines.enumerated() where index > 0 {
            // 「※予定です。　　　令和8年4月7日」 still belongs to the head.
            let isRemark = line.bullet == .remark && index <= 2
            if line.bullet != nil && line.bullet != .head && !isRemark || line.label != nil { return index }
            if isRemark { continue }
            if text.has("記", at: line.content.lowerBound, before: line.content.upperBound), line.content.count <= 2 {
                return index
            }
            if text.contains(["。"], in: line.span) { return index }
            if line.isHeading, index > 2 { return index }
            if index >= 12 { return index }
        }
        return lines.count
    }

    /// A full date in the head that is not the event's: no weekday after 「日時」, or marked 発行.
    private static func isIssue(
        _ mention: DateMention, in line: LetterLine, text: LetterText, isHead: Bool, known: Bool?
    ) -> Bool {
        if let known { return known && (isHead || line.span.count < 60) }
        let after = mention.span.upperBound..<line.span.upperBound
        if text.contains(["発行", "配信", "配付", "配布"], in: after.lowerBound..<min(after.upperBound, after.lowerBound + 10))
        {
            return true
        }
        return isHead && line.label == nil
    }

    /// 第6学年 保護者様, ３年生 学年だより, 2年3組 保護者様.
    private static func audience(
        _ text: LetterText, _ lines: [LetterLine], head: Int, context: LetterContext
    ) -> AudienceMention {
        var result = AudienceMention(span: 0..<0)
        let scanner = AudienceScanner(text: text, grades: context.grades)
        let addresses: [Word] = [
            "だより", "通信", "保護者", "各位", "の皆", "様", "さま", "さん", "No", "№", "号", "学年", "担任", "のみなさん", "ほごしゃ", "おうちの", "ご家庭",
        ]
        let others: [Word] = ["を迎える", "を送る", "を除く", "への手紙"]
        for line in lines.prefix(head + 1)
        where (text.contains(addresses, in: line.span) || text.contains(["組"], in: line.span))
            && (!text.contains(["。"], in: line.span) || text.contains(["のご家庭へ", "の保護者の", "の皆さまへ"], in: line.span))
        {
            for mention in scanner.mentions(in: line.span) where !mention.grades.isEmpty {
                let end = mention.span.upperBound
                let isOther =
                    text.end(
                        of: others, at: text.skippingSpaces(end, before: line.span.upperBound),
                        before: line.span.upperBound) != nil
                let isTitle =
                    LetterTitle.isTitle(line.span, of: text) && !text.contains(["だより", "通信", "保護者"], in: line.span)
                let direct: [Word] = [
                    "のみなさん", "の保護者", "のおうち", "の皆", "保護者", "学年だより", "学年通信", "学級だより", "学級通信", "だより", "通信", "様", "のご家庭",
                    "各位", "部通信", "の家庭",
                ]
                let isDirect =
                    text.end(
                        of: direct, at: text.skippingSpaces(end, before: line.span.upperBound),
                        before: line.span.upperBound) != nil
                if isOther || isTitle && !isDirect && mention.classes.isEmpty || mention.isNew { continue }
                result.grades.formUnion(mention.grades)
                result.classes.formUnion(mention.classes)
            }
        }
        return result
    }
}
