extension TitleCutter {
    // MARK: - Ends

    /// Without grades, times, bullets and particles at its beginning.
    func withoutLead(_ span: LetterText.Span, hasParticle: Bool) -> LetterText.Span {
        var span = span
        var hasParticle = hasParticle
        while !span.isEmpty {
            let start = span.lowerBound
            if let end = leadEnd(at: start, before: span.upperBound, hasParticle: hasParticle) {
                hasParticle = hasParticle || end < span.upperBound && !LetterText.isSpace(text.scalars[end])
                span = text.trimmed(end..<span.upperBound)
            } else {
                return span
            }
        }
        return span
    }

    private func leadEnd(at start: Int, before limit: Int, hasParticle: Bool) -> Int? {
        let scalar = text.scalars[start]
        if (0x2460...0x24FF).contains(scalar.value) || "・★☆◎●○◆■□◇:…-~,.→>)】".unicodeScalars.contains(scalar) {
            return start + 1
        }
        if let end = nights(at: start, before: limit) { return end }
        if "[(【〔<".unicodeScalars.contains(scalar), let mention = audiences.mention(at: start, before: limit) {
            return mention.span.upperBound
        }
        if let end = ItemDetails.standingPlace(in: text, at: start, before: limit) { return end }
        if let time = TimeScanner(text: text).mention(at: start, before: limit) { return time.span.upperBound }
        if let mention = audiences.mention(at: start, before: limit), !mention.grades.isEmpty,
            let end = afterAudience(mention, before: limit)
        {
            return end
        }
        if let end = period(at: start, before: limit) { return end }
        for word in Self.leads where text.has(word, at: start, before: limit) {
            if !hasParticle, ["は", "に", "の", "も", "で", "を", "が", "ご"].contains(word.text) { continue }
            // がっこう begins with no particle.
            if word.text == "が", text.end(of: ["っ", "ん"], at: start + 1, before: limit) != nil { continue }
            return start + word.count
        }
        if scalar == "(", let close = text.closing(of: start, before: limit) { return close }
        return nil
    }

    private static let leads: [Word] = [
        "は、", "は", "を", "が、", "が", "終わって", "そのあと", "引き続き", "に、", "には", "に", "から", "より", "の", "も", "で", "と、", "放課後 ",
        "放課後、",
        "放課後に", "放課後は", "、", "を予定日として",
        "として", "頃", "午前中", "午後",
        "限り", "予定どおり", "予定通り", "までに", "まで", "さて、", "なお、", "また、", "今年の", "今年度の", "以降", "実施の", "開催の",
        "実施", "予定の", "給食後", "下記のとおり", "次のとおり", "みんなで", "本年度の", "先日お願いした", "先日お配りした", "先日ご案内した", "先日お知らせした", "お配りした",
        "場所は", "会場は", "時間は", "全員で", "親子で", "正しくは", "しめきり", "締切",
        "〆切", "必着", "締め切り", "厳守", "ご",
    ]

    /// 「4年 浄水場見学」 and 「1年生は…」 lose the grade, 「6年生を送る会」 keeps it.
    private func afterAudience(_ mention: AudienceMention, before limit: Int) -> Int? {
        let end = mention.span.upperBound
        guard end < limit else { return end }
        if LetterText.isSpace(text.scalars[end]) || text.scalars[end] == ":" || text.scalars[end] == "・" {
            return end + 1
        }
        if let next = text.end(
            of: [
                "生徒は", "児童は", "児童が", "生は", "は", "のみ", "対象の", "を対象とした", "を対象に", "保護者対象の", "保護者対象", "保護者のみ", "保護者:",
                "・保護者", "児童:", "の保護者", "親子", "の",
            ], at: end, before: limit)
        {
            return next
        }
        if mention.isEverybody { return TimeScanner(text: text).mention(at: end, before: limit) == nil ? nil : end }
        return text.end(of: ["を", "に", "が", "と", "へ", "生"], at: end, before: limit) == nil
            && !isKanji(text.scalars[end]) ? end : nil
    }

    /// 「2泊3日で」
    private func nights(at start: Int, before limit: Int) -> Int? {
        guard let nights = text.number(at: start, before: limit),
            let stay = text.end(of: ["泊"], at: nights.end, before: limit),
            let days = text.number(at: stay, before: limit), let end = text.end(of: ["日"], at: days.end, before: limit)
        else { return nil }
        return text.end(of: ["で", "の"], at: end, before: limit) ?? end
    }

