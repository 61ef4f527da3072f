/// Words by which a plan calls a day the rain date of something.
enum RainDateWords {
    /// The longer before the shorter.
    private static let words = [
        "雨天時予備日", "雨天予備日", "雨天順延日", "雨天延期日", "荒天予備日", "の予備日", "予備日", "順延日", "延期日", "雨天順延", "予備",
    ]

    static func isNamed(in key: String) -> Bool { words.contains { key.contains($0) } }

    /// 「運動会予備日」, 「予備日：運動会」, 「運動会 予備日」.
    ///
    /// - Returns: What the day is a rain date of, possibly empty; `nil` when the text is no such thing.
    static func subject(of written: FoldedText) -> FoldedText? {
        let text = written.unwrapped
        func isEdge(_ character: Character) -> Bool { " \n:()[]【】〔〕".contains(character) }
        for word in words {
            if text.hasSuffix(word) { return text.dropLast(word.count).trimmed(isEdge) }
            if word != "予備", text.hasPrefix(word) { return text.dropFirst(word.count).trimmed(isEdge) }
        }
        return nil
    }
}
