/// A page of a PDF's text layer, rid of what the typesetting alone put there.
///
/// A word processor sets a little space between kanji and digits (令和 7 年) and a line and a half of leading; both come back as
/// spaces and blank lines that nobody wrote. A program sets them everywhere or nowhere, so a whole document decides.
struct PrintedPage: Equatable {
    private let lines: [Substring]

    init(_ text: String) {
        lines = Self.withoutRuns(text.split(separator: "\n", omittingEmptySubsequences: false))
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

    static func texts(of pages: [PrintedPage]) -> [String] {
        let spacing = pages.reduce(into: DigitSpacing()) { $0.count($1.lines) }
        return pages.map { page in
            let lines = page.singleSpaced
            return (spacing.isTypeset ? lines.map(DigitSpacing.removed(from:)) : lines.map(String.init)).joined(
                separator: "\n")
        }
    }

    // MARK: - Blank lines

    /// Blank lines at both ends belong to the page, not to the text.
    private static func withoutRuns(_ lines: [Substring]) -> [Substring] {
        let written = lines.indices.filter { !isBlank(lines[$0]) }
        guard let first = written.first, let last = written.last else { return [] }
        return Array(lines[first...last])
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

    /// Takes one blank line from each gap when nine lines in ten have one below them.
    private var singleSpaced: [Substring] {
        var gaps: [Int] = []
        var blank = 0
        for line in lines {
            if Self.isBlank(line) {
                blank += 1
            } else {
                gaps.append(blank)
                blank = 0
            }
        }
        let inner = gaps.dropFirst()
        guard inner.count >= 3, inner.count(where: { $0 > 0 }) * 10 >= inner.count * 9 else { return lines }
        var kept: [Substring] = []
        var isFirstOfGap = true
        for line in lines {
            if Self.isBlank(line), isFirstOfGap {
                isFirstOfGap = false
            } else {
                isFirstOfGap = !Self.isBlank(line) || isFirstOfGap
                kept.append(line)
            }
        }
        return kept
    }
}

/// Spaces between Japanese letters and digits or Latin ones.
struct DigitSpacing {
    private var spaced = 0
    private var close = 0

    /// Whether the typesetting put them there: hardly any such pair stands close.
    var isTypeset: Bool { spaced >= 5 && spaced >= close * 4 }

    mutating func count(_ lines: [Substring]) {
        for line in lines {
            let characters = Array(line)
            for (left, right) in zip(characters, characters.dropFirst()) where Self.isPair(left, right) { close += 1 }
            for place in characters.indices.dropFirst().dropLast() where characters[place] == " " {
                if Self.isPair(characters[place - 1], characters[place + 1]) { spaced += 1 }
            }
        }
    }

    /// The line without the single space between such pairs; wider gaps stay.
    static func removed(from line: Substring) -> String {
        let characters = Array(line)
        var text = ""
        for place in characters.indices {
            let isInner = place > 0 && place + 1 < characters.count
            if isInner, characters[place] == " ", isPair(characters[place - 1], characters[place + 1]) { continue }
            text.append(characters[place])
        }
        return text
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
