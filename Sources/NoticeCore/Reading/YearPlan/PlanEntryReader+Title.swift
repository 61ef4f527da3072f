extension PlanEntryReader {
    /// What a time in front belongs to, when it is not the beginning of an event.
    private static let dismissals = ["下校", "登校", "解散", "集合", "終了", "放課", "まで", "に", "以降", "間", "限", "目"]
    private static let wholeDismissals: Set<String> = [
        "下校", "一斉下校", "集団下校", "全校下校", "給食後下校", "登校", "解散", "集合",
    ]

    /// 「9:00 始業式」, 「始業式 9:00～」, 「13:10下校」; but not 「研究授業 13:20下校」, which begins at some other hour.
    mutating func takeTime(of text: FoldedText) -> FoldedText {
        guard entry.start == nil, text.folded.contains(where: { ":時午".contains($0) }) else { return text }
        for length in (2...16).reversed() where length < text.count {
            if let span = JapaneseTime.span(text.prefix(length).key) {
                let rest = text.dropFirst(length).trimmed()
                let isDismissal = Self.dismissals.contains { rest.hasPrefix($0) }
                guard !isDismissal || Self.wholeDismissals.contains(rest.key), rest.folded.contains(where: \.isLetter)
                else { break }
                (entry.start, entry.end) = (span.start, span.end)
                return rest
            }
        }
        for length in (2...16).reversed() where length < text.count {
            if let span = JapaneseTime.span(text.suffix(length).key) {
                let rest = text.dropLast(length).trimmed()
                let isDismissal = Self.wholeDismissals.contains { rest.hasSuffix($0) }
                guard !isDismissal || Self.wholeDismissals.contains(rest.key), rest.folded.contains(where: \.isLetter),
                    rest.folded.last?.isNumber != true
                else { break }
                (entry.start, entry.end) = (span.start, span.end)
                return rest
            }
        }
        return text
    }

    /// 「作品展 ～8日」, 「夏季休業 7/21～8/31」, 「4/28～5/1 家庭訪問」.
    mutating func takeRange(of text: FoldedText) -> FoldedText {
        guard entry.lastDay == nil, text.folded.contains(where: { "~-からまで".contains($0) }) else { return text }
        for length in (3...18).reversed() where length < text.count {
            let rest = text.dropLast(length).trimmed()
            guard rest.folded.last?.isNumber != true, rest.folded.contains(where: \.isLetter),
                let last = DayPhrase.lastDay(text.suffix(length).key, from: day)
            else { continue }
            entry.lastDay = last
            return rest
        }
        for length in (3...18).reversed() where length < text.count {
            let rest = text.dropFirst(length).trimmed()
            guard rest.folded.contains(where: \.isLetter), rest.folded.first?.isNumber != true,
                let last = DayPhrase.lastDay(text.prefix(length).key, from: day)
            else { continue }
            entry.lastDay = last
            return rest
        }
        return text
    }

    /// 「運動会 中止」.
    mutating func takeStatus(of text: FoldedText) -> FoldedText {
        guard text.hasSuffix("中止"), text.count > 2 else { return text }
        entry.status = .cancelled
        return text.dropLast(2).trimmed()
    }

    /// 「6年修学旅行」, 「3年 スーパー見学」, 「歯科検診 1・2年」.
    mutating func takeAudience(of text: FoldedText) -> FoldedText {
        guard entry.audience == nil, mayNameAudience(text) else { return text }
        if let (audience, rest) = leadingAudience(of: text) {
            entry.audience = audience
            return rest
        }
        for length in (2...16).reversed() where length < text.count {
            let rest = text.dropLast(length)
            guard let audience = phrase(text.suffix(length)), let before = rest.folded.last,
                audience.namesGrades ? audience.namesUnit : before == " ",
                !before.isNumber, !"第周和成平令の~".contains(before), rest.folded.contains(where: \.isLetter)
            else { continue }
            let title = rest.trimmed(Self.isEdge)
            guard !Self.isGrade(title.suffix(2)) else { return text }
            entry.audience = audience
            return title
        }
        return text
    }

    /// 「1年」 that the phrase beside it does not reach: who is meant is not sure, so it is everybody.
    private static func isGrade(_ text: FoldedText) -> Bool {
        text.count == 2 && text.folded[0].isNumber && text.folded[1] == "年"
    }

    private static func isEdge(_ character: Character) -> Bool { " ・、:\n".contains(character) }

    /// Behind a grade these make it something else: 「1年生を迎える会」 is everybody's.
    private static let notAnAudience = [
        "を", "へ", "に", "と", "の", "が", "は", "も", "から", "以", "間", "目", "度", "次", "前", "後", "生", "計", "ぶ", "越", "賀", "末",
        "経", "年", "組", "歓迎", "お別れ", "送別", "迎え", "代表", "担任", "主任",
    ]

    func leadingAudience(of text: FoldedText) -> (audience: AudiencePhrase, rest: FoldedText)? {
        for length in (2...16).reversed() where length < text.count {
            let (head, rest) = (text.prefix(length), text.dropFirst(length))
            let title = rest.trimmed(Self.isEdge)
            guard let last = head.folded.last, !Self.isEdge(last), !"のと".contains(last), let audience = phrase(head),
                !Self.notAnAudience.contains(where: rest.hasPrefix), !Self.isGrade(title.prefix(2)),
                title.folded.contains(where: \.isLetter)
            else { continue }
            let isApart = rest.folded.first.map { " ・\n".contains($0) } ?? false
            let isSure = audience.namesUnit && audience.namesGrades && audience.groups.isEmpty || audience.isOutside
            guard isSure || isApart && !isWhole(audience) else { continue }
            return (audience, title)
        }
        return nil
    }

    /// Most titles have neither a number, a level nor a blank, and need no closer look.
    private func mayNameAudience(_ text: FoldedText) -> Bool {
        text.folded.contains { $0.isNumber || $0 == " " || "低中高上下前後".contains($0) }
    }

    /// 「全校 集会」: the title says it, and it changes nothing.
    private func isWhole(_ audience: AudiencePhrase) -> Bool { audience.grades == Set(school.grades) }
}
