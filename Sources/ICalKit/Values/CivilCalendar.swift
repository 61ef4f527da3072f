/// Arithmetic of the proleptic Gregorian calendar on plain integers, the inner loop of recurrence and time zones.
///
/// Algorithms: Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html>. Eras of 400 years make every
/// division a constant one.
enum CivilCalendar {
    static let secondsPerDay: Int64 = 86_400
    /// 0000-01-01 and 9999-12-31, the ends of RFC 5545's four-digit years.
    static let earliestDay = -719_528
    static let latestDay = 2_932_896

    /// Days from 1970-01-01 to a day; a month or day out of range counts on.
    @inline(__always)
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year &- 1 : year
        let era = (shifted >= 0 ? shifted : shifted &- 399) / 400
        let yearOfEra = shifted &- era &* 400
        let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
        let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
        return era &* 146_097 &+ dayOfEra &- 719_468
    }

    @inline(__always)
    static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days &+ 719_468
        let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
        let dayOfEra = shifted &- era &* 146_097
        let yearOfEra = (dayOfEra &- dayOfEra / 1_460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
        let monthPart = (5 &* dayOfYear &+ 2) / 153
        let day = dayOfYear &- (153 &* monthPart &+ 2) / 5 &+ 1
        let month = monthPart < 10 ? monthPart &+ 3 : monthPart &- 9
        return (yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0), month, day)
    }

    /// Monday is 0, Sunday is 6.
    @inline(__always)
    static func weekday(_ days: Int) -> Int {
        let remainder = (days &+ 3) % 7
        return remainder < 0 ? remainder &+ 7 : remainder
    }

    @inline(__always)
    static func isLeap(_ year: Int) -> Bool {
        year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    @inline(__always)
    static func daysInMonth(year: Int, month: Int) -> Int {
        if month == 2 { return isLeap(year) ? 29 : 28 }
        return 30 &+ ((month &+ (month >> 3)) & 1)
    }

    @inline(__always)
    static func daysInYear(_ year: Int) -> Int { isLeap(year) ? 366 : 365 }

    /// Floored division of seconds into days and the second within the day.
    @inline(__always)
    static func split(_ seconds: Int64) -> (days: Int, second: Int) {
        var days = seconds / secondsPerDay
        var rest = seconds &- days &* secondsPerDay
        if rest < 0 {
            rest &+= secondsPerDay
            days &-= 1
        }
        return (Int(days), Int(rest))
    }
}
