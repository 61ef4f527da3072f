/// Takes off a name what does not tell one event from another.
struct NameFolder {
    private(set) var core: String
    private(set) var number: Int?
    private(set) var term: Int?
    private(set) var isRainDate = false

    init(_ piece: String) {
        core = matchingKey(of: piece)
    }

    /// A lone grade, number or year leaves nothing: it is no name.
    mutating func fold() {
        for (written, means) in EventNameWords.synonyms { core = core.replacing(written, with: means) }
        while cutYear() || cutCount() || cutTerm() || cutGrade() {}
        cutEndings()
        cutRainDay()
        cutTrailingNumber()
        cutParents()
        core = Self.withoutInflection(core)
    }

    /// 令和8年度, 2026年度, 8年度.
    private mutating func cutYear() -> Bool {
        var rest = core[...]
        for era in ["令和", "平成", "r", "h"] where rest.hasPrefix(era) { rest = rest.dropFirst(era.count) }
        let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "元" }
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty, rest.hasPrefix("年度") else { return false }
        core = String(rest.dropFirst(rest.hasPrefix("年度の") ? 3 : 2))
        return true
    }

    /// 第2回.
    private mutating func cutCount() -> Bool {
        guard core.hasPrefix("第"), let (value, rest) = Self.number(core.dropFirst()), rest.hasPrefix("回") else {
            return false
        }
        number = number ?? value
        core = String(rest.dropFirst())
        return true
    }

    /// 2学期.
    private mutating func cutTerm() -> Bool {
        guard let (value, rest) = Self.number(core[...]), rest.hasPrefix("学期"), (1...3).contains(value) else {
            return false
        }
        term = value
        core = String(rest.dropFirst(rest.hasPrefix("学期の") ? 3 : 2))
        return true
    }

    /// 5年, 1・2年生, 3~6年, 全校.
    private mutating func cutGrade() -> Bool {
        for word in ["全校", "全学年"] where core.hasPrefix(word) && core.count > word.count {
            core = String(core.dropFirst(word.count))
            return true
        }
        let digits = core.prefix { $0.isASCII && $0.isNumber || "・~-,".contains($0) }
        let rest = core.dropFirst(digits.count)
        guard digits.first?.isNumber == true, let suffix = ["年生", "学年", "年"].first(where: rest.hasPrefix) else {
            return false
        }
        let name = rest.dropFirst(suffix.count)
        if let next = name.first, EventNameWords.particles.contains(next) { return false }
        core = String(name)
        return true
    }

    private mutating func cutEndings() {
        while let ending = EventNameWords.endings.first(where: { core.hasSuffix($0) && core.count > $0.count }) {
            core = String(core.dropLast(ending.count))
        }
    }

    private mutating func cutRainDay() {
        guard let word = EventNameWords.rainDates.first(where: { core.hasSuffix($0) && core.count > $0.count }) else {
            return
        }
        core = String(core.dropLast(word.count))
        isRainDate = true
    }

    /// ② (2 in the matching form), 2回目, 2次.
    private mutating func cutTrailingNumber() {
        var text = core[...]
        for suffix in ["回目", "次", "回"] where text.hasSuffix(suffix) && text.count > suffix.count {
            text = text.dropLast(suffix.count)
            break
        }
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 2, text.count > digits.count else { return }
        number = number ?? Int(String(digits.reversed()))
        core = String(text.dropLast(digits.count))
    }

    /// 保護者説明会 is the 説明会; a 保護者会 would be left without a name.
    private mutating func cutParents() {
        let rest = core.replacing("保護者", with: "")
        if rest.count >= 2 { core = rest }
    }

    private static func number(_ text: Substring) -> (Int, Substring)? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 3, let value = Int(digits) else { return nil }
        return (value, text.dropFirst(digits.count))
    }

    /// 引き渡し訓練 and 引渡訓練 are one: up to two kana behind a kanji are dropped.
    private static func withoutInflection(_ name: String) -> String {
        var text = ""
        var kana = ""
        var followsKanji = false
        func settle() {
            if !(followsKanji && kana.count <= 2) { text += kana }
            kana = ""
        }
        for character in name {
            if isHiragana(character) {
                kana.append(character)
                continue
            }
            settle()
            text.append(character)
            followsKanji = isKanji(character)
        }
        settle()
        return text
    }

    private static func isHiragana(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0x3041...0x309F).contains($0.value) }
    }

    private static func isKanji(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || $0 == "々" }
    }
}
