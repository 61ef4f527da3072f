/// Puts right what recognition mistakes again and again where only one reading makes sense.
///
/// Nothing is guessed: a bracket behind a day's number holds a weekday, and a stroke between two times means "until".
enum RecognisedText {
    /// Characters that look like a weekday's.
    private static let weekdays: [Character: Character] = [
        "士": "土", "不": "木", "本": "木", "目": "日", "曰": "日", "全": "金", "永": "水", "氷": "水", "大": "火", "人": "火",
    ]
    private static let strokes: Set<Character> = ["一", "ー", "―", "—", "–", "-", "~", "〜", "～"]

    static func corrected(_ line: String) -> String {
        var characters = Array(line)
        for place in characters.indices {
            if let weekday = weekdays[characters[place]], isInDayBracket(characters, place) {
                characters[place] = weekday
            } else if isRange(characters, place) {
                characters[place] = "～"
            }
        }
        return String(characters)
    }

    /// 24(士), 24日(士)
    private static func isInDayBracket(_ line: [Character], _ place: Int) -> Bool {
        guard place >= 2, place + 1 < line.count, "(（".contains(line[place - 1]), ")）・".contains(line[place + 1]) else {
            return false
        }
        let before = line[place - 2]
        return before.isWholeNumber || (before == "日" && place >= 3 && line[place - 3].isWholeNumber)
    }

    /// 13:50一14:35, 1一4年; 13:15一 at the end of a word. Elsewhere 一 is the number one.
    private static func isRange(_ line: [Character], _ place: Int) -> Bool {
        guard place >= 1 else { return false }
        let isBehindTime = isTime(line, endingAt: place - 1)
        // 午後1時20分一午後4時30分
        let isBeforeNumber = place + 1 < line.count && (line[place + 1].isWholeNumber || line[place + 1] == "午")
        // A wave between two times is often taken for this letter.
        if line[place] == "て" { return isBehindTime && isBeforeNumber }
        guard strokes.contains(line[place]) else { return false }
        if line[place] == "-" { return isBehindTime && isBeforeNumber }
        let endsWord = place + 1 == line.count || line[place + 1].isWhitespace
        let isBehindNumber = line[place - 1].isWholeNumber || ")）分".contains(line[place - 1])
        return isBehindNumber && isBeforeNumber || isBehindTime && endsWord
    }

    /// 13:15
    private static func isTime(_ line: [Character], endingAt place: Int) -> Bool {
        place >= 3 && line[place].isWholeNumber && line[place - 1].isWholeNumber && ":：".contains(line[place - 2])
    }
}
