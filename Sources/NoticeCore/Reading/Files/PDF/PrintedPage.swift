/// A page of a PDF's text layer as text: lines, indentation, gaps and paragraphs as wide as they were printed.
struct PrintedPage: Equatable {
    let lines: [String]

    init(lines: [String]) { self.lines = lines }

    init(_ page: PDFLines, spacing: TypesetSpacing) {
        lines = page.isVertical ? Self.downwards(page) : Self.across(page, spacing)
    }

    private static func across(_ page: PDFLines, _ spacing: TypesetSpacing) -> [String] {
        let margin = page.lines.compactMap { $0.words.first?.left }.min() ?? 0
        let pitch = pitch(of: page.lines.map(\.place))
        var texts: [String] = []
        for (index, line) in page.lines.enumerated() {
            // A paragraph's distance stays a blank line: it ends what stood above.
            if index > 0, pitch > 0, line.place - page.lines[index - 1].place > pitch * 1.5 { texts.append("") }
            var text = PrintedSpace.indent(ems: ((line.words.first?.left ?? margin) - margin) / page.em)
            for (place, word) in line.words.enumerated() {
                if place > 0 {
                    let before = line.words[place - 1]
                    let gap = before.gap(to: word)
                    if gap > 0.15, !spacing.explains(gap, between: before, and: word) {
                        text += PrintedSpace.text(ems: gap)
                    }
                }
                text += word.text
            }
            texts.append(text)
        }
        return texts
    }

    private static func downwards(_ page: PDFLines) -> [String] {
        let margin = page.lines.compactMap { $0.words.first?.top }.min() ?? 0
        return page.lines.map { column in
            var text = PrintedSpace.indent(ems: ((column.words.first?.top ?? margin) - margin) / page.em)
            for (place, word) in column.words.enumerated() {
                // Boxes are taller than their letters, so the distance from top to top is what tells.
                let before = place == 0 ? word : column.words[place - 1]
                let gap = place == 0 ? 0 : (word.top - before.top) / page.em - before.kanji
                if gap > 0.6 { text += PrintedSpace.text(ems: gap) }
                text += word.text
            }
            return text
        }
    }

    /// The usual distance of two lines.
    private static func pitch(of places: [Double]) -> Double {
        let distances = zip(places, places.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.sorted()
        return distances.isEmpty ? 0 : distances[distances.count / 2]
    }

    /// How far a text layer stands for what the page shows.
    enum Legibility {
        /// A page's worth of text.
        case text
        /// A few words: all there is, or the stamp on a scan.
        case little
        /// Nothing, or characters that are none.
        case none
    }

    var legibility: Legibility {
        let characters = lines.joined().unicodeScalars.filter { !$0.properties.isWhitespace }
        let unknown = characters.count { $0 == "\u{FFFD}" || $0.value < 0x20 || (0xE000...0xF8FF).contains($0.value) }
        if characters.isEmpty || unknown * 10 >= characters.count { return .none }
        return characters.count < 20 ? .little : .text
    }
}
