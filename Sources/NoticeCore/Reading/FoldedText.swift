/// A text with two faces: the characters as written, and the form in which they are compared.
///
/// Both have the same length, so what is found in the one can be cut out of the other: a title stays as the school wrote it,
/// 「５・６年」 is understood all the same.
struct FoldedText: Equatable {
    private(set) var original: [Character]
    /// NFKC in lower case; line breaks are `\n`, other white space one blank, wave dashes `~`.
    private(set) var folded: [Character]

    init(_ text: String) {
        original = Array(text)
        folded = []
        folded.reserveCapacity(original.count)
        for character in original { folded.append(Self.fold(character, after: folded.last)) }
    }

    private init(original: [Character], folded: [Character]) {
        self.original = original
        self.folded = folded
    }

    var count: Int { folded.count }
    var isEmpty: Bool { folded.isEmpty }
    /// As written.
    var text: String { String(original) }
    /// As compared.
    var key: String { String(folded) }

    subscript(range: Range<Int>) -> FoldedText {
        FoldedText(original: Array(original[range]), folded: Array(folded[range]))
    }

    func prefix(_ length: Int) -> FoldedText { self[0..<min(length, count)] }
    func suffix(_ length: Int) -> FoldedText { self[max(0, count - length)..<count] }
    func dropFirst(_ length: Int) -> FoldedText { self[min(length, count)..<count] }
    func dropLast(_ length: Int) -> FoldedText { self[0..<max(0, count - length)] }

    func hasPrefix(_ word: String) -> Bool { folded.starts(with: word) }
    func hasSuffix(_ word: String) -> Bool { folded.reversed().starts(with: word.reversed()) }

    static func + (left: FoldedText, right: FoldedText) -> FoldedText {
        FoldedText(original: left.original + right.original, folded: left.folded + right.folded)
    }

    /// Without the characters that `isEdge` names at either end.
    func trimmed(_ isEdge: (Character) -> Bool = { $0 == " " || $0 == "\n" }) -> FoldedText {
        guard let first = folded.firstIndex(where: { !isEdge($0) }),
            let last = folded.lastIndex(where: { !isEdge($0) })
        else { return self[0..<0] }
        return self[first..<last + 1]
    }

    /// 「(運動会予備日)」 without the bracket around all of it.
    var unwrapped: FoldedText {
        guard let first = folded.first, let last = folded.last, "([【〔".contains(first), ")]】〕".contains(last),
            !folded.dropFirst().dropLast().contains(where: { "([【〔)]】〕".contains($0) })
        else { return self }
        return dropFirst(1).dropLast(1).trimmed()
    }

    func split(_ isSeparator: (Character) -> Bool) -> [FoldedText] {
        var (parts, start) = ([FoldedText](), 0)
        for index in folded.indices where isSeparator(folded[index]) {
            parts.append(self[start..<index])
            start = index + 1
        }
        return (parts + [self[start..<count]]).filter { !$0.isEmpty }
    }

    /// A character whose compatible form is several (㈪) stays, and so does a number in a circle: it counts, 「避難訓練①」, and
    /// names no grade.
    private static func fold(_ character: Character, after previous: Character?) -> Character {
        if let ascii = character.asciiValue, ascii > 0x20 { return Character(character.lowercased()) }
        if character.isNewline { return "\n" }
        if character.isWhitespace { return " " }
        if "①②③④⑤⑥⑦⑧⑨⑩".contains(character) { return character }
        // Kana and kanji are what they are; only the compatibility forms beyond need the tables.
        if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0x3041...0x3096).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
        {
            return character
        }
        let key = matchingKey(of: String(character))
        guard key.count == 1, let folded = key.first else { return character }
        if "‐‑‒–—―−".contains(folded) { return "-" }
        if folded == "ー", previous.map(TextScanner.isKana) != true { return "-" }
        return "·•‧".contains(folded) ? "・" : folded
    }
}
