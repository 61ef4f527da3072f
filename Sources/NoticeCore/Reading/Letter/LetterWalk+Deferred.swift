/// A sentence whose day is counted from something that the letter names later.
struct DeferredSentence {
    let sentence: LetterText.Span
    let line: LetterLine
    let scope: Int
    let outer: Int
}

extension LetterWalk {
    private static let countedDays: [Word] = ["の前日", "の翌日", "日前", "の日に", "の日まで", "の日の朝"]

    /// 「学年保護者会を、終業式の2日前に開きます」 above 「来週の金曜日が終業式です」.
    mutating func defers(_ sentence: LetterText.Span, of line: LetterLine) -> Bool {
        guard let word = text.first(of: Self.countedDays, in: sentence),
            text.scalars[max(0, word.lowerBound - 1)] != "そ", dayNamed(in: sentence) == nil,
            case let dates = DateScanner(text: text).dates(in: sentence), dates.count == 1,
            case .fromLast(let days) = dates[0].day,
            days != 0 || dates[0].isOfNamed
        else { return false }
        deferred.append(DeferredSentence(sentence: sentence, line: line, scope: scope, outer: outer))
        return true
    }

    /// The day of what stands before 「の前日」: 「運動会のテント張りは、前日の午後三時に」 names it further off.
    func dayNamed(in sentence: LetterText.Span) -> SchoolDay? {
        let words: [Word] = ["前日", "翌日", "当日", "日前", "の日に", "の日まで", "の日の朝", "の日"]
        guard let word = text.first(of: words, in: sentence) else { return nil }
        let isOfNamed = text.has("の日", at: word.lowerBound, before: word.upperBound)
        let lead = text.string(sentence.lowerBound..<word.lowerBound + (isOfNamed ? 1 : 0))
        // 「中間テスト最終日の翌日」
        if let whole = drafts.last(where: {
            $0.kind != .deadline && $0.title.count >= 3 && lead.hasSuffix($0.title + "最終日の")
        }) {
            return whole.last
        }
        func ends(with title: String) -> Bool {
            title.count >= 2
                && (lead.hasSuffix(title + "の")
                    || lead.last?.isNumber == true && lead.dropLast().hasSuffix(title + "の"))
        }
        let days = drafts.filter { $0.kind != .deadline && $0.title.count >= 2 }
        return
            (days.last { ends(with: $0.title) }
            ?? days.last { ends(with: String($0.title.suffix(3))) || ends(with: String($0.title.suffix(2))) }
            ?? days.last { $0.title.count >= 3 && lead.contains($0.title.suffix(3)) })?.first
    }

    mutating func readDeferred() {
        let (scope, outer) = (scope, outer)
        for each in deferred {
            (self.scope, self.outer) = (each.scope, each.outer)
            itemStart = drafts.count
            parent = nil
            guard dayNamed(in: each.sentence) != nil else { continue }
            var reader = SentenceReader(walk: self, line: each.line, sentence: each.sentence)
            reader.read()
            take(reader)
        }
        (self.scope, self.outer) = (scope, outer)
    }
}
