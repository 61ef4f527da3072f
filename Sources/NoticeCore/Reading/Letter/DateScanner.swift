/// Finds days as schools write them (REAL_INPUT, section 2), each with what is written of it and nothing guessed.
struct DateScanner {
    let text: LetterText
    /// Whether a bare 火曜日 is a day: under a heading that names the week.
    var readsWeekdays = false

    /// All days in a span, in order, none inside another.
    func dates(in span: LetterText.Span) -> [DateMention] {
        text.all(in: span) { place in
            mentions(at: place, before: span.upperBound).flatMap { found in
                found.last.map { (found, $0.span.upperBound) }
            }
        }.flatMap { $0 }
    }

    /// The characters with which a day can begin; most characters of a letter are none of them.
    private static let beginnings = Set(
        "0123456789〇零一二三四五六七八九十元令平昭大明RrHS今来再翌上中下初月最第本明あき次前当こそ同週連敬秋春文勤海山ス成建天憲みの月火水木金土".unicodeScalars)

    /// One day, or the two of a short range such as 5/7～9 or 24～26日.
    private func mentions(at place: Int, before limit: Int) -> [DateMention]? {
        guard Self.beginnings.contains(text.scalars[place]) else { return nil }
        if let relative = relative(at: place, before: limit) {
            return [relative] + weekTail(of: relative, before: limit)
        }
        guard !text.followsDigit(place), !isInsideWord(place) else { return nil }
        if let short = shortRange(at: place, before: limit) { return short }
        guard let date = date(at: place, before: limit) else { return nil }
        if case .number = date.day, let tail = bareTail(of: date, before: limit) { return [date] + tail }
        return [date]
    }

    /// 毎月19日 and 第2日 are no days of their own; a number after a letter is a room or a form.
    private func isInsideWord(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = text.scalars[place - 1]
        if before == "毎" || before == "第" || before == "約" || before == "全" || before == "泊" { return true }
        if place >= 2, text.has("毎月", at: place - 2, before: place) { return true }
        if place >= 3, text.has("毎月 ", at: place - 3, before: place) { return true }
        if place >= 2, text.has("No", at: place - 2, before: place) { return true }
        return before.value < 0x80 && before.properties.isAlphabetic
    }

    private func date(at place: Int, before limit: Int) -> DateMention? {
        if let (year, end) = year(at: place, before: limit) {
            return monthAndDay(at: text.skippingSpaces(end, before: limit), from: place, year: year, before: limit)
        }
        if let ahead = text.end(of: ["今月", "来月", "再来月", "翌月"], at: place, before: limit) {
            let count = text.has("今", at: place, before: limit) ? 0 : text.has("再", at: place, before: limit) ? 2 : 1
            let next = text.end(of: ["の"], at: ahead, before: limit) ?? ahead
            guard
                var date = dayOnly(at: next, from: place, before: limit) ?? third(at: next, from: place, before: limit)
                    ?? ordinal(at: next, from: place, before: limit)
            else { return nil }
            date.monthsAhead = count
            return date
        }
        // 「翌18日(金)」
        if let next = text.end(of: ["翌"], at: place, before: limit) {
            return dayOnly(at: next, from: place, before: limit)
        }
        return monthAndDay(at: place, from: place, year: nil, before: limit)
            ?? dayOnly(at: place, from: place, before: limit)
            ?? third(at: place, from: place, before: limit)
    }

    /// 令和7年, R7., 2026年, 2026/, 2026ねん. 令和7年度 is no date's year.
    private func year(at place: Int, before limit: Int) -> (Int, Int)? {
        var start = place
        var base = 0
        if let end = text.end(of: ["令和", "R", "r"], at: place, before: limit) {
            (start, base) = (end, 2018)
        } else if let end = text.end(of: ["平成", "H"], at: place, before: limit) {
            (start, base) = (end, 1988)
        } else if let end = text.end(of: ["昭和", "S"], at: place, before: limit) {
            (start, base) = (end, 1925)
        } else if let end = text.end(of: ["大正"], at: place, before: limit) {
            (start, base) = (end, 1911)
        } else if let end = text.end(of: ["明治"], at: place, before: limit) {
            (start, base) = (end, 1867)
        }
        start = text.skippingSpaces(start, before: limit)
        guard let number = text.number(at: start, before: limit, digits: base == 0 ? 4 : 2),
            base > 0 || number.end - start == 4 && !number.isKanji
        else { return nil }
        let mark = text.skippingSpaces(number.end, before: limit)
        guard let end = text.end(of: ["年(ねん)", "年", "ねん", ".", "/", "-"], at: mark, before: limit),
            text.end(of: ["度"], at: end, before: limit) == nil
        else { return nil }
        return (base + number.value, end)
    }

