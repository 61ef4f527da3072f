extension RecognisedPage {
    /// The lines as they stand on the page: indented, apart, and with the gaps between columns.
    ///
    /// - Parameters:
    ///   - image: The page on which they were recognised.
    ///   - darkness: Below it a pixel is ink.
    func text(on image: GreyImage, darkness: UInt8) -> String {
        // Letters seen in the border of a table, or in a drawing.
        let lines = lines.filter { $0.confidence >= 45 }
        guard let margin = lines.map(\.box.left).min() else { return "" }
        let pitch = Self.median(zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.top }.filter { $0 > 0 })
        var text = ""
        for (number, line) in lines.enumerated() {
            // A paragraph's distance stays a blank line: it ends what stood above.
            if number > 0, pitch > 0, line.box.top - lines[number - 1].box.top > pitch * 3 / 2 { text += "\n" }
            let em = line.em
            let indent = min(80, (line.box.left - margin) / em * 2)
            let ink = LineInk(image, box: line.box, darkness: darkness, narrowest: em / 4)
            text += String(repeating: " ", count: indent) + RecognisedText.corrected(line.text(ink, em: em)) + "\n"
        }
        return text
    }

    fileprivate static func median(_ numbers: [Int]) -> Int {
        numbers.isEmpty ? 0 : numbers.sorted()[numbers.count / 2]
    }
}

extension RecognisedPage.Line {
    /// The width of a kanji: as high as most of the line's words, whose boxes are now and then too tall or too flat.
    fileprivate var em: Int { max(4, RecognisedPage.median(words.map(\.box.height))) }

    fileprivate func text(_ ink: LineInk, em: Int) -> String {
        let words = words.sorted { $0.box.left < $1.box.left }
        var gaps = [LineInk.Gap?](repeating: nil, count: words.count)
        for gap in ink.gaps {
            // The gap stands before the word that begins where it ends, as far as tesseract knows.
            let near = words.indices.dropFirst().min { gap.distance(to: words[$0]) < gap.distance(to: words[$1]) }
            if let near, gap.distance(to: words[near]) <= em { gaps[near] = gap }
        }
        var text = ""
        for (index, word) in words.enumerated() {
            if let gap = gaps[index] {
                text += String(repeating: " ", count: spaces(gap, between: text.last, and: word.text.first, em: em))
            }
            text += word.text
        }
        return text
    }

    /// How many spaces, each half as wide as a kanji, a gap stands for.
    private func spaces(_ gap: LineInk.Gap, between left: Character?, and right: Character?, em: Int) -> Int {
        let width = gap.columns.count
        // Punctuation and brackets leave half of their own square free of ink.
        let own = (left.map(Self.closes) ?? false ? em / 2 : 0) + (right.map(Self.opens) ?? false ? em / 2 : 0)
        let isLatin = [left, right].allSatisfy { $0.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false }
        let least = gap.hasRule || isLatin ? em * 3 / 10 : em * 17 / 20
        guard width - own >= least else { return 0 }
        return max(gap.hasRule ? 2 : 1, min(80, (width - own) * 2 / em))
    }

    private static func closes(_ character: Character) -> Bool { "、。，．,.」』)）】〕》：:".contains(character) }
    private static func opens(_ character: Character) -> Bool { "「『(（【〔《".contains(character) }
}

extension LineInk.Gap {
    /// How far from the gap's end a word begins.
    fileprivate func distance(to word: RecognisedPage.Word) -> Int { abs(word.box.left - columns.upperBound) }
}
