/// A title in the form in which two events are compared: without school year, edition, grade and what a letter does with it.
struct EventName: Equatable, Sendable {
    /// One of the things that a title lists.
    struct Part: Equatable, Sendable {
        /// 避難訓練 of 「第2回 避難訓練のお知らせ」.
        let core: String
        /// As the title has it.
        let wording: String
    }

    /// 授業参観・育友会総会 has two; 修学旅行 説明会 has two as well, though it is one thing.
    let parts: [Part]
    /// Whether marks of a list alone stand between the parts; behind a blank (学年費・教材費 口座振替) all of them may belong.
    let isList: Bool
    /// 第2回, ②, 2次.
    let number: Int?
    /// 2学期.
    let term: Int?
    /// 運動会予備日: the day to which rain moves the 運動会.
    let isRainDate: Bool

    init(_ title: String) {
        let bare = Self.withoutBrackets(title)
        let (pieces, isList) = Self.pieces(of: bare.isEmpty ? title.filter { !Self.brackets.contains($0) } : bare)
        var parts: [Part] = []
        var number: Int?
        var term: Int?
        var isRainDate = false
        for piece in pieces {
            var folder = NameFolder(piece)
            folder.fold()
            number = number ?? folder.number
            term = term ?? folder.term
            isRainDate = isRainDate || folder.isRainDate
            if !folder.core.isEmpty { parts.append(Part(core: folder.core, wording: piece)) }
        }
        // 「出欠票・委任状 提出」: what is to be done with them is no third thing.
        let named = parts.filter { !EventNameWords.endings.contains($0.core) }
        self.parts = named.isEmpty ? parts : named
        self.isList = isList && self.parts.count > 1
        self.number = number
        self.term = term
        self.isRainDate = isRainDate
    }

    /// The whole name in one word.
    var core: String { parts.map(\.core).joined() }

    private static let brackets: Set<Character> = [
        "(", ")", "（", "）", "【", "】", "[", "]", "〔", "〕", "《", "》", "「", "」",
    ]

    /// 内科検診（1・2年） → 内科検診; quotation marks are taken off, what they hold stays.
    private static func withoutBrackets(_ title: String) -> String {
        var depth = 0
        var text = ""
        for character in title {
            switch character {
            case "(", "（", "【", "[", "〔", "《": depth += 1
            case ")", "）", "】", "]", "〕", "》": depth = max(0, depth - 1)
            case "「", "」", "『", "』": continue
            default: if depth == 0 { text.append(character) }
            }
        }
        return text.allSatisfy(\.isWhitespace) ? "" : text
    }

    /// Between digits a mark belongs to the numbers: 1・2年, 1/2成人式.
    private static func pieces(of text: String) -> (pieces: [String], isList: Bool) {
        var pieces: [String] = [""]
        var isList = false
        var hasBlanks = false
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let isMark = EventNameWords.listMarks.contains(character)
            let isInNumbers =
                isMark && index > 0 && index + 1 < characters.count && characters[index - 1].isNumber
                && characters[index + 1].isNumber
            guard (isMark || character.isWhitespace) && !isInNumbers else {
                pieces[pieces.count - 1].append(character)
                continue
            }
            if isMark { isList = true } else if pieces.last?.isEmpty == false { hasBlanks = true }
            pieces.append("")
        }
        return (pieces.filter { !$0.isEmpty }, isList && !hasBlanks)
    }
}

extension EventName {
    /// How much two names have in common.
    enum Likeness: Int, Comparable, Sendable {
        /// 運動会 and 秋の運動会, 心電図 and 心電図検査.
        case similar
        /// 運動会 and 第42回 運動会.
        case same

        static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
    }

    /// - Returns: `nil` for names of different things, as are 避難訓練① and 避難訓練②.
    func likeness(to other: EventName) -> Likeness? {
        guard !parts.isEmpty, !other.parts.isEmpty, !isOther(number, other.number), !isOther(term, other.term) else {
            return nil
        }
        if core == other.core || Set(parts.map(\.core)) == Set(other.parts.map(\.core)) { return .same }
        // One of several listed things is a part of them, not another spelling.
        if isList && other.parts.count == 1 || other.isList && parts.count == 1 { return nil }
        return Self.areSimilar(core, other.core) ? .similar : nil
    }

    /// The place of the part that means what `other` is called, where this name lists several things.
    func part(meaning other: EventName) -> Int? {
        guard parts.count > 1, other.parts.count == 1, !isOther(number, other.number) else { return nil }
        let core = other.core
        return parts.firstIndex { $0.core == core } ?? parts.firstIndex { Self.areSimilar($0.core, core) }
    }

    private func isOther(_ one: Int?, _ another: Int?) -> Bool {
        guard let one, let another else { return false }
        return one != another
    }

    /// The head of a Japanese noun stands last: 説明会 may be the 修学旅行説明会, 修学旅行 is not.
    private static func areSimilar(_ one: String, _ other: String) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard short.count >= 2 else { return false }
        if long.hasSuffix(short) { return true }
        return long.hasPrefix(short) && EventNameWords.fillers.contains(String(long.dropFirst(short.count)))
    }
}
