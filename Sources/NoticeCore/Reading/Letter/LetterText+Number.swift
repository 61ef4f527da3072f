extension LetterText {
    /// A whole number as it stands in a letter, and where it ends.
    struct Number: Equatable {
        let value: Int
        let end: Int
        let isKanji: Bool
    }

    /// Reads 24, 二十四, 二四 or 元 (the first year of an era).
    ///
    /// - Parameter digits: So many digits at most; a longer run of them is no number of this kind.
    func number(at place: Int, before limit: Int, digits: Int = 2) -> Number? {
        var end = place
        var value = 0
        while end < limit, let digit = Self.digit(scalars[end]) {
            guard end - place < digits else { return nil }
            value = value * 10 + digit
            end += 1
        }
        if end > place { return Number(value: value, end: end, isKanji: false) }
        return kanjiNumber(at: place, before: limit)
    }

    /// Whether a digit stands directly before `place`, so that a number cannot begin here.
    func followsDigit(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = scalars[place - 1]
        if Self.digit(before) != nil { return true }
        if Self.kanjiDigit(before) != nil || before == "十" {
            return Self.kanjiDigit(scalars[place]) != nil || scalars[place] == "十"
        }
        guard before == "." || before == "/" || before == ":" || before == "," else { return false }
        return place > 1 && Self.digit(scalars[place - 2]) != nil
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil
    }

    private static func kanjiDigit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// 十, 二十四, 三〇, up to 99; 元 is 1.
    private func kanjiNumber(at place: Int, before limit: Int) -> Number? {
        guard place < limit else { return nil }
        if scalars[place] == "元" { return Number(value: 1, end: place + 1, isKanji: true) }
        var end = place
        var tens: Int?
        var units: Int?
        while end < limit {
            if scalars[end] == "十" {
                guard tens == nil else { break }
                tens = units ?? 1
                units = nil
            } else if let digit = Self.kanjiDigit(scalars[end]) {
                guard units == nil || tens == nil else { return nil }
                if let before = units {
                    tens = before
                }
                units = digit
            } else {
                break
            }
            end += 1
        }
        guard end > place, end - place <= 3 else { return nil }
        return Number(value: (tens ?? 0) * 10 + (units ?? 0), end: end, isKanji: true)
    }
}