    /// 5月24日(土), 5月下旬, 5がつ 24にち, 5/24, 5.24土.
    private func monthAndDay(at place: Int, from start: Int, year: Int?, before limit: Int) -> DateMention? {
        guard let month = text.number(at: place, before: limit), (1...12).contains(month.value) else { return nil }
        let mark = text.skippingSpaces(month.end, before: limit)
        if let end = text.end(of: ["月(がつ)", "月", "がつ"], at: mark, before: limit) {
            let next = text.skippingSpaces(text.end(of: ["の"], at: end, before: limit) ?? end, before: limit)
            if let part = third(at: next, from: start, before: limit) ?? ordinal(at: next, from: start, before: limit) {
                return with(part, year: year, month: month.value)
            }
            guard let day = text.number(at: text.skippingSpaces(end, before: limit), before: limit),
                (1...31).contains(day.value), let dayEnd = endOfDay(after: day, before: limit)
            else { return nil }
            return finished(day.value, from: start, at: dayEnd, year: year, month: month.value, before: limit)
        }
        guard !month.isKanji, let end = text.end(of: ["/", ".", "-"], at: month.end, before: limit),
            let day = text.number(
                at: text.scalars[end - 1] == "/" ? text.skippingSpaces(end, before: limit) : end, before: limit),
            (1...31).contains(day.value), !day.isKanji
        else { return nil }
        return slashed(
            month: month.value, day: day, from: start, year: year, mark: text.scalars[month.end], before: limit)
    }

    /// The end of the day's number with its 日; a bare number is a day only before a weekday or at a word's end.
    private func endOfDay(after day: LetterText.Number, before limit: Int) -> Int? {
        let mark = text.skippingSpaces(day.end, before: limit)
        let endings: [Word] = ["日(にち)", "日(か)", "日", "にち", "か("]
        if let end = text.end(of: endings, at: mark, before: limit) {
            guard text.end(of: ["間", "程度", "以内"], at: end, before: limit) == nil else { return nil }
            return text.scalars[end - 1] == "(" ? end - 1 : end
        }
        return weekday(at: day.end, before: limit) != nil ? day.end : nil
    }

    private func slashed(
        month: Int, day: LetterText.Number, from start: Int, year: Int?, mark: Unicode.Scalar, before limit: Int
    ) -> DateMention? {
        let isFollowedByNumber =
            day.end < limit
            && (text.scalars[day.end] == ":" || text.scalars[day.end] == "/" || text.scalars[day.end] == "."
                || text.scalars[day.end] == "%")
        guard !isFollowedByNumber else { return nil }
        let end = text.end(of: ["日"], at: day.end, before: limit) ?? day.end
        var date = finished(day.value, from: start, at: end, year: year, month: month, before: limit)
        if date.weekday == nil, year == nil {
            let isDottedRange =
                mark == "."
                && text.end(of: ["-", "~"], at: end, before: limit).flatMap { text.number(at: $0, before: limit) }
                    != nil
            guard mark == "/" || isDottedRange else { return nil }
            let fractions: [Word] = ["の", "成人", "以", "程", "ページ", "組", "サイズ", "倍", "量", "カット", "に減", "が", "で", "を占"]
            guard text.end(of: fractions, at: day.end, before: limit) == nil else { return nil }
            date.isWeak = true
        }
        return date
    }

    private func finished(
        _ day: Int, from start: Int, at end: Int, year: Int? = nil, month: Int? = nil, before limit: Int
    ) -> DateMention {
        let weekday = weekday(at: end, before: limit) ?? bareName(at: end, before: limit)
        return DateMention(
            span: start..<(weekday?.end ?? end), year: year, month: month, day: .number(day), weekday: weekday?.value,
            isHoliday: weekday?.isHoliday ?? false)
    }

    private func with(_ date: DateMention, year: Int?, month: Int) -> DateMention {
        var date = date
        date.year = year
        date.month = month
        return date
    }
}
