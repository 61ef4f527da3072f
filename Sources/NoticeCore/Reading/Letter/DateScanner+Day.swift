extension DateScanner {
    struct WrittenWeekday: Equatable {
        /// 1 is Monday; `nil` for 「(祝)」 alone.
        let value: Int?
        let end: Int
        let isHoliday: Bool
    }

    private static let names: [Unicode.Scalar] = ["月", "火", "水", "木", "金", "土", "日"]
    private static let kana: [Word] = ["げつ", "か", "すい", "もく", "きん", "ど", "にち"]

    /// 「(土)」, 「（土・祝）」, 「土曜日」, 「(どようび)」 after a day, a blank before it allowed.
    func weekday(at place: Int, before limit: Int) -> WrittenWeekday? {
        let place = text.skippingSpaces(place, before: limit)
        guard place < limit else { return nil }
        if let inside = text.end(of: ["(", "[", "〔", "<", "《", "【"], at: place, before: limit) {
            return bracketed(at: inside, before: limit)
        }
        guard let (value, end) = name(at: place, before: limit) else { return nil }
        if let full = text.end(of: ["曜日", "曜", "ようび"], at: end, before: limit) {
            return WrittenWeekday(value: value, end: full, isHoliday: false)
        }
        return nil
    }

    private func bracketed(at place: Int, before limit: Int) -> WrittenWeekday? {
        var place = text.skippingSpaces(place, before: limit)
        var value: Int?
        var isHoliday = false
        for _ in 0..<3 {
            if let end = text.end(of: ["祝日", "祝", "休日", "休", "振休", "振"], at: place, before: limit) {
                isHoliday = true
                place = end
            } else if value == nil, let (read, end) = name(at: place, before: limit) {
                value = read
                place = text.end(of: ["曜日", "曜", "ようび"], at: end, before: limit) ?? end
            } else {
                break
            }
            place = text.end(of: ["・", "/", ",", "、", ".", " "], at: place, before: limit) ?? place
        }
        guard value != nil || isHoliday,
            let end = text.end(
                of: [")", "]", "〕", ">", "》", "】"], at: text.skippingSpaces(place, before: limit), before: limit)
        else { return nil }
        return WrittenWeekday(value: value, end: end, isHoliday: isHoliday)
    }

    /// 5.24土, 8火～: the weekday alone, before a gap or a mark.
    func bareName(at place: Int, before limit: Int) -> WrittenWeekday? {
        guard place < limit, let (value, end) = name(at: place, before: limit), end == place + 1 else { return nil }
        guard
            end == limit || " ~-・)、|\n".unicodeScalars.contains(text.scalars[end])
                || text.end(of: ["まで", "〆", "締", "に", "は", "の", "放課後"], at: end, before: limit) != nil
        else { return nil }
        return WrittenWeekday(value: value, end: end, isHoliday: false)
    }

    private func name(at place: Int, before limit: Int) -> (Int, Int)? {
        guard place < limit else { return nil }
        if let index = Self.names.firstIndex(of: text.scalars[place]) { return (index + 1, place + 1) }
        for (index, word) in Self.kana.enumerated() where text.has(word, at: place, before: limit) {
            let end = place + word.count
            if text.has("ようび", at: end, before: limit) { return (index + 1, end) }
        }
        return nil
    }

    /// 24日(土), 24(土), 24日; the month stands elsewhere.
    func dayOnly(at place: Int, from start: Int, before limit: Int) -> DateMention? {
        guard let day = text.number(at: place, before: limit), (1...31).contains(day.value) else { return nil }
        let mark = day.isKanji ? day.end : text.skippingSpaces(day.end, before: limit)
        if let end = text.end(of: ["日", "にち"], at: mark, before: limit) {
            guard !isAmount(after: end, before: limit) else { return nil }
            let weekday = weekday(at: end, before: limit)
            guard !day.isKanji || weekday != nil || day.value > 10 else { return nil }
            guard mark == day.end || weekday != nil else { return nil }
            return DateMention(
                span: start..<(weekday?.end ?? end), day: .number(day.value), weekday: weekday?.value,
                isHoliday: weekday?.isHoliday ?? false)
        }
        guard !day.isKanji else { return nil }
        if let weekday = weekday(at: day.end, before: limit), weekday.value != nil {
            return DateMention(
                span: start..<weekday.end, day: .number(day.value), weekday: weekday.value, isHoliday: weekday.isHoliday
            )
        }
        return bareWeekday(after: day, from: start, before: limit)
    }

    /// 「24 土 運動会」 in a table.
    private func bareWeekday(after day: LetterText.Number, from start: Int, before limit: Int) -> DateMention? {
        let place = text.skippingSpaces(day.end, before: limit)
        // 「5月 」 is a month.
        if place == day.end, day.value <= 12, text.has("月", at: place, before: limit) { return nil }
        if text.has("月", at: place, before: limit), start > 0, text.scalars[start - 1] != "\n",
            text.scalars[start - 1] != " "
        {
            return nil
        }
        let bar = text.end(of: ["|"], at: place, before: limit).map { text.skippingSpaces($0, before: limit) } ?? place
        guard let (value, end) = name(at: bar, before: limit),
            end == limit || isGap(text.scalars[end]) || "~-・".unicodeScalars.contains(text.scalars[end])
        else { return nil }
        return DateMention(span: start..<end, day: .number(day.value), weekday: value)
    }

    private func isGap(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "|" || scalar == "\n" }

    /// 3日間, 5日以内, 10日前, 1日3回: amounts, not days.
    private func isAmount(after place: Int, before limit: Int) -> Bool {
        let amounts: [Word] = [
            "間", "以内", "以上", "以下", "目", "前", "後", "程度", "分", "当", "あたり", "中", "数", "おき", "ごと", "に一", "に1", "に2", "に3",
            "も早", "休み", "の流れ", "の生活", "の始ま", "のはじま", "の終わ", "のおわり", "の目安", "のうち", "の学習", "の予定", "の様子", "一", "ほど", "ぶり",
        ]
        guard text.end(of: amounts, at: place, before: limit) == nil else {
            // 「12日後半」 does not occur; 「24日前日準備」 does.
            return text.end(of: ["前日", "後援", "後期"], at: place, before: limit) == nil
        }
        return place < limit && LetterText.digit(text.scalars[place]) != nil
    }

    /// 上旬, 中旬, 下旬, 月末: the month stands before it or in the heading.
    func third(at place: Int, from start: Int, before limit: Int) -> DateMention? {
        let thirds: [(Word, DateMention.Third)] = [
            ("上旬", .early), ("初旬", .early), ("中旬", .middle), ("下旬", .late), ("末日", .end), ("末", .end), ("月末", .end),
            ("最終日", .end),
            ("の最終日", .end),
        ]
        for (word, third) in thirds where text.has(word, at: place, before: limit) {
            let end = place + word.count
            // 末 alone needs a month before it (5月末); 期末 and 年末 are other words.
            if word.text.hasPrefix("末") || word.text.hasSuffix("最終日"), start == place { return nil }
            if word.text == "末", text.end(of: ["頃", "ごろ", "尾", "広"], at: end, before: limit) != nil { return nil }
            if word.text == "月末", start == place, place > 0, !" 、は(\n".unicodeScalars.contains(text.scalars[place - 1])
            {
                return nil
            }
            return DateMention(span: start..<end, day: .third(third))
        }
        return nil
    }

    /// 第3土曜日.
    func ordinal(at place: Int, from start: Int, before limit: Int) -> DateMention? {
        if let inside = text.end(of: ["最終", "最後の"], at: place, before: limit), start < place,
            let (weekday, end) = name(at: inside, before: limit),
            let full = text.end(of: ["曜日", "曜", "ようび"], at: end, before: limit)
        {
            return DateMention(span: start..<full, day: .ordinal(DateMention.lastOfMonth, weekday: weekday))
        }
        guard let inside = text.end(of: ["第"], at: place, before: limit),
            let number = text.number(at: inside, before: limit), (1...5).contains(number.value),
            let (weekday, end) = name(at: number.end, before: limit),
            let full = text.end(of: ["曜日", "曜", "ようび"], at: end, before: limit),
            text.end(of: ["・第", "、第", "と第"], at: full, before: limit) == nil
        else { return nil }
        return DateMention(span: start..<full, day: .ordinal(number.value, weekday: weekday))
    }

    /// 5/7～9, 5月7～9日: after a whole date, the dash and a bare number.
    func bareTail(of date: DateMention, before limit: Int) -> [DateMention]? {
        guard date.month != nil, case .number(let first) = date.day,
            let mark = text.end(of: ["~", "-", "・", "、", ","], at: date.span.upperBound, before: limit),
            let day = text.number(at: mark, before: limit), !day.isKanji, day.value > first, day.value <= 31,
            dayOnly(at: mark, from: mark, before: limit) == nil
        else { return nil }
        let ends: [Unicode.Scalar] = [" ", "\n", ")", "、", "。", "(", "の", "は", "に"]
        guard day.end == limit || ends.contains(text.scalars[day.end]) else { return nil }
        return [DateMention(span: mark..<day.end, day: .number(day.value))]
    }

    /// 24～26日, 7・8日: two numbers and one 日.
    func shortRange(at place: Int, before limit: Int) -> [DateMention]? {
        var start = place
        var month: Int?
        if let number = text.number(at: place, before: limit), (1...12).contains(number.value),
            let end = text.end(of: ["月"], at: number.end, before: limit)
        {
            (start, month) = (text.skippingSpaces(end, before: limit), number.value)
        }
        guard let first = text.number(at: start, before: limit), (1...31).contains(first.value),
            let mark = text.end(of: ["~", "-", "・", "、", ","], at: first.end, before: limit),
            let second = text.number(at: mark, before: limit), (1...31).contains(second.value),
            second.value > first.value,
            let last = dayOnly(at: mark, from: mark, before: limit)
        else { return nil }
        return [DateMention(span: place..<first.end, month: month, day: .number(first.value)), last]
    }
}
