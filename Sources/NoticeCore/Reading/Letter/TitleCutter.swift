/// Cuts a short title out of the words around a day.
struct TitleCutter {
    let text: LetterText
    let audiences: AudienceScanner

    private static let commas: [Unicode.Scalar] = ["、", ",", "。", "|", "\n", "※", "→", "⇒", "…"]

    /// - Returns: `nil` when nothing but times, grades, places and particles stands there.
    ///
    /// - Parameter isWhole: The span is a whole cell, in which も or は begins a word: もちつき.
    func title(from span: LetterText.Span, isWhole: Bool = false) -> String? {
        var place = span.lowerBound
        var reason: String?
        // 「14日  はせがわ」: behind a gap は is no particle.
        let isAttached = !isWhole && !span.isEmpty && !LetterText.isSpace(text.scalars[span.lowerBound])
        while place < span.upperBound {
            let cell = cellEnd(from: place, before: span.upperBound)
            // 「先生方の研修のため4時間授業です」: why is not what.
            if let why = text.first(of: ["のため"], in: place..<cell), why.upperBound + 2 < cell,
                let title = cellTitle(text.trimmed(why.upperBound..<cell))
            {
                return title
            }
            if let title = cellTitle(place..<cell, hasParticle: isAttached) {
                // 「安全確認のため、10:10登校です」: why is not what.
                guard
                    text.ends(
                        with: ["ため", "により", "につき", "に伴い", "にともない", "ので", "の都合で", "から", "どおり", "通り", "とおり"],
                        text.trimmed(place..<cell))
                        != nil
                else { return title }
                reason = reason ?? title
            }
            place = max(cell, place) + 1
        }
        return reason
    }

    /// The title of words that stand by themselves.
    func title(of words: String) -> String? {
        let text = LetterText(words)
        let scanner = AudienceScanner(text: text, grades: audiences.grades, ownGrade: audiences.ownGrade)
        return TitleCutter(text: text, audiences: scanner).title(from: 0..<text.count)
    }

    /// The subject before a day: 「1年生保護者対象の給食試食会を」.
    func subject(before span: LetterText.Span) -> String? {
        let full = span
        var span = text.trimmed(span)
        // 「いすの脚に付ける古いくつ下を」: before を stands one noun with all that describes it.
        let isObject = text.ends(with: ["を", "を、"], span) != nil
        while span.count > 0, let word = text.ends(with: LetterWords.particles, span) {
            span = text.trimmed(span.lowerBound..<span.upperBound - word.count)
        }
        guard !span.isEmpty else { return nil }
        let isCell = full.upperBound - span.upperBound >= 2 && text.trimmed(span.upperBound..<full.upperBound).isEmpty
        // What stands behind the last gap is nearest to the day.
        var start = span.lowerBound
        var place = span.lowerBound
        while place < span.upperBound {
            if text.has("  ", at: place, before: span.upperBound) || "|。※".unicodeScalars.contains(text.scalars[place])
            {
                let next = text.skippingSpaces(place + 1, before: span.upperBound)
                if cellTitle(next..<span.upperBound) != nil { start = next }
                place = max(next, place + 1)
            } else {
                place += 1
            }
        }
        // A cell of a list stands before its gap as a whole.
        if isCell || isObject, !text.scalars[start..<span.upperBound].contains("、"),
            let title = cellTitle(start..<span.upperBound)
        {
            return title
        }
        return clause(start..<span.upperBound)
    }

    /// Of 「希望日時調査票に第3希望までご記入のうえ、」 the part up to the first particle; of a plain noun all of it.
    private func clause(_ span: LetterText.Span) -> String? {
        var parts = text.scalars[span].split(separator: "、").map { $0.startIndex..<$0.endIndex }
        if let last = parts.last, parts.count > 1, isConnective(last) { parts.removeLast() }
        let topic = parts.first {
            text.ends(with: ["は"], text.trimmed($0)) != nil && !isConnective($0) && cellTitle($0) != nil
        }
        guard let part = topic ?? parts.last(where: { !isConnective($0) && cellTitle($0) != nil }) else {
            return cellTitle(span)
        }
        // 「卒業を祝う会の実行委員希望票は」 is one noun.
        if topic != nil, part.count <= 22, let title = cellTitle(part), !title.contains("方"), !title.contains("人") {
            return title
        }
        var end = part.upperBound
        for place in part.dropFirst(2) where isParticle(at: place, before: part.upperBound) {
            end = place
            break
        }
        return cellTitle(part.lowerBound..<end) ?? cellTitle(part)
    }

    private static let connectives: Set<String> = [
        "あわせて", "なお", "また", "ただし", "さて", "さらに", "つきましては", "まず", "次に", "今回", "今年度", "今年", "年が明けた", "来る", "いよいよ", "きたる",
        "本年度", "このため", "そこで", "よって",
        "そのため",
    ]

    private func isConnective(_ span: LetterText.Span) -> Bool {
        if Self.connectives.contains(text.string(text.trimmed(span))) { return true }
        return hasConnective(span)
    }

    private func hasConnective(_ span: LetterText.Span) -> Bool {
        text.contains(
            [
                "のうえ", "の上", "ください", "際", "場合", "ため", "なお", "また", "さて", "ご多用", "つきまして", "今年", "ご家庭", "方は", "人は", "下記",
                "次の", "以下",
            ], in: span)
    }

