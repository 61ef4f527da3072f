/// A clock time, or a span of two, where a letter names it.
struct TimeMention: Equatable {
    let span: LetterText.Span
    let start: WallTime?
    let end: WallTime?
    /// 「～11:00」 has only an end; 「9:30～」 has an open one.
    let isRange: Bool
}

/// Finds clock times: 9:30, 午前9時30分, 9時半, 正午, 午後1時20分～4時30分, 9時30分頃, 九時三十分.
struct TimeScanner {
    let text: LetterText

    /// All times in a span, in order.
    func times(in span: LetterText.Span) -> [TimeMention] {
        text.all(in: span) { place in
            mention(at: place, before: span.upperBound).map { ($0, $0.span.upperBound) }
        }
    }

    private struct Clock {
        let time: WallTime
        let end: Int
        let isAfternoon: Bool
        let isPlain: Bool
    }

    private static let rangeMarks: [Word] = ["~", "-", "から", "より"]
    private static let abouts: [Word] = ["頃", "ごろ", "ころ", "前後", "すぎ", "過ぎ", "(予定)", "予定"]

    func mention(at place: Int, before limit: Int) -> TimeMention? {
        if let word = text.end(of: ["~", "-"], at: place, before: limit),
            let clock = clock(at: text.skippingSpaces(word, before: limit), before: limit)
        {
            let end = text.end(of: Self.abouts, at: clock.end, before: limit) ?? clock.end
            return TimeMention(span: place..<end, start: nil, end: clock.time, isRange: true)
        }
        guard let first = clock(at: place, before: limit) else { return nil }
        var end = text.end(of: Self.abouts, at: first.end, before: limit) ?? first.end
        let dash = afterLabel(text.skippingSpaces(end, before: limit), before: limit)
        guard let mark = text.end(of: Self.rangeMarks, at: dash, before: limit) else {
            return TimeMention(span: place..<end, start: first.time, end: nil, isRange: false)
        }
        end = mark
        let next = text.skippingSpaces(text.end(of: ["午後の"], at: mark, before: limit) ?? mark, before: limit)
        guard let second = clock(at: next, before: limit), !isAnotherClause(from: dash, next: next) else {
            return TimeMention(span: place..<end, start: first.time, end: nil, isRange: true)
        }
        let last = text.end(of: Self.abouts, at: second.end, before: limit) ?? second.end
        return TimeMention(
            span: place..<last, start: first.time, end: Self.carried(second, after: first), isRange: true)
    }

    /// 「8:15登校～10:30下校」: a short word may stand between the time and the dash.
    private func afterLabel(_ place: Int, before limit: Int) -> Int {
        // 「9:15(開会式)~11:40」
        if text.has("(", at: place, before: limit), let close = text.closing(of: place, before: limit),
            close - place <= 8,
            text.end(of: ["~", "-"], at: close, before: limit) != nil
        {
            return close
        }
        guard let word = text.end(of: ["開始", "開演", "開会", "開式", "集合", "スタート"], at: place, before: limit) else {
            return place
        }
        let next = text.skippingSpaces(word, before: limit)
        return text.end(of: ["~", "-"], at: next, before: limit) == nil ? place : next
    }

    private func isAnotherClause(from dash: Int, next: Int) -> Bool { next - dash > 4 }

    /// 午後1時20分～4時30分 means 16:30.
    private static func carried(_ second: Clock, after first: Clock) -> WallTime {
        guard second.time < first.time, second.isPlain else { return second.time }
        return WallTime(hour: second.time.minute / 60 + 12, minute: second.time.minute % 60) ?? second.time
    }

    private func clock(at place: Int, before limit: Int) -> Clock? {
        if let end = text.end(of: ["正午"], at: place, before: limit) {
            return Clock(time: WallTime(minute: 12 * 60), end: end, isAfternoon: false, isPlain: false)
        }
        guard !text.followsDigit(place) else { return nil }
        var start = place
        var half: Bool?
        if let end = text.end(of: ["午前", "ごぜん", "am", "AM", "朝"], at: place, before: limit) {
            (start, half) = (text.skippingSpaces(end, before: limit), false)
        } else if let end = text.end(of: ["午後", "ごご", "pm", "PM", "夕方", "夜"], at: place, before: limit) {
            (start, half) = (text.skippingSpaces(end, before: limit), true)
        }
        guard let hour = text.number(at: start, before: limit), hour.value <= 24,
            let (minute, end) = minute(after: hour, before: limit)
        else { return nil }
        return clock(hour: hour.value, minute: minute, half: half, end: end)
    }

    private func clock(hour: Int, minute: Int, half: Bool?, end: Int) -> Clock? {
        var hour = hour
        if half == true, hour < 12 { hour += 12 }
        if half == false, hour == 12 { hour = 0 }
        // Nobody meets at 2 in the morning: 「3時30分下校」 is in the afternoon.
        let isGuessed = half == nil && (1...4).contains(hour)
        if isGuessed { hour += 12 }
        guard let time = WallTime(hour: hour == 24 ? 23 : hour, minute: hour == 24 ? 59 : minute) else { return nil }
        return Clock(time: time, end: end, isAfternoon: half == true, isPlain: half == nil)
    }

    /// The minutes, and the end of the whole time; `nil` for what is no time of day (5時間授業).
    private func minute(after hour: LetterText.Number, before limit: Int) -> (Int, Int)? {
        if text.has(":", at: hour.end, before: limit), !hour.isKanji {
            guard let minute = text.number(at: hour.end + 1, before: limit), !minute.isKanji,
                minute.end == hour.end + 3, minute.value < 60
            else { return nil }
            return (minute.value, minute.end)
        }
        let gap = text.skippingSpaces(hour.end, before: limit)
        guard let oclock = text.end(of: ["時", "じ"], at: gap, before: limit) else { return nil }
        guard text.end(of: ["間", "限", "期", "代", "点"], at: oclock, before: limit) == nil else { return nil }
        if let end = text.end(of: ["半", "はん"], at: oclock, before: limit) { return (30, end) }
        let next = text.skippingSpaces(oclock, before: limit)
        guard let minute = text.number(at: next, before: limit), minute.value < 60,
            let end = text.end(
                of: ["分", "ふん", "ぷん"], at: text.skippingSpaces(minute.end, before: limit), before: limit)
        else { return (0, oclock) }
        return (minute.value, end)
    }
}
