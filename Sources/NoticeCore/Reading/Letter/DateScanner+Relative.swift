extension DateScanner {
    private struct Phrase {
        let word: Word
        let day: DateMention.Day

        /// 前日, 翌日: of what stands before it.
        var isCounted: Bool {
            if case .fromLast(let days) = day { return days != 0 }
            return false
        }
    }

    /// Days that are counted from another one. A new wording is one line here.
    private static let phrases: [Phrase] = [
        Phrase(word: "明後日", day: .fromIssue(days: 2)), Phrase(word: "あさって", day: .fromIssue(days: 2)),
        Phrase(word: "明日", day: .fromIssue(days: 1)), Phrase(word: "あした", day: .fromIssue(days: 1)),
        Phrase(word: "あす", day: .fromIssue(days: 1)), Phrase(word: "本日", day: .fromIssue(days: 0)),
        Phrase(word: "今日", day: .fromIssue(days: 0)), Phrase(word: "きょう", day: .fromIssue(days: 0)),
        Phrase(word: "その翌日", day: .fromLast(days: 1)), Phrase(word: "その次の日", day: .fromLast(days: 1)),
        Phrase(word: "その前日", day: .fromLast(days: -1)), Phrase(word: "その日", day: .fromLast(days: 0)),
        Phrase(word: "翌々日", day: .fromLast(days: 2)), Phrase(word: "翌日", day: .fromLast(days: 1)),
        Phrase(word: "次の日", day: .fromLast(days: 1)), Phrase(word: "前日", day: .fromLast(days: -1)),
        Phrase(word: "当日", day: .fromLast(days: 0)), Phrase(word: "この日", day: .fromLast(days: 0)),
        Phrase(word: "同日", day: .fromLast(days: 0)),
    ]

    /// Words that hold one of the phrases and mean something else.
    private static let others: [Word] = ["前日準備", "明日葉", "あすなろ", "あすか", "今日この頃", "本日休", "当日券", "前日祭", "あす・"]

    func relative(at place: Int, before limit: Int) -> DateMention? {
        if let week = week(at: place, before: limit) { return week }
        if let weekday = bareWeekday(at: place, before: limit) { return weekday }
        if let ordinal = ordinal(at: place, from: place, before: limit) {
            if place > 1, text.scalars[place - 1] == "・" || text.scalars[place - 1] == "、",
                text.contains(["第"], in: max(0, place - 3)..<place)
            {
                return nil
            }
            let isEvery = place > 0 && text.end(of: ["毎月", "毎月の"], at: max(0, place - 2), before: place) == place
            return isEvery ? nil : ordinal
        }
        if let beside = besideHoliday(at: place, before: limit) ?? daysBefore(at: place, before: limit) {
            return beside
        }
        if let day = dayOfNamed(at: place, before: limit) { return day }
        if let holidays = afterHolidays(at: place, before: limit) { return holidays }
        guard text.end(of: Self.others, at: place, before: limit) == nil else { return nil }
        for phrase in Self.phrases where text.has(phrase.word, at: place, before: limit) {
            let end = place + phrase.word.count
            // あす and きょう stand alone or before a particle; in the middle of kana they are part of another word (べんきょう).
            if isHiragana(text.scalars[place]), phrase.word.text.first != "そ", place > 0,
                isHiragana(text.scalars[place - 1])
            {
                return nil
            }
            if isHiragana(text.scalars[end - 1]), end < limit, isHiragana(text.scalars[end]),
                text.end(of: ["は", "の", "も", "から", "まで", "、"], at: end, before: limit) == nil
            {
                return nil
            }
            // 「前日の金曜日は」
            let named = text.end(of: ["の"], at: end, before: limit).flatMap { self.weekday(at: $0, before: limit) }
            let weekday = named?.value != nil ? named : self.weekday(at: end, before: limit)
            return DateMention(
                span: (phrase.isCounted ? nameStart(before: place) : place)..<(weekday?.end ?? end), day: phrase.day,
                weekday: weekday?.value,
                isHoliday: weekday?.isHoliday ?? false)
        }
        return nil
    }

    /// 敬老の日の翌日.
    private func besideHoliday(at place: Int, before limit: Int) -> DateMention? {
        let names: [Word] = [
            "敬老の日", "秋分の日", "春分の日", "文化の日", "勤労感謝の日", "海の日", "山の日", "スポーツの日", "成人の日", "建国記念の日", "天皇誕生日", "昭和の日",
            "こどもの日", "憲法記念日", "みどりの日",
        ]
        for name in names where text.has(name, at: place, before: limit) {
            let end = place + name.count
            if let close = text.end(of: ["の翌日"], at: end, before: limit) {
                return DateMention(span: place..<close, day: .besideHoliday(name.text, days: 1))
            }
            if let close = text.end(of: ["の前日"], at: end, before: limit) {
                return DateMention(span: place..<close, day: .besideHoliday(name.text, days: -1))
            }
        }
        return nil
    }

    /// 「始業式の日に出してください」, 「始業式の日」 at a line's end: the day of what stands before it.
    private func dayOfNamed(at place: Int, before limit: Int) -> DateMention? {
        guard place > 0, let end = text.end(of: ["の日"], at: place, before: limit),
            "式会習足泊".unicodeScalars.contains(text.scalars[place - 1]),
            end == limit || text.end(of: ["に", "まで", "の朝", ")", "\n", "  "], at: end, before: limit) != nil
        else { return nil }
        return DateMention(span: nameStart(of: place)..<end, day: .fromLast(days: 0), isOfNamed: true)
    }

    /// 「終業式の2日前」
    private func daysBefore(at place: Int, before limit: Int) -> DateMention? {
        guard place > 0, text.scalars[place - 1] == "の", let number = text.number(at: place, before: limit, digits: 1),
            let end = text.end(of: ["日前"], at: number.end, before: limit)
        else { return nil }
        return DateMention(span: nameStart(before: place)..<end, day: .fromLast(days: -number.value))
    }

    /// 連休明けの火曜日, 連休明け最初の登校日.
    private func afterHolidays(at place: Int, before limit: Int) -> DateMention? {
        guard let end = text.end(of: ["連休明け", "連休あけ"], at: place, before: limit) else { return nil }
        let next = text.end(of: ["の", "、"], at: end, before: limit) ?? end
        if let weekday = weekday(at: next, before: limit), weekday.value != nil {
            return DateMention(span: place..<weekday.end, day: .afterHolidays(weekday: weekday.value))
        }
        let day = text.end(of: ["最初の登校日", "の登校日", "の最初の登校日", "初日"], at: end, before: limit) ?? end
        return DateMention(span: place..<day, day: .afterHolidays(weekday: nil))
    }

    /// 来週の金曜日, 今週土曜, 再来週月曜日, 翌週の水曜.
    private func week(at place: Int, before limit: Int) -> DateMention? {
        let weeks: [(Word, Int)] = [("再来週", 2), ("来週", 1), ("翌週", 1), ("今週", 0), ("次の", 1), ("今度の", 0), ("週明け", 1)]
        for (word, count) in weeks where text.has(word, at: place, before: limit) {
            let end = place + word.count
            let next = text.end(of: ["の", "、"], at: end, before: limit) ?? end
            if let weekday = weekday(at: next, before: limit), let value = weekday.value {
                return DateMention(span: place..<weekday.end, day: .week(count, weekday: value))
            }
        }
        return nil
    }

    /// 「火曜日19:00からの」; 毎週火曜日 and 火・木曜日 are no single day.
    private func bareWeekday(at place: Int, before limit: Int) -> DateMention? {
        guard readsWeekdays, "月火水木金土日".unicodeScalars.contains(text.scalars[place]),
            place == 0 || " \n、。(".unicodeScalars.contains(text.scalars[place - 1]) || isBullet(place - 1),
            let weekday = weekday(at: place, before: limit), let value = weekday.value
        else { return nil }
        return DateMention(span: place..<weekday.end, day: .weekday(value))
    }

    private func isBullet(_ place: Int) -> Bool {
        "・●○■".unicodeScalars.contains(text.scalars[place])
            && (place == 0 || LetterText.isSpace(text.scalars[place - 1]))
    }

    /// Where 「終業式の」 before a counted day begins; the name is no title of what happens then.
    private func nameStart(before place: Int) -> Int {
        guard place > 1, text.scalars[place - 1] == "の", isNamePart(text.scalars[place - 2]) else { return place }
        return nameStart(of: place - 1)
    }

    private func nameStart(of place: Int) -> Int {
        var start = place
        while start > 0, place - start < 8, isNamePart(text.scalars[start - 1]) { start -= 1 }
        return start
    }

    private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "日"
            && ((0x4E00...0x9FFF).contains(scalar.value) || (0x30A1...0x30FE).contains(scalar.value)
                || LetterText.digit(scalar) != nil)
    }

    /// 「再来週の火曜日から金曜日まで」, 「来週の金曜日・土曜日」: the second day is of the same week.
    func weekTail(of mention: DateMention, before limit: Int) -> [DateMention] {
        guard case .week(let count, _) = mention.day,
            let mark = text.end(of: ["から", "~", "-", "・", "、", "と"], at: mention.span.upperBound, before: limit),
            let weekday = weekday(at: mark, before: limit), let value = weekday.value,
            !text.has("(", at: mark, before: limit)
        else { return [] }
        return [DateMention(span: mark..<weekday.end, day: .week(count, weekday: value))]
    }

    private func isHiragana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x309F).contains(scalar.value) }
}
