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
            // 「花火大会の警備と重なるため中止します」 names nothing.
            if text.contains(["ため中止", "ため延期", "ため取りやめ", "ため、中止"], in: place..<cell) {
                place = max(cell, place) + 1
                continue
            }
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
        return !(0x3041...0x309F).contains(before.value) || before == "り" || before == "し"
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
        guard letters >= 2 else { return nil }
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
}
