/// Cuts a letter into logical lines.
struct LetterLayout {
    let text: LetterText
    private let dates: DateScanner
    private let joins: Bool

    /// - Parameter joins: Whether lines may go on in the next one; not in a text whose wrapped lines are joined already.
    init(_ text: LetterText, joins: Bool = true) {
        self.text = text
        self.joins = joins
        dates = DateScanner(text: text)
    }

    func lines() -> [LetterLine] {
        joinedLines().map { line($0.span, indent: $0.indent, followsBlank: $0.followsBlank) }
    }

    /// The letter with wrapped lines made one, so that a word broken over two is a word: 「行い\n　ます」.
    func unwrapped() -> LetterText {
        var joints: [LetterText.Span] = []
        for line in joinedLines() {
            var place = line.span.lowerBound
            while place < line.span.upperBound {
                guard text.scalars[place] == "\n" else { place += 1; continue }
                let start = text.trimmed(line.span.lowerBound..<place).upperBound
                let end = text.skippingSpaces(place, before: line.span.upperBound)
                joints.append(start..<end)
                place = end
            }
        }
        return text.removing(joints)
    }

    private func joinedLines() -> [(span: LetterText.Span, indent: Int, followsBlank: Bool)] {
        var joined: [(span: LetterText.Span, indent: Int, followsBlank: Bool)] = []
        var isBlank = false
        for line in text.lines.flatMap(withoutInnerBullets) {
            let span = text.trimmed(line)
            guard !span.isEmpty else {
                // A rule under a table's head is no blank line.
                isBlank = isBlank || !text.isRule(line)
                continue
            }
            defer { isBlank = false }
            let indent = span.lowerBound - line.lowerBound
            if joins, let last = joined.last, isContinuation(span, of: last.span) {
                joined[joined.count - 1].span = last.span.lowerBound..<span.upperBound
            } else {
                joined.append((span, indent, isBlank))
            }
        }
        return joined
    }

    /// 「●諸費の振替 2月10日      ●進路希望調査 3月6日まで」 are two lines side by side.
    private func withoutInnerBullets(_ line: LetterText.Span) -> [LetterText.Span] {
        var parts: [LetterText.Span] = []
        var start = line.lowerBound
        var hasWords = false
        for place in line {
            if hasWords, "●■◆★◎".unicodeScalars.contains(text.scalars[place]),
                text.has("  ", at: place - 2, before: place),
                !dates.dates(in: start..<place).isEmpty, !dates.dates(in: place..<line.upperBound).isEmpty
            {
                parts.append(start..<place)
                start = place
                hasWords = false
            } else if !LetterText.isSpace(text.scalars[place]) {
                hasWords = true
            }
        }
        return parts + [start..<line.upperBound]
    }

    // MARK: - Joining

    /// A line that goes on where the one before it broke off in the middle of a sentence.
    private func isContinuation(_ span: LetterText.Span, of last: LetterText.Span) -> Bool {
        guard let lineStart = text.scalars[..<last.upperBound].lastIndex(of: "\n").map({ $0 + 1 }) else {
            return continues(span, after: last, width: last.count)
        }
        return continues(span, after: last, width: last.upperBound - max(lineStart, last.lowerBound))
    }

    private func continues(_ span: LetterText.Span, after last: LetterText.Span, width: Int) -> Bool {
        // A blank line between them ends the sentence.
        guard text.scalars[last.upperBound..<span.lowerBound].count(where: { $0 == "\n" }) == 1 else { return false }
        guard bullet(at: span.lowerBound, before: span.upperBound).kind == nil,
            text.label(at: span.lowerBound, before: span.upperBound) == nil,
            !isEnclosed(span), enclosedPrefix(span) == nil, monthPrefix(span) == nil
        else { return false }
        let end = text.scalars[last.upperBound - 1]
        if isOpen(last) { return true }
        if end == "、" || end == "," { return true }
        // 「五月二日（金）」, and on the next line 「正午までに」
        if end == ")", text.end(of: ["正午まで", "までに"], at: span.lowerBound, before: span.upperBound) != nil {
            return true
        }
        // Half a page holds fewer characters a line.
        guard end != "。", end != "」", end != ")", width >= (text.columnHeading == nil ? 18 : 12) else { return false }
        if "をはがにのでとも".unicodeScalars.contains(end), isProse(last) { return true }
        let isRow = startsWithDate(last) && !text.contains(["、"], in: last)
        if startsWithDate(span) || isRow || startsWithAudience(span) { return false }
        return isHiragana(end) && isProse(last) || (isProse(last) && width >= 24 && !text.scalars[span].contains("|"))
    }

