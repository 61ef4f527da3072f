/// The little space that a word processor sets between Japanese letters and digits or Latin ones (令和 7 年).
///
/// Nobody wrote it. A program sets it everywhere or nowhere and always as wide, so a whole document decides; a space that
/// somebody typed is wider.
struct TypesetSpacing: Equatable {
    /// Gaps up to this, in widths of a kanji, are none of the text's; `nil` when the document has no such spacing.
    let widest: Double?

    init(_ pages: [PDFLines]) {
        var gaps: [Double] = []
        var close = 0
        for line in pages.filter({ !$0.isVertical }).flatMap(\.lines) {
            for word in line.words {
                close += zip(word.text, word.text.dropFirst()).count { Self.isPair($0, $1) }
            }
            for (left, right) in zip(line.words, line.words.dropFirst()) {
                let gap = left.gap(to: right)
                if gap < 0.6, Self.isPair(left, right) { gaps.append(gap) }
            }
        }
        // One in five of them at least is the program's own; boxes are exact to a few hundredths.
        widest = gaps.count >= 5 && gaps.count >= close * 4 ? gaps.sorted()[gaps.count / 5] + 0.04 : nil
    }

    /// Whether a gap between two words says nothing.
    func explains(_ gap: Double, between left: PDFWord, and right: PDFWord) -> Bool {
        guard let widest else { return false }
        return gap <= widest && Self.isPair(left, right)
    }

    private static func isPair(_ left: PDFWord, _ right: PDFWord) -> Bool {
        guard let left = left.text.last, let right = right.text.first else { return false }
        return isPair(left, right)
    }

    private static func isPair(_ left: Character, _ right: Character) -> Bool {
        isJapanese(left) && isLatin(right) || isLatin(left) && isJapanese(right)
    }

    private static func isLatin(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    private static func isJapanese(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        // The middle dot stands between digits as well (1・2年).
        if scalar == 0x30FB { return false }
        return (0x3041...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar) || scalar == 0x3005
    }
}
