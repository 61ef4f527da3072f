/// The days that one place of a sentence names together: a day, a range, or a list.
struct DatePhrase {
    struct Days: Equatable {
        let first: SchoolDay
        let last: SchoolDay
        var isApproximate = false
        var mismatch: WeekdayMismatch?
    }

    var span: LetterText.Span
    var days: [Days]
    /// 「9/11から9/16に延ばします」: the day that no longer holds.
    var superseded: SchoolDay?
    /// ～30(日): it only ends here.
    var isOnlyEnd = false
    /// 22(水)～: it begins here and runs on.
    var runsOn = false
    /// Clock times between the days: 12日 9:00～13日 15:00.
    var innerTimes: [TimeMention] = []
    var isRelative = false
    /// 当日, 前日, 翌日: counted from the day that was spoken of last.
    var isFromLast = false
    /// Every number is bare (15日), no month and no weekday vouches for it.
    var isBare = false

    var isRange: Bool { days.count == 1 && days[0].last > days[0].first && !days[0].isApproximate }
}

/// Finds the date phrases of a sentence and puts them on the calendar.
struct DatePhraseFinder {
    let text: LetterText
    let facts: LetterFacts
    private static let rangeMarks: [Word] = ["~", "-", "から", "より", "→", "⇒"]
    private static let listMarks: [Word] = ["・", "、", ",", "と", "及び", "および", "/", "並びに", "または", "もしくは", "&", "+"]

    private struct Link {
        let isRange: Bool
        let times: [TimeMention]
        /// 9日 → 24日
        var isArrow = false
    }

    func phrases(in span: LetterText.Span, resolver: inout DateResolver) -> [DatePhrase] {
        var phrases: [DatePhrase] = []
        var previous: ResolvedDate?
        let scanner = DateScanner(text: text, readsWeekdays: resolver.weeksAhead != nil)
        for mention in scanner.dates(in: span) where isMeant(mention, in: span) {
            let link = previous.flatMap {
                self.link(from: $0.mention.span.upperBound, to: mention.span.lowerBound, in: span)
            }
            let isOnlyEnd =
                link == nil && text.end(of: ["~"], at: mention.span.lowerBound - 1, before: span.upperBound) != nil
                && mention.span.lowerBound > span.lowerBound
            guard let date = resolver.resolve(mention, isLinked: link != nil || isOnlyEnd) else { continue }
            if let link, var last = phrases.popLast() {
                join(date, to: &last, link: link, in: span)
                phrases.append(last)
            } else if let last = phrases.last, isApposition(last, mention) {
                phrases[phrases.count - 1].span = last.span.lowerBound..<mention.span.upperBound
                phrases[phrases.count - 1].days = [days(date)]
                phrases[phrases.count - 1].isRelative = false
            } else {
                phrases.append(phrase(date, isOnlyEnd: isOnlyEnd))
            }
            previous = date
        }
        for index in phrases.indices { finish(&phrases[index], in: span) }
        return merged(phrases, in: span)
    }

    private func phrase(_ date: ResolvedDate, isOnlyEnd: Bool) -> DatePhrase {
        var phrase = DatePhrase(span: date.mention.span, days: [days(date)])
        phrase.isOnlyEnd = isOnlyEnd
        switch date.mention.day {
        case .fromIssue, .afterHolidays: phrase.isRelative = true
        case .fromLast where date.mention.isOfNamed: break
        case .fromLast: (phrase.isRelative, phrase.isFromLast) = (true, true)
        case .number: phrase.isBare = date.mention.month == nil && date.mention.weekday == nil
        default: break
        }
        return phrase
    }

    private func days(_ date: ResolvedDate) -> DatePhrase.Days {
        DatePhrase.Days(
            first: date.first, last: date.last, isApproximate: date.isApproximate, mismatch: date.mismatch)
    }

    /// 「明日1月23日(金)」 and 「本日6月2日」 say one day twice.
    private func isApposition(_ last: DatePhrase, _ mention: DateMention) -> Bool {
        guard last.isRelative, mention.month != nil || mention.weekday != nil else { return false }
        let between = text.string(last.span.upperBound..<mention.span.lowerBound).trimmed
        return ["", "、", "(", "の", ","].contains(between)
    }

    // MARK: - Joining

    private func link(from end: Int, to start: Int, in span: LetterText.Span) -> Link? {
        // Two days as heads of two columns, and nothing else on the line.
        if text.trimmed(end..<start).isEmpty, start - end >= 2, isOnlyDays(span) {
            return Link(isRange: false, times: [])
        }

        guard start >= end, start - end <= 24 else { return nil }
        let between = end..<start
        let times = TimeScanner(text: text).times(in: between)
        var rest = text.string(between)
        for time in times {
            rest = rest.replacing(text.string(time.span), with: time.isRange && time.end == nil ? "~" : "")
        }
        rest = rest.trimmed
        if rest.hasPrefix("(") || rest.hasPrefix(")") { rest = String(rest.dropFirst()).trimmed }
        if times.isEmpty, rest.isEmpty { return nil }
        if Self.rangeMarks.contains(where: { $0.text == rest }) {
            return Link(isRange: true, times: times, isArrow: rest == "→" || rest == "⇒")
        }
        guard times.isEmpty, Self.listMarks.contains(where: { $0.text == rest }) else { return nil }
        return Link(isRange: false, times: [])
    }

    private func isOnlyDays(_ span: LetterText.Span) -> Bool {
        var rest = span.lowerBound
        for mention in DateScanner(text: text).dates(in: span) {
            guard text.trimmed(rest..<mention.span.lowerBound).isEmpty else { return false }
            rest = mention.span.upperBound
        }
        return text.trimmed(rest..<span.upperBound).isEmpty
    }

