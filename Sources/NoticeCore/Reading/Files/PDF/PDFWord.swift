/// A word of a PDF's text layer and where it is printed; words end at a gap.
struct PDFWord: Equatable {
    let text: String
    /// From the page's top left corner, in points.
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    /// The width of one of its kanji; of a Latin letter twice its own.
    let em: Double
    /// How many kanji are as wide as it; a Latin letter is half of one.
    let kanji: Double

    init(text: String, left: Double, top: Double, right: Double, bottom: Double) {
        self.text = text
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
        kanji = text.unicodeScalars.reduce(0) { $0 + Self.width($1) }
        em = kanji > 0 ? (right - left) / kanji : 0
    }

    var middle: Double { (top + bottom) / 2 }
    var centre: Double { (left + right) / 2 }

    /// The gap to the word on its right, in widths of a kanji of the smaller of both: a title's gaps are wider.
    func gap(to right: PDFWord) -> Double { (right.left - self.right) / max(1, min(em, right.em)) }

    /// Whether it is digits, Latin letters and their signs alone.
    var isLatin: Bool { text.unicodeScalars.allSatisfy { Self.width($0) < 1 } }

    private static func width(_ scalar: Unicode.Scalar) -> Double {
        scalar.value < 0x250 || (0xFF61...0xFF9F).contains(scalar.value) ? 0.5 : 1
    }

    /// The words of each page.
    ///
    /// - Parameter boxes: What `pdftotext -bbox` writes: an XHTML line a page or word.
    static func pages(boxes: String) -> [[PDFWord]] {
        var pages: [[PDFWord]] = []
        for line in boxes.split(separator: "\n") {
            let line = line.drop { $0 == " " }
            if line.hasPrefix("<page ") {
                pages.append([])
            } else if line.hasPrefix("<word "), !pages.isEmpty, let word = PDFWord(element: line) {
                pages[pages.count - 1].append(word)
            }
        }
        return pages
    }

    /// `<word xMin="1" yMin="2" xMax="3" yMax="4">text</word>`
    private init?(element: Substring) {
        guard let open = element.firstIndex(of: ">"), element.hasSuffix("</word>") else { return nil }
        let numbers = element[..<open].split(separator: "\"").compactMap { Double($0) }
        guard numbers.count == 4, numbers.allSatisfy(\.isFinite), numbers[0] <= numbers[2], numbers[1] <= numbers[3]
        else {
            return nil
        }
        let content = element[element.index(after: open)...].dropLast("</word>".count)
        let text = Self.unescaped(content)
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        self.init(text: text, left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
