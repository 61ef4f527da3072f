/// Marks that repeat what the day above says: 「〃」, 「→」, 「↓」, 同上.
enum PlanMark {
    private static let arrows: Set<Character> = ["→", "⇒", "➡", "↓", "⇓", "⬇", "|", "│", "┃", "∥", "︙", "⋮"]
    private static let dittos: Set<Character> = ["〃", "″", "〝", "\"", "”", "々"]
    private static let words: Set<String> = ["同上", "同じ", "続き", "つづく", "続く"]

    static func isContinuation(_ text: FoldedText) -> Bool {
        !text.isEmpty
            && text.folded.allSatisfy { arrows.contains($0) || dittos.contains($0) || $0 == " " || $0 == "\n" }
            || words.contains(text.trimmed { "()".contains($0) }.key)
    }

    /// 「〃(3・4年)」: the same for others.
    ///
    /// - Returns: What stands behind the mark.
    static func afterDitto(_ text: FoldedText) -> FoldedText? {
        guard let first = text.folded.first, dittos.contains(first), text.count > 1 else { return nil }
        return text.dropFirst(1).trimmed()
    }
}

extension PlanEntry {
    /// The same on the next day.
    var continued: PlanEntry {
        var entry = self
        entry.lastDay = nil
        entry.rainDates = []
        entry.goesOn = true
        return entry
    }
}

/// Where in the file something stands.
struct PlanPlace: Equatable {
    let row: Int
    /// The month's heading.
    let heading: String
    /// Which of the month's columns it is.
    let order: Int
}

/// The names of weekdays, 1 being Monday.
enum WeekdayName {
    static func of(_ weekday: Int) -> String { String(Array("月火水木金土日")[weekday - 1]) }

    /// Both readings of a date whose weekday is wrong: what the number says, and the nearest day that the weekday says.
    static func contradiction(of day: SchoolDay, to weekday: Int) -> String {
        let ahead = (weekday - day.weekday + 7) % 7
        let other = day.adding(days: ahead <= 3 ? ahead : ahead - 7)
        return "\(day.text)（\(of(day.weekday))）≠ \(of(weekday))（\(other.text)）"
    }
}
