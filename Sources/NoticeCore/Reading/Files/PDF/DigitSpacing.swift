/// Spaces between Japanese letters and digits or Latin ones.
///
/// A word processor sets a little space there (令和 7 年), which comes back as one that somebody wrote. A program does so
/// everywhere or nowhere, so a whole document decides.
struct DigitSpacing {
    private var spaced = 0
    private var close = 0

    /// Whether the typesetting put them there: hardly any such pair stands close.
    var isTypeset: Bool { spaced >= 5 && spaced >= close * 4 }

    mutating func count(_ lines: [String]) {
        for line in lines {
            let characters = Array(line)
            for (left, right) in zip(characters, characters.dropFirst()) where Self.isPair(left, right) { close += 1 }
            for place in characters.indices.dropFirst().dropLast() where characters[place] == " " {
                if Self.isPair(characters[place - 1], characters[place + 1]) { spaced += 1 }
            }
        }
    }

    /// The line without the single space between such pairs; wider gaps stay.
    static func removed(from line: String) -> String {
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