    private func isKanji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic || (0x30A0...0x30FF).contains(scalar.value)
    }

    /// 「5・6限」, 「2時間目」, 「3校時」 at the beginning.
    private func period(at start: Int, before limit: Int) -> Int? {
        guard let first = text.number(at: start, before: limit, digits: 1), !first.isKanji else { return nil }
        var end = first.end
        while let mark = text.end(of: ["・", "~", "-", ",", "、"], at: end, before: limit),
            let next = text.number(at: mark, before: limit, digits: 1), !next.isKanji
        { end = next.end }
        return text.end(of: ["限目", "限", "時間目", "校時", "時限"], at: end, before: limit)
    }

    /// Where what happens begins: 「…を行います」.
    func predicate(in span: LetterText.Span) -> Int? {
        var depth = 0
        for place in span {
            if text.scalars[place] == "(" || text.scalars[place] == "「" { depth += 1 }
            if text.scalars[place] == ")" || text.scalars[place] == "」" { depth -= 1 }
            guard depth <= 0, place > span.lowerBound else { continue }
            if text.end(of: LetterWords.predicates, at: place, before: span.upperBound) != nil { return place }
        }
        return nil
    }

    func withoutTail(_ span: LetterText.Span) -> LetterText.Span {
        var span = text.trimmed(span)
        var didCut = true
        while didCut, !span.isEmpty {
            didCut = false
            if let word = text.ends(with: LetterWords.particles, span), span.count > word.count + 1,
                !isPartOfWord(word, at: span.upperBound - word.count)
            {
                span = text.trimmed(span.lowerBound..<span.upperBound - word.count)
                didCut = true
            }
            if let amount = amount(atEndOf: span) {
                span = text.trimmed(span.lowerBound..<amount)
                didCut = true
            }
            // 「身体測定 5・6年」
            if let gap = text.scalars[span].lastIndex(of: " "), gap > span.lowerBound + 1,
                let mention = audiences.mention(at: gap + 1, before: span.upperBound),
                mention.span.upperBound == span.upperBound,
                !mention.grades.isEmpty
            {
                span = text.trimmed(span.lowerBound..<gap)
                didCut = true
            }
            // 「書きぞめ会 体育館」, 「雪遊び集会 2・3校時」
            if let gap = text.scalars[span].lastIndex(of: " "), gap > span.lowerBound + 1,
                period(at: gap + 1, before: span.upperBound) == span.upperBound
                    || ItemDetails.isRoom(gap + 1..<span.upperBound, in: text)
            {
                span = text.trimmed(span.lowerBound..<gap)
                didCut = true
            }
            if let time = TimeScanner(text: text).times(in: span).last, time.span.upperBound == span.upperBound,
                time.span.lowerBound > span.lowerBound
            {
                span = text.trimmed(span.lowerBound..<time.span.lowerBound)
                didCut = true
            }
        }
        return span
    }

    /// 「部費1,500円」: where the price begins.
    private func amount(atEndOf span: LetterText.Span) -> Int? {
        guard let unit = text.ends(with: ["円", "えん"], span) else { return nil }
        var start = span.upperBound - unit.count
        while start > span.lowerBound,
            LetterText.digit(text.scalars[start - 1]) != nil || text.scalars[start - 1] == ","
        {
            start -= 1
        }
        return start < span.upperBound - unit.count && start > span.lowerBound + 1 ? start : nil
    }

    /// The と of おはなしひろばと is a particle, the も of こども is not.
    private func isPartOfWord(_ word: Word, at place: Int) -> Bool {
        guard place > 0, ["も", "と", "で", "や", "の", "に", "か", "は", "が"].contains(word.text) else { return false }
        return ["こど", "まつ", "ひと", "こ", "おや", "あ", "も"].contains {
            text.ends(with: [Word(stringLiteral: $0)], 0..<place) != nil
        }
    }

    /// Brackets that hold a time, a grade, a remark or a place are no part of the name.
    func withoutBrackets(_ span: LetterText.Span) -> String {
        var title = String.UnicodeScalarView()
        var place = span.lowerBound
        while place < span.upperBound {
            if text.scalars[place] == "(", let close = text.closing(of: place, before: span.upperBound) {
                if isName(place + 1..<close - 1) { title.append(contentsOf: text.scalars[place..<close]) }
                place = close
            } else {
                if text.scalars[place] != "(" { title.append(text.scalars[place]) }
                place += 1
            }
        }
        return String(title).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// 遠足（えんそく）: how it is read.
    private func isReading(_ inside: LetterText.Span) -> Bool {
        guard inside.lowerBound >= 2, (0x4E00...0x9FFF).contains(text.scalars[inside.lowerBound - 2].value) else {
            return false
        }
        return text.scalars[inside].allSatisfy { (0x3041...0x3096).contains($0.value) || $0 == " " || $0 == "ー" }
    }

    private func isName(_ inside: LetterText.Span) -> Bool {
        guard inside.count <= 12, inside.count >= 2 else { return false }
        if isReading(inside) { return false }
        if !TimeScanner(text: text).times(in: inside).isEmpty { return false }
        if !DateScanner(text: text).dates(in: inside).isEmpty { return false }
        if !audiences.mentions(in: inside).isEmpty { return false }
        if period(at: inside.lowerBound, before: inside.upperBound) != nil { return false }
        return !text.contains(
            [
                "のみ", "対象", "希望", "保護者", "以下", "別紙", "各自", "予定", "給食", "弁当", "雨天", "延期", "~", "必要", "黄色", "下校", "持参",
                "全員", "各教室", "参観", "まで", "場所", "会場", "ません", "ます", "です", "ください",
            ], in: inside)
    }
}
