import NoticeCore

/// How far this machine's clock is from the server's.
struct ClockSkew: Equatable {
    /// Positive when this machine is ahead.
    let seconds: Int64

    /// - Parameter date: The server's `Date` header (RFC 9110, section 5.6.7), exact to a second.
    init?(date: String?, now: Moment) {
        guard let date, let moment = Self.moment(of: date) else { return nil }
        seconds = now.seconds - moment.seconds
    }

    /// Invitations and slips expire by the day, so a minute does no harm; ten confuse everybody.
    var result: String {
        switch abs(seconds) {
        case ...60: "ok"
        case ...600: "warning"
        default: "failed"
        }
    }

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func moment(of text: String) -> Moment? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: String(words[2])),
            let date = SchoolDay(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3 else { return nil }
        let seconds = Int64(date.daysSince1970) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
        return Moment(milliseconds: seconds * 1000)
    }
}
