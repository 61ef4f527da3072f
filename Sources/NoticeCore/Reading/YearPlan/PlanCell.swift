/// Takes a cell of a year plan apart into what stands for one event each.
///
/// Events are separated by line breaks, 「・」, 「、」, 「／」, 「;」, 「。」 or several spaces; never inside brackets, nor between numbers
/// (「1・2年」, 「1/2成人式」). What names only an audience or an hour belongs to its neighbour.
struct PlanCell {
    let pieces: [FoldedText]

    /// - Parameter isAudience: Whether a text says for whom, and nothing else.
    init(_ text: String, isAudience: (FoldedText) -> Bool) {
        let cell = FoldedText(text).trimmed()
        let parts = Self.parts(of: cell)
        pieces = Self.joined(parts, isAudience: isAudience)
    }

    /// A part of a cell, and the separator behind it as it is written.
    private struct Part {
        var text: FoldedText
        var separator: FoldedText
    }

    private static let opening: Set<Character> = ["(", "[", "【", "〔", "<", "〈", "《", "「", "『"]
    private static let closing: Set<Character> = [")", "]", "】", "〕", ">", "〉", "》", "」", "』"]
    private static let bullets: Set<Character> = [
        "○", "●", "◎", "◇", "◆", "□", "■", "☆", "★", "※", "*", "▲", "△", "▼", "▽",
    ]

    static func isBullet(_ character: Character) -> Bool { bullets.contains(character) }

    private static func parts(of cell: FoldedText) -> [Part] {
        // 「○始業式○入学式」: the sign that begins the cell separates too.
        let bullet = cell.folded.first.flatMap { bullets.contains($0) ? $0 : nil }
        var parts: [Part] = []
        // A bracket that nobody closes is an ordinary character.
        let lastClosing = cell.folded.lastIndex { closing.contains($0) } ?? 0
        var (start, index, depth) = (0, 0, 0)
        while index < cell.count {
            let character = cell.folded[index]
            if opening.contains(character), index < lastClosing { depth += 1 }
            if closing.contains(character), depth > 0 { depth -= 1 }
            let length = depth == 0 ? separator(in: cell, at: index, bullet: bullet) : 0
            guard length > 0 else {
                index += 1
                continue
            }
            parts.append(Part(text: cell[start..<index].trimmed(), separator: cell[index..<index + length]))
            index += length
            start = index
        }
        parts.append(Part(text: cell[start..<cell.count].trimmed(), separator: cell[0..<0]))
        return parts.filter { !$0.text.isEmpty }
    }

    /// - Returns: How many characters separate here; 0 for none.
    private static func separator(in cell: FoldedText, at index: Int, bullet: Character?) -> Int {
        let character = cell.folded[index]
        if character == bullet { return 1 }
        switch character {
        case "\n", ";", "。", "|": return 1
        case " ":
            let run = cell.folded[index...].prefix { $0 == " " || $0 == "\n" }.count
            return run > 1 ? run : 0
        case "・", "、", ",", "/":
            return isBetweenNumbers(cell, index) || isForeignName(cell, index) ? 0 : 1
        default: return 0
        }
    }

    private static func isBetweenNumbers(_ cell: FoldedText, _ index: Int) -> Bool {
        guard index > 0, index + 1 < cell.count else { return false }
        return cell.folded[index - 1].isASCII && cell.folded[index - 1].isNumber
            && cell.folded[index + 1].isASCII && cell.folded[index + 1].isNumber
    }

    /// 「スクール・カウンセラー」: between katakana a dot joins.
    private static func isForeignName(_ cell: FoldedText, _ index: Int) -> Bool {
        guard cell.folded[index] == "・", index > 0, index + 1 < cell.count else { return false }
        return ("ァ"..."ヿ").contains(cell.folded[index - 1]) && ("ァ"..."ヿ").contains(cell.folded[index + 1])
    }

    /// Puts together again what is one event.
    private static func joined(_ parts: [Part], isAudience: (FoldedText) -> Bool) -> [FoldedText] {
        var pieces: [FoldedText] = []
        var pending: FoldedText?
        for (index, part) in parts.enumerated() {
            let text = pending.map { $0 + part.text } ?? part.text
            pending = nil
            let next = index + 1 < parts.count ? parts[index + 1].text : nil
            if let next, isAudience(part.text) {
                // 「1年生・6年生対面式」, 「6年⏎遠足」
                pending = text + FoldedText(isAnnex(next) ? "" : "・")
            } else if let next, isHalf(part, before: next) {
                pending = text + part.separator
            } else if isAnnex(part.text) || isAudience(part.text), let last = pieces.popLast() {
                pieces.append(last + FoldedText(" ") + text)
            } else {
                pieces.append(text)
            }
        }
        return pieces
    }

    /// A bracket of its own line, 「遠足⏎(1・2年)」, belongs to what stands above; a rain date stands for itself.
    private static func isAnnex(_ text: FoldedText) -> Bool {
        guard let first = text.folded.first, let last = text.folded.last else { return false }
        return opening.contains(first) && closing.contains(last) && !RainDateWords.isNamed(in: text.key)
            && !text.folded.dropFirst().dropLast().contains { closing.contains($0) }
    }

    /// 「視力」 in 「視力・聴力検査」: short, no event by itself (as 「いも掘り」 is), and what follows ends with what both are.
    private static func isHalf(_ part: Part, before next: FoldedText) -> Bool {
        guard ["・", "、", "/"].contains(part.separator.key), part.text.count <= 4,
            let last = part.text.folded.last, !("ぁ"..."ん").contains(last)
        else { return false }
        let name = next.key.prefix { !opening.contains($0) }
        return !HeadNouns.endsEvent(part.text.key) && HeadNouns.endsEvent(String(name))
    }
}

/// Nouns with which the name of a school's event ends.
enum HeadNouns {
    /// A new wording is one line here and one test.
    private static let words = [
        "検査", "検診", "健診", "測定", "診断", "調査", "訓練", "教室", "学習", "体験", "見学", "参観", "テスト", "試験", "活動", "清掃", "掃除", "集会",
        "懇談", "面談", "相談", "訪問", "旅行", "遠足", "祭", "会", "式", "日", "休業", "開始", "終了", "準備", "練習", "発表", "実習", "授業", "作業",
        "回収",
        "引き渡し", "下校", "登校", "運動", "週間", "月間", "短縮", "大会", "公開",
        "検定", "鑑賞", "交流", "開放", "朝礼", "講話", "講演", "選挙", "配布", "配付", "コンクール", "心電図",
    ]

    static func endsEvent(_ key: String) -> Bool { words.contains { key.hasSuffix($0) } }
}
