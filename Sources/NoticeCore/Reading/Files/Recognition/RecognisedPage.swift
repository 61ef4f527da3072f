/// What tesseract saw on a page: words with their places, put back into lines as wide as they were printed.
///
/// Its own text output marks the narrow gap behind a comma and the gap between two columns alike; the picture tells them apart.
struct RecognisedPage: Equatable {
    struct Box: Equatable {
        let left: Int
        let top: Int
        let width: Int
        let height: Int
    }

    struct Word: Equatable {
        let box: Box
        let text: String
    }

    struct Line: Equatable {
        let box: Box
        /// In the order in which they are read.
        let words: [Word]
        /// How sure tesseract is of its characters, 0 to 100.
        let confidence: Double

        /// The words without what stood between them.
        var plainText: String { words.map(\.text).joined() }
    }

    let lines: [Line]
    /// How sure tesseract is of its characters on the whole, 0 to 100.
    let confidence: Double

    /// - Parameter table: Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    init(table: String) {
        var lines: [(box: Box, words: [(word: Word, confidence: Double)])] = []
        for row in table.split(separator: "\n").dropFirst() {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 12, let box = Self.box(cells[6...9]) else { continue }
            if cells[0] == "4" { lines.append((box, [])) }
            guard cells[0] == "5", !lines.isEmpty, let confidence = Double(cells[10]),
                cells[11].contains(where: { !$0.isWhitespace })
            else { continue }
            lines[lines.count - 1].words.append((Word(box: box, text: String(cells[11])), max(0, confidence)))
        }
        self.lines = lines.filter { !$0.words.isEmpty }.map { line in
            Line(
                box: line.box, words: line.words.map(\.word),
                confidence: Self.mean(line.words))
        }
        confidence = Self.mean(lines.flatMap(\.words))
    }

    /// By characters: a long word weighs more.
    private static func mean(_ words: [(word: Word, confidence: Double)]) -> Double {
        let characters = words.reduce(0) { $0 + $1.word.text.count }
        return characters == 0
            ? 0 : words.reduce(0) { $0 + $1.confidence * Double($1.word.text.count) } / Double(characters)
    }

    private static func box(_ cells: ArraySlice<Substring>) -> Box? {
        let numbers = cells.compactMap { Int($0) }
        guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
        return Box(left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3])
    }
}
