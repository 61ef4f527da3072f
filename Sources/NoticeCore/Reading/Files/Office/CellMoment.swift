/// A day and a time as a spreadsheet counts them: days since the end of 1899, the time as a fraction.
struct CellMoment: Equatable {
    let day: SchoolDay
    let secondOfDay: Int
    /// Days alone, for hours beyond a day.
    private let days: Int

    /// - Returns: `nil` beyond the year 9999.
    init?(serial: Double, countsFrom1904: Bool) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        days = seconds / 86_400
        secondOfDay = seconds % 86_400
        // Excel believes that 1900 was a leap year: its days are right from 1 March 1900 on.
        let start = countsFrom1904 ? -24_107 : days < 60 ? -25_568 : -25_569
        day = SchoolDay(daysSince1970: start + days)
    }

    func shown(_ piece: CellFormat.Piece, isTwelveHours: Bool) -> String {
        let hour = secondOfDay / 3600
        switch piece {
        case .text(let text): return text
        case .field(let letter, let count): return field(letter, count: count, isTwelveHours: isTwelveHours)
        case .minutes(let count): return Self.padded(secondOfDay / 60 % 60, count)
        case .elapsedHours: return String(days * 24 + hour)
        case .halfDay: return hour < 12 ? "AM" : "PM"
        case .number, .percent, .general: return ""
        }
    }

    private func field(_ letter: Character, count: Int, isTwelveHours: Bool) -> String {
        let hour = secondOfDay / 3600
        return switch letter {
        case "y": count <= 2 ? Self.padded(day.year % 100, 2) : String(day.year)
        case "m": count >= 3 ? monthName(count) : Self.padded(day.month, count)
        case "d": count >= 3 ? weekdayName(count) : Self.padded(day.dayOfMonth, count)
        case "a": Self.weekdays[day.weekday - 1] + (count >= 4 ? "曜日" : "")
        case "e": Self.padded(era.year, count)
        case "g": count == 1 ? era.letter : count == 2 ? String(era.name.prefix(1)) : era.name
        case "h": Self.padded(isTwelveHours ? (hour + 11) % 12 + 1 : hour, count)
        case "s": Self.padded(secondOfDay % 60, count)
        default: ""
        }
    }

    private static let weekdays = ["月", "火", "水", "木", "金", "土", "日"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    private func monthName(_ count: Int) -> String {
        let name = Self.months[day.month - 1]
        return count == 3 ? String(name.prefix(3)) : count == 5 ? String(name.prefix(1)) : name
    }

    private func weekdayName(_ count: Int) -> String {
        let name = Self.englishDays[day.weekday - 1]
        return count == 3 ? String(name.prefix(3)) : name
    }

    /// The era of the day; what is older than 昭和 has no place in a school's table.
    private var era: (name: String, letter: String, year: Int) {
        let eras = [("令和", "R", 2019, 5, 1), ("平成", "H", 1989, 1, 8)]
        for (name, letter, year, month, firstDay) in eras {
            if let first = SchoolDay(year: year, month: month, day: firstDay), day >= first {
                return (name, letter, day.year - year + 1)
            }
        }
        return ("昭和", "S", day.year - 1925)
    }

    private static func padded(_ number: Int, _ count: Int) -> String {
        count >= 2 ? paddedTwo(number) : String(number)
    }
}