    private func join(_ date: ResolvedDate, to phrase: inout DatePhrase, link: Link, in span: LetterText.Span) {
        phrase.span = phrase.span.lowerBound..<date.mention.span.upperBound
        phrase.innerTimes += link.times
        phrase.isBare = false
        guard link.isRange, let last = phrase.days.last else {
            phrase.days.append(days(date))
            return
        }
        if link.isArrow, facts.isAboutChanges {
            phrase.superseded = last.first
            phrase.days = [days(date)]
            return
        }
        if movesTo(after: date.mention.span.upperBound, before: span.upperBound) {
            phrase.superseded = last.first
            phrase.days = [days(date)]
            return
        }
        guard date.last >= last.first else {
            phrase.days.append(days(date))
            return
        }
        phrase.days[phrase.days.count - 1] = DatePhrase.Days(
            first: last.first, last: date.last, mismatch: last.mismatch ?? date.mismatch)
    }

    /// 「…から9月16日(水)に変更」
    private func movesTo(after place: Int, before limit: Int) -> Bool {
        let rest = place..<min(limit, place + 30)
        guard let particle = text.first(of: ["に", "へ", "まで"], in: rest) else { return false }
        guard particle.lowerBound - place <= 16 else { return false }
        let verbs = particle.upperBound..<min(limit, particle.upperBound + 8)
        return text.contains(["延", "変更", "変え", "変わ", "繰り", "移", "改め", "ずら", "順延"], in: verbs)
    }

    private func finish(_ phrase: inout DatePhrase, in span: LetterText.Span) {
        let end = phrase.span.upperBound
        if let mark = text.end(of: ["~"], at: end, before: span.upperBound) {
            phrase.runsOn = TimeScanner(text: text).mention(at: end, before: span.upperBound) == nil
            if phrase.runsOn { phrase.span = phrase.span.lowerBound..<mark }
        } else if text.end(of: ["から", "より", "以降"], at: end, before: span.upperBound) != nil {
            phrase.runsOn = true
        }
        if phrase.isOnlyEnd { phrase.span = phrase.span.lowerBound - 1..<phrase.span.upperBound }
        // 15日・16日 is one range; 19日・22日 are two days.
        var joined: [DatePhrase.Days] = []
        for days in phrase.days {
            if let last = joined.last, days.first == last.last.adding(days: 1), !last.isApproximate, !days.isApproximate
            {
                joined[joined.count - 1] = DatePhrase.Days(
                    first: last.first, last: days.last, mismatch: last.mismatch ?? days.mismatch)
            } else {
                joined.append(days)
            }
        }
        phrase.days = joined
    }

    /// 「7(水) 家庭訪問（～9日）」: the end in brackets belongs to the day before it.
    private func merged(_ phrases: [DatePhrase], in span: LetterText.Span) -> [DatePhrase] {
        var result: [DatePhrase] = []
        for phrase in phrases {
            if phrase.isOnlyEnd || isBracketedEnd(phrase, in: span), let last = result.last, last.days.count == 1,
                let begin = last.days.first,
                let end = phrase.days.first,
                end.last > begin.first,
                text.scalars[phrase.span.lowerBound - 1] == "(" || isBracketedEnd(phrase, in: span) || last.runsOn
                    || endsWithDetails(phrase, in: span)
            {
                result[result.count - 1].days = [
                    DatePhrase.Days(first: begin.first, last: end.last, mismatch: begin.mismatch)
                ]
                result[result.count - 1].runsOn = false
            } else {
                result.append(phrase)
            }
        }
        return result
    }

    /// 「4(木)  私立高校入試（5日まで）」
    private func isBracketedEnd(_ phrase: DatePhrase, in span: LetterText.Span) -> Bool {
        phrase.isBare && phrase.span.lowerBound > span.lowerBound && text.scalars[phrase.span.lowerBound - 1] == "("
            && text.has("まで)", at: phrase.span.upperBound, before: span.upperBound)
    }

    /// 「夏休み作品展  ～9日（火）  会場：多目的室」: nothing but details stands behind the end.
    private func endsWithDetails(_ phrase: DatePhrase, in span: LetterText.Span) -> Bool {
        let rest = text.trimmed(phrase.span.upperBound..<span.upperBound)
        return rest.isEmpty
            || text.end(of: ["会場", "場所", "※", "(", "持ち物", "時間"], at: rest.lowerBound, before: rest.upperBound) != nil
    }

    // MARK: - What is meant as a day

    private func isMeant(_ mention: DateMention, in span: LetterText.Span) -> Bool {
        if facts.issuedSpans.contains(where: { $0.overlaps(mention.span) }) { return false }
        let after = mention.span.upperBound
        if text.end(of: ["付", "現在", "生まれ", "号", "版", "発表の"], at: after, before: span.upperBound) != nil {
            return false
        }
        let lead = max(span.lowerBound, mention.span.lowerBound - 4)..<mention.span.lowerBound
        if text.contains(["昨年", "去年", "前年", "先月", "一昨年"], in: lead) { return false }
        guard mention.isWeak else { return true }
        if mention.span.lowerBound > span.lowerBound {
            let before = text.trimmed(span.lowerBound..<mention.span.lowerBound).last.map { text.scalars[$0] } ?? " "
            if ["の", "約", "が", "は", "ち"].contains(before),
                !text.contains(["まで", "〆", "締"], in: after..<min(span.upperBound, after + 6))
            {
                return false
            }
        }
        return true
    }
}