    /// 「1～7年生は…」 begins a sentence of its own.
    private func startsWithAudience(_ span: LetterText.Span) -> Bool {
        let scanner = AudienceScanner(text: text, grades: 1...9)
        return scanner.mention(at: span.lowerBound, before: span.upperBound).map { !$0.grades.isEmpty } ?? false
    }

    private func startsWithDate(_ span: LetterText.Span) -> Bool {
        guard let first = dates.dates(in: span.lowerBound..<min(span.upperBound, span.lowerBound + 12)).first else {
            return false
        }
        if case .fromLast = first.day { return false }
        return first.span.lowerBound == span.lowerBound
    }

    /// An opening bracket that is not closed yet.
    private func isOpen(_ span: LetterText.Span) -> Bool {
        var depth = 0
        for scalar in text.scalars[span] {
            if scalar == "(" { depth += 1 }
            if scalar == ")", depth > 0 { depth -= 1 }
        }
        return depth > 0
    }

    private func isProse(_ span: LetterText.Span) -> Bool {
        text.contains(["を", "は、", "ますが", "ます", "には", "では", "ので", "して", "です", "から、", "ため", "ました", "し、"], in: span)
    }

    private func isHiragana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x309F).contains(scalar.value) }

    // MARK: - One line

    private func line(_ span: LetterText.Span, indent: Int, followsBlank: Bool) -> LetterLine {
        let (kind, start) = bullet(at: span.lowerBound, before: span.upperBound)
        let content = start..<span.upperBound
        // 「【行事】      【提出するもの】」 heads two columns and labels nothing.
        let cells = text.cells(of: content)
        let headsColumns = cells.count >= 2 && cells.allSatisfy(isEnclosed)
        // 「会　場　　期　日　　受付時間」 heads a table.
        let headsTable =
            cells.count >= 3 && cells.allSatisfy { $0.count <= 8 && TableColumn(head: $0, text: text) != nil }
        let label = headsColumns || headsTable ? nil : text.label(at: start, before: span.upperBound)
        // 「〈 2 月 〉    〈 3 月 〉」
        let prefix =
            label == nil && !headsColumns
            ? enclosedPrefix(content) ?? monthPrefix(content) ?? decoratedPrefix(span) : nil
        let isListHead =
            label.map { $0.label == .deadlineList && $0.content == span.upperBound && $0.span.lowerBound > start }
            ?? false
        let isHeading =
            text.has("\u{1D}", at: span.lowerBound, before: span.upperBound) || isListHead || headsColumns
            || isQuestion(span)
            || label == nil && (isEnclosed(content) || isEnclosed(span) || isMonthHeading(content))
        return LetterLine(
            span: span, content: prefix.map { rest(after: $0, before: span.upperBound)..<span.upperBound } ?? content,
            bullet: kind, indent: indent, followsBlank: followsBlank, label: label, isHeading: isHeading, prefix: prefix
        )
    }

    private static let heads: [Word] = [
        "■", "◆", "●", "○", "〇", "◎", "□", "◇", "★", "☆", "▼", "▲", "△", "▽", "◯", "❖", "▶", "♪", "♦", "➤", "✿",
    ]
    private static let dots: [Word] = ["・", "- ", "* ", "･", "*", "• ", "•"]

    /// The bullet at the line's beginning, and where the words behind it begin.
    private func bullet(at place: Int, before limit: Int) -> (kind: LetterLine.Bullet?, start: Int) {
        if let end = text.end(of: ["※", "注)", "注:", "*※"], at: place, before: limit) {
            return (.remark, text.skippingSpaces(end, before: limit))
        }
        if let end = text.end(of: Self.heads, at: place, before: limit) {
            var end = end
            while let more = text.end(of: Self.heads, at: end, before: limit) { end = more }
            return (.head, text.skippingSpaces(end, before: limit))
        }
        if let end = text.end(of: Self.dots, at: place, before: limit) {
            return (.dot, text.skippingSpaces(end, before: limit))
        }
        if let end = number(at: place, before: limit) { return (.number, end) }
        return (nil, place)
    }

    /// 「1 」, 「2.」, 「(3)」, 「4)」, 「①」, 「一、」, 「ア 」; never the number of a day.
    private func number(at place: Int, before limit: Int) -> Int? {
        let scalar = text.scalars[place]
        if (0x2460...0x24FF).contains(scalar.value) || (0x2776...0x2793).contains(scalar.value) {
            return text.skippingSpaces(place + 1, before: limit)
        }
        if let first = dates.dates(in: place..<min(limit, place + 14)).first, first.span.lowerBound == place,
            !first.isWeak
        {
            return nil
        }
        // 「3 時 程」 is numbered, 「3時」 is a time.
        if let time = TimeScanner(text: text).mention(at: place, before: limit),
            !text.scalars[time.span].prefix(3).contains(" ")
        {
            return nil
        }
        let inside = text.end(of: ["("], at: place, before: limit) ?? place
        guard let number = text.number(at: inside, before: limit), number.value > 0, number.value <= 30 else {
            return kana(at: place, before: limit)
        }
        if inside > place {
            guard let close = text.end(of: [")"], at: number.end, before: limit) else { return nil }
            return text.skippingSpaces(close, before: limit)
        }
        if let end = text.end(of: [".", ")", "、", ":"], at: number.end, before: limit) {
            let isGrade =
                text.number(at: end, before: limit).map { text.has("年", at: $0.end, before: limit) && $0.value <= 9 }
                ?? false
            guard end == limit || LetterText.digit(text.scalars[end]) == nil || isGrade else { return nil }
            return text.skippingSpaces(end, before: limit)
        }
        guard !number.isKanji, text.has(" ", at: number.end, before: limit) else {
            return number.isKanji && text.has("  ", at: number.end, before: limit)
                ? text.skippingSpaces(number.end, before: limit) : nil
        }
        return text.skippingSpaces(number.end, before: limit)
    }

    private func kana(at place: Int, before limit: Int) -> Int? {
        guard let end = text.end(of: ["ア", "イ", "ウ", "エ", "オ"], at: place, before: limit),
            let mark = text.end(of: [" ", ".", ")", "、"], at: end, before: limit)
        else { return nil }
        return text.skippingSpaces(mark, before: limit)
    }

    private static let openings: [Word] = [
        "【", "《", "≪", "<", "〔", "[", "「", "『", "◆", "■", "★", "☆", "●", "◎", "▼", "~", "-", "♪", "(", "=", "*", "○",
        "◇",
    ]
    private static let closings: [Unicode.Scalar] = [
        "】", "》", "≫", ">", "〕", "]", "」", "』", "◆", "■", "★", "☆", "●", "◎", "▼", "~", "-", "♪", "=", "*", "◇",
    ]

    /// 【提出物】, ◆◆ 5月の主な行事予定 ◆◆, ＜お知らせ＞: decorated at both ends and without a day of its own.
    private func isEnclosed(_ span: LetterText.Span) -> Bool {
        guard span.count >= 3, text.scalars[span].count(where: { $0 != " " }) <= 40,
            text.end(of: Self.openings, at: span.lowerBound, before: span.upperBound) != nil,
            Self.closings.contains(text.scalars[span.upperBound - 1])
        else { return false }
        return dates.dates(in: span).allSatisfy { $0.isWeak || $0.isFromIssue && span.count <= 8 }
    }

    /// 「5月の行事予定」 alone on a line.
    private func isMonthHeading(_ span: LetterText.Span) -> Bool {
        guard span.count <= 30, let month = month(in: span) else { return false }
        let isBare = span.allSatisfy {
            month.contains($0) || "()<>[]【】《》≪≫〔〕 ".unicodeScalars.contains(text.scalars[$0])
        }
        if isBare { return true }
        guard dates.dates(in: span).allSatisfy(\.isWeak) else { return false }
        return text.contains(["予定", "行事", "カレンダー", "よてい", "献立", "のはじめ", "の前半", "の後半", "の主な"], in: span)
            && !text.contains(["。"], in: span)
    }

    /// 5月, 五月 in a heading.
    func month(in span: LetterText.Span) -> LetterText.Span? {
        for place in span where !text.followsDigit(place) {
            guard let number = text.number(at: place, before: span.upperBound), (1...12).contains(number.value),
                let end = text.end(
                    of: ["月", "がつ"], at: text.skippingSpaces(number.end, before: span.upperBound),
                    before: span.upperBound)
            else { continue }
            return place..<end
        }
        return nil
    }

    /// 「四月    7日(水)始業式」, 「５月：」: a month before the days of its row.
    private func monthPrefix(_ span: LetterText.Span) -> LetterText.Span? {
        // 「7 月　　22 火」 is a Monday.
        guard let month = month(in: span), month.lowerBound == span.lowerBound, !text.scalars[month].contains(" ")
        else {
            return nil
        }
        let gap = text.skippingSpaces(month.upperBound, before: span.upperBound)
        let colon = text.end(of: [":", "|"], at: gap, before: span.upperBound)
        guard gap - month.upperBound >= 2 || colon != nil, colon ?? gap < span.upperBound else { return nil }
        guard let first = dates.dates(in: (colon ?? gap)..<span.upperBound).first, first.month == nil else {
            return nil
        }
        return month
    }

    /// 「Q3 出す書類は？」
    private func isQuestion(_ span: LetterText.Span) -> Bool {
        span.count <= 30 && text.scalars[span.upperBound - 1] == "?" && dates.dates(in: span).isEmpty
    }

    /// Behind the closing bracket or mark of a prefix.
    private func rest(after prefix: LetterText.Span, before limit: Int) -> Int {
        var place = text.skippingSpaces(prefix.upperBound, before: limit)
        if place < limit, !"~-".unicodeScalars.contains(text.scalars[place]),
            Self.closings.contains(text.scalars[place]) || ":|".unicodeScalars.contains(text.scalars[place])
        {
            place += 1
        }
        return text.skippingSpaces(place, before: limit)
    }

    /// 「♪試食会♪  12月2日(木)」: a name between two of the same mark.
    private func decoratedPrefix(_ span: LetterText.Span) -> LetterText.Span? {
        let mark = text.scalars[span.lowerBound]
        guard "♪★☆◆■●◎~*".unicodeScalars.contains(mark),
            let close = text.scalars[span.lowerBound + 1..<min(span.upperBound, span.lowerBound + 18)].firstIndex(
                of: mark),
            close > span.lowerBound + 1, text.skippingSpaces(close + 1, before: span.upperBound) < span.upperBound
        else { return nil }
        return span.lowerBound + 1..<close
    }

    /// The words of 【4月】 when more stands behind them.
    private func enclosedPrefix(_ span: LetterText.Span) -> LetterText.Span? {
        guard let inside = text.end(of: ["【", "《", "≪", "<", "[", "〔"], at: span.lowerBound, before: span.upperBound),
            let close = text.first(of: ["】", "》", "≫", ">", "]", "〕"], in: inside..<min(span.upperBound, inside + 24)),
            text.skippingSpaces(close.upperBound, before: span.upperBound) < span.upperBound
        else { return nil }
        return inside..<close.lowerBound
    }
}
