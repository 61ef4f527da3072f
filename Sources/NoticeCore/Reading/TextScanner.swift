/// Walks through a short text from left to right, in the form used for matching.
struct TextScanner {
    private var rest: Substring

    init(_ text: String) {
        rest = Substring(Self.form(of: text))
    }

    /// NFKC, so that full-width digits and brackets are ordinary ones, without white space; the many dashes count as `-`,
    /// among them 「ー」 where it makes no vowel long.
    static func form(of text: String) -> String {
        var form = ""
        for character in matchingKey(of: text) {
            let isDash = "‐‑‒–—―−".contains(character) || (character == "ー" && form.last.map(isKana) != true)
            form.append(isDash ? "-" : character)
        }
        return form
    }

    static func isKana(_ character: Character) -> Bool { ("ぁ"..."ヿ").contains(character) }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes a number of so many digits.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let run = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.contains(run.count), let number = Int(run) else { return nil }
        rest = rest.dropFirst(run.count)
        return number
    }

    var isAtNumber: Bool { rest.first.map { $0.isASCII && $0.isNumber } ?? false }

    /// Takes a run of digits, each for itself: 「456年」.
    mutating func digits() -> [Int]? {
        let run = rest.prefix { $0.isASCII && $0.isNumber }
        guard !run.isEmpty else { return nil }
        rest = rest.dropFirst(run.count)
        return run.compactMap(\.wholeNumberValue)
    }

    /// Takes 八, 十二, 二十三, 三十一.
    mutating func kanjiNumber() -> Int? {
        let run = rest.prefix { "元一二三四五六七八九十".contains($0) }
        guard (1...3).contains(run.count) else { return nil }
        var number = 0
        for character in run {
            switch character {
            case "元": number = 1
            case "十": number = max(number, 1) * 10
            default: number += (Array("一二三四五六七八九").firstIndex(of: character) ?? 0) + 1
            }
        }
        rest = rest.dropFirst(run.count)
        return number
    }

    /// Takes what stands before the next separator.
    mutating func takeWord(limit: Int) -> String {
        let word = rest.prefix { !"・、,;/+&".contains($0) }
        guard word.count <= limit else { return "" }
        rest = rest.dropFirst(word.count)
        return String(word)
    }

    /// Takes one character, to look for something further on.
    mutating func skip() { rest = rest.dropFirst() }

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