    /// は, を, に … after a noun.
    private func isParticle(at place: Int, before limit: Int) -> Bool {
        guard ["は", "を", "に", "が"].contains(text.scalars[place]) else { return false }
        let before = text.scalars[place - 1]
        return !(0x3041...0x309F).contains(before.value) || before == "り" || before == "し" || before == "の" && false
    }

    private func cellEnd(from place: Int, before limit: Int) -> Int {
        var end = place
        var depth = 0
        while end < limit {
            let scalar = text.scalars[end]
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth = max(0, depth - 1) }
            if depth == 0 {
                if text.has("  ", at: end, before: limit) || Self.commas.contains(scalar) { return end }
            } else if scalar == "\n" || scalar == "。" {
                return end
            }
            end += 1
        }
        return limit
    }

    /// The title of one cell.
    private func cellTitle(_ span: LetterText.Span, hasParticle: Bool = true) -> String? {
        var span = withoutLead(text.trimmed(span), hasParticle: hasParticle)
        if let time = TimeScanner(text: text).times(in: span).first(where: {
            $0.span.lowerBound > span.lowerBound + 1 && text.scalars[$0.span.lowerBound - 1] == " "
        }),
            text.scalars[span.lowerBound..<time.span.lowerBound].count(where: { $0 == "(" })
                == text.scalars[span.lowerBound..<time.span.lowerBound].count(where: { $0 == ")" })
        {
            span = text.trimmed(span.lowerBound..<time.span.lowerBound)
        }
        if let cut = predicate(in: span) { span = text.trimmed(span.lowerBound..<cut) }
        // 「校内発表を体育館で行います(10:45~11:30)」
        if text.has(")", at: span.upperBound - 1, before: span.upperBound),
            let open = text.last(of: ["("], in: span), open.lowerBound > span.lowerBound,
            text.ends(with: ["ます", "です", "ください"], span.lowerBound..<open.lowerBound) != nil
        {
            span = span.lowerBound..<open.lowerBound
        }
        if text.ends(with: ["ます", "ません", "ましょう", "ました", "ください", "ます。", "ください。"], span) != nil,
            let cut = span.dropFirst(2).first(where: {
                isParticle(at: $0, before: span.upperBound) || text.has("へお", at: $0, before: span.upperBound)
            })
        {
            span = text.trimmed(span.lowerBound..<cut)
        }
        span = withoutTail(span)
        let title = withoutBrackets(span)
        let letters = title.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.isIdeographic }
        guard letters >= 2 || (letters == 1 && title.unicodeScalars.contains { $0.properties.isIdeographic } && false)
        else { return nil }
        // 「行います」 alone says nothing of what.
        if title.count <= 8, ["ます", "ました", "ません"].contains(where: title.hasSuffix) { return nil }
        guard !Self.isOnlyTime(title), !["とあります", "とありました", "とありますが", "と書きました"].contains(title) else { return nil }
        return title
    }

    private static let timeWords: Set<String> = [
        "中止", "延期", "変更", "実施", "予定どおり", "予定通り", "予備日", "訂正", "平常", "開催", "のところ", "ところ", "はん", "雨の時", "雨のとき", "雨なら",
        "とき",
        "放課後", "開催日", "期日", "日程", "実施日", "会場", "日時", "午前中", "午後", "午前", "終日", "未定", "以降", "当日", "頃", "給食後", "朝", "予定",
        "雨天", "雨天時", "朝学習", "昼休み", "業間",
        "小雨決行", "時間", "毎日", "期間", "期間中", "です", "まで", "ご覧", "担任",
    ]

    private static func isOnlyTime(_ title: String) -> Bool {
        timeWords.contains(title) || title.hasSuffix("限目") && title.count <= 5
            || title.hasSuffix("時間目") && title.count <= 6
            || title.hasSuffix("校時") && title.count <= 6 || title.hasSuffix("限") && title.count <= 4
    }

    // MARK: - Ends

    /// Without grades, times, bullets and particles at its beginning.
    private func withoutLead(_ span: LetterText.Span, hasParticle: Bool) -> LetterText.Span {
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
        if let end = text.end(of: ["(水泳)"], at: start, before: limit) { return end }
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
            if !hasParticle, ["は", "に", "の", "も", "で", "を", "ご"].contains(word.text) { continue }
            return start + word.count
        }
        if scalar == "(", let close = text.closing(of: start, before: limit) { return close }
        return nil
    }

    private static let leads: [Word] = [
        "は、", "は", "を", "終わって", "そのあと", "引き続き", "に、", "には", "に", "から", "より", "の", "も", "で", "と、", "放課後 ", "放課後、",
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
    private func predicate(in span: LetterText.Span) -> Int? {
        var depth = 0
        for place in span {
            if text.scalars[place] == "(" || text.scalars[place] == "「" { depth += 1 }
            if text.scalars[place] == ")" || text.scalars[place] == "」" { depth -= 1 }
            guard depth <= 0, place > span.lowerBound else { continue }
            if text.end(of: LetterWords.predicates, at: place, before: span.upperBound) != nil { return place }
        }
        return nil
    }

    private func withoutTail(_ span: LetterText.Span) -> LetterText.Span {
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
    private func withoutBrackets(_ span: LetterText.Span) -> String {
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
