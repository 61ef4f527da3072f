/// The words of a page gathered into its lines, from top to bottom, or its columns where it is written downwards.
struct PDFLines: Equatable {
    /// A line of a page.
    struct Line: Equatable {
        /// In the order of reading.
        var words: [PDFWord]
        /// Where it runs: from the top, or from the right.
        let place: Double
    }

    let lines: [Line]
    let isVertical: Bool
    /// The width of a kanji on this page.
    let em: Double

    init(_ words: [PDFWord]) {
        let em = max(1, Self.median(words.map(\.em)))
        self.em = em
        isVertical = Self.isVertical(words, em: em)
        if isVertical {
            lines = Self.columns(words, em: em)
        } else {
            lines = Self.withoutFurigana(Self.rows(words, em: em), em: em)
        }
    }

    // MARK: - Rows

    private static func rows(_ words: [PDFWord], em: Double) -> [Line] {
        var lines: [Line] = []
        for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            // Small letters have a line of their own until it is known whether they are furigana.
            let isSmall = word.em < em * 0.65
            let near = lines.indices.suffix(8).last { index in
                let line = lines[index]
                let distance = abs(line.place - word.middle)
                guard isSmall == (line.words[0].em < em * 0.65), distance < em * 0.8 else { return false }
                return distance < em * 0.4 || !line.words.contains { $0.left < word.right && word.left < $0.right }
            }
            guard let near else {
                lines.append(Line(words: [word], place: word.middle))
                continue
            }
            // Bold letters are sometimes the same word printed twice.
            let isRepeated = lines[near].words.contains {
                $0.text == word.text && abs($0.left - word.left) < em * 0.3
            }
            if !isRepeated { lines[near].words.append(word) }
        }
        return lines.map { Line(words: $0.words.sorted { $0.left < $1.left }, place: $0.place) }
    }

    /// Leaves out the readings printed small above kanji: they would stand between the lines.
    private static func withoutFurigana(_ lines: [Line], em: Double) -> [Line] {
        lines.indices.filter { index in
            let line = lines[index]
            guard line.words.allSatisfy({ $0.em < em * 0.65 && $0.text.unicodeScalars.allSatisfy(isKana) }) else {
                return true
            }
            return !lines[max(0, index - 2)..<min(lines.count, index + 3)].contains { other in
                other.place > line.place && other.place - line.place < em * 1.5
                    && other.words.contains {
                        $0.em >= em * 0.65 && $0.left < line.words[0].right && line.words[0].left < $0.right
                    }
            }
        }.map { lines[$0] }
    }

    private static func isKana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x30FF).contains(scalar.value) }

    // MARK: - Columns

    /// Whether most letters have their neighbour below them rather than beside them.
    private static func isVertical(_ words: [PDFWord], em: Double) -> Bool {
        let single = words.filter { $0.text.unicodeScalars.count == 1 }
        guard single.count >= 40, single.count * 5 >= words.count * 3 else { return false }
        let sample = single.prefix(200)
        let below = sample.count { word in
            single.contains {
                abs($0.centre - word.centre) < em * 0.3 && $0.top > word.top && $0.top - word.top < em * 1.4
            }
        }
        return below * 2 > sample.count
    }

    private static func columns(_ words: [PDFWord], em: Double) -> [Line] {
        var columns: [Line] = []
        for word in words.sorted(by: { ($0.centre, -$0.top) > ($1.centre, -$1.top) }) {
            let distance = columns.last.map { $0.place - word.centre } ?? .infinity
            // Digits lie on their side, and beside the middle of their column.
            if distance < em * (word.isLatin ? 1.2 : 0.6) {
                columns[columns.count - 1].words.append(word)
            } else {
                columns.append(Line(words: [word], place: word.centre))
            }
        }
        return columns.map { Line(words: $0.words.sorted { $0.top < $1.top }, place: $0.place) }
    }

    private static func median(_ numbers: [Double]) -> Double {
        numbers.isEmpty ? 0 : numbers.sorted()[numbers.count / 2]
    }
}
