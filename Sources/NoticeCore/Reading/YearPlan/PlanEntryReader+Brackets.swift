extension PlanEntryReader {
    private static let brackets: [Character: Character] = ["(": ")", "[": "]", "【": "】", "〔": "〕", "<": ">"]

    /// Takes out every bracket whose whole content is understood; the others stay in the title.
    mutating func takeBrackets(of text: FoldedText) -> FoldedText {
        var rest = text
        var index = 0
        while index < rest.count {
            guard let end = Self.end(ofBracketAt: index, in: rest), end > index + 1 else {
                index += 1
                continue
            }
            let content = rest[index + 1..<end].trimmed()
            if content.isEmpty || understand(content) || understandParts(of: content) {
                rest = join(rest.prefix(index), rest.dropFirst(end + 1))
            } else {
                index = end + 1
            }
        }
        return rest.trimmed()
    }

    /// Where a bracket closes; one of its kind may stand within it: 「(～4日(金))」.
    private static func end(ofBracketAt index: Int, in text: FoldedText) -> Int? {
        let opening = text.folded[index]
        guard let closing = brackets[opening] else { return nil }
        var depth = 0
        for place in index..<text.count {
            if text.folded[place] == opening { depth += 1 }
            if text.folded[place] == closing { depth -= 1 }
            if depth == 0 { return place }
        }
        return nil
    }

    private func join(_ left: FoldedText, _ right: FoldedText) -> FoldedText {
        let (left, right) = (left.trimmed(), right.trimmed())
        return left.isEmpty ? right : right.isEmpty ? left : left + FoldedText(" ") + right
    }

    /// 「(6年 9:00～)」, 「(3年、13:30～)」: each part by itself, or none.
    private mutating func understandParts(of content: FoldedText) -> Bool {
        let parts = content.split { $0 == " " || $0 == "、" || $0 == "," || $0 == "\n" }
        guard parts.count > 1 else { return false }
        var ahead = self
        for part in parts { guard ahead.understand(part) else { return false } }
        self = ahead
        return true
    }

    private mutating func understand(_ content: FoldedText) -> Bool {
        if understandStatus(content) || understandDays(content) { return true }
        if let span = JapaneseTime.span(content.key), entry.start == nil {
            (entry.start, entry.end) = (span.start, span.end)
            return true
        }
        if let audience = phrase(content), entry.audience == nil {
            entry.audience = audience
            return true
        }
        return understandClosure(content)
    }

    private mutating func understandStatus(_ content: FoldedText) -> Bool {
        switch content.key {
        case "予定", "案", "仮", "未定", "仮予定": entry.status = .tentative
        case "中止": entry.status = .cancelled
        case "祝", "祝日", "休": break
        default: return false
        }
        return true
    }

    private mutating func understandDays(_ content: FoldedText) -> Bool {
        if let last = DayPhrase.lastDay(content.key, from: day) {
            entry.lastDay = last
            return true
        }
        if let dates = DayPhrase.rainDates(content.key, after: entry.lastDay ?? day) {
            entry.rainDates += dates
            return true
        }
        guard let subject = RainDateWords.subject(of: content), subject.isEmpty else { return false }
        entry.isRainDate = true
        return true
    }

    /// 「1～4年休業」 in a bracket.
    private mutating func understandClosure(_ content: FoldedText) -> Bool {
        guard let (audience, rest) = leadingAudience(of: content), EventWords.isClosure(rest.key), closedFor == nil
        else { return false }
        closedFor = audience
        closureTitle = rest.text
        return true
    }
}
