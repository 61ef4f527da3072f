import NoticeCore

/// The date of a response (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// - Parameter second: Seconds since 1970 in UTC.
    static func text(second: Int64) -> String {
        let ofDay = Int(((second % 86_400) + 86_400) % 86_400)
        let day = SchoolDay(daysSince1970: Int((second - Int64(ofDay)) / 86_400))
        let clock = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map(twoDigits).joined(separator: ":")
        return
            "\(weekdays[day.weekday - 1]), \(twoDigits(day.dayOfMonth)) \(months[day.month - 1]) \(day.year) \(clock) GMT"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
