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
            let indent = PrintedSpace.indent(ems: Double(line.box.left - margin) / Double(em))
            let ink = LineInk(image, box: line.box, darkness: darkness, narrowest: em / 4)
            text += indent + RecognisedText.corrected(line.text(ink, em: em)) + "\n"
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
                text += space(gap, between: text.last, and: word.text.first, em: em)
            }
            text += word.text
        }
        return text
    }

    /// The white space for a gap.
    private func space(_ gap: LineInk.Gap, between left: Character?, and right: Character?, em: Int) -> String {
        // Punctuation and brackets leave half of their own square free of ink.
        let own = (left.map(Self.closes) ?? false ? em / 2 : 0) + (right.map(Self.opens) ?? false ? em / 2 : 0)
        let width = gap.columns.count - own
        let isLatin = [left, right].allSatisfy { $0.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false }
        let least = gap.hasRule || isLatin ? em * 3 / 10 : em * 17 / 20
        guard width >= least else { return "" }
        // Letters keep a tenth of their square free on each side; a ruled line parts as two spaces do.
        let ems = max(Double(width) / Double(em) - 0.2, gap.hasRule ? 2 : 0)
        return PrintedSpace.text(ems: ems)
    }

    private static func closes(_ character: Character) -> Bool { "、。，．,.」』)）】〕》：:".contains(character) }
    private static func opens(_ character: Character) -> Bool { "「『(（【〔《".contains(character) }
}

extension LineInk.Gap {
    /// How far from the gap's end a word begins.
    fileprivate func distance(to word: RecognisedPage.Word) -> Int { abs(word.box.left - columns.upperBound) }
}
