/// Walks through a short text from left to right, in the form used for matching.
struct TextScanner {
    private var rest: Substring

    /// - Parameter text: Read in NFKC, so that full-width digits and brackets are ordinary ones, without white space; the
    ///   many dashes, 「ー」 among them, count as `-`.
    init(_ text: String) {
        rest = Substring(String(matchingKey(of: text).map { "‐‑‒–—―−ー".contains($0) ? "-" : $0 }))
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes a number of so many digits.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let run = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.contains(run.count), let number = Int(run) else { return nil }
        rest = rest.dropFirst(run.count)
        return number
    }

    /// Takes the first of the words that stands here.
    mutating func take(_ words: String...) -> String? {
        guard let word = words.first(where: { rest.hasPrefix($0) }) else { return nil }
        rest = rest.dropFirst(word.count)
        return word
    }

    /// Takes 「(土・祝)」, 「土曜日」, 「火」.
    ///
    /// - Returns: The weekday as ISO 8601 counts, Monday being 1.
    mutating func weekday() -> Int? {
        var ahead = self
        let bracket = ahead.take("(")
        guard let character = ahead.rest.first, let index = Array("月火水木金土日").firstIndex(of: character) else {
            return nil
        }
        ahead.rest = ahead.rest.dropFirst()
        _ = ahead.take("曜日", "曜")
        if ahead.take("・", ".", "/") != nil, ahead.take("祝日", "祝", "休") == nil { return nil }
        if bracket != nil, ahead.take(")") == nil { return nil }
        self = ahead
        return index + 1
    }
}
