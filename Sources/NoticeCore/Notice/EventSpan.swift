/// When an event takes place: days, and clock times where they are known.
struct EventSpan: Equatable {
    var firstDay: SchoolDay
    var lastDay: SchoolDay
    var start: WallTime?
    var end: WallTime?
    var isContinuous = false
    var precision: EventContent.DatePrecision = .exact

    /// Where the times stand in a draft, and what is wrong there.
    struct Fault: Error {
        let code: Flaw.Code
        let field: String
        let value: String
    }

    /// Events are registered for the school years around the present one; anything farther is a mistyped year.
    private static let yearsAround = 3

    static func isNear(_ day: SchoolDay, today: SchoolDay) -> Bool {
        abs(day.schoolYear.year - today.schoolYear.year) <= yearsAround
    }

    init(_ content: EventContent) {
        firstDay = content.firstDay
        lastDay = content.lastDay
        start = content.start
        end = content.end
        isContinuous = content.isContinuous
        precision = content.precision
    }

    /// Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, each with or without the other.
    ///
    /// - Parameters:
    ///   - allDay: `false` over several days: a continuous trip with real hours.
    ///   - isDeadline: A deadline's end, where one is written, is its moment.
    init(
        start startText: String, end endText: String?, allDay: Bool?, precision precisionText: String?,
        isDeadline: Bool, today: SchoolDay
    ) throws(Fault) {
        let start = try Self.point(startText, field: "start", today: today)
        var end: (day: SchoolDay, time: WallTime?)?
        if let endText, !endText.isEmpty { end = try Self.point(endText, field: "end", today: today) }
        firstDay = start.day
        lastDay = end?.day ?? start.day
        self.start = allDay == true ? nil : start.time
        self.end = allDay == true ? nil : end?.time
        if allDay == true, lastDay > firstDay {
            self.start = start.time
            self.end = end?.time
        }
        isContinuous = lastDay > firstDay && allDay == false && start.time != nil
        if let precisionText {
            guard let value = EventContent.DatePrecision(rawValue: precisionText) else {
                throw Fault(code: .unknownOption, field: "date_precision", value: precisionText)
            }
            precision = value
        }
        guard lastDay >= firstDay else { throw Fault(code: .endBeforeStart, field: "end", value: endText ?? "") }
        if lastDay == firstDay, let from = self.start, let to = self.end, to < from {
            throw Fault(code: .endBeforeStart, field: "end", value: endText ?? "")
        }
        guard lastDay.daysSince1970 - firstDay.daysSince1970 <= 366 else {
            throw Fault(code: .dateOutOfRange, field: "end", value: endText ?? "")
        }
        if isDeadline, self.start == nil, let moment = self.end {
            self.start = moment
            self.end = nil
        }
    }

    private static func point(
        _ text: String, field: String, today: SchoolDay
    ) throws(Fault) -> (day: SchoolDay, time: WallTime?) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let dayText = parts.first, dayText.utf8.count == 10 else {
            throw Fault(code: .malformed, field: field, value: text)
        }
        guard let day = SchoolDay(String(dayText)) else {
            throw Fault(code: .impossibleDate, field: field, value: text)
        }
        guard isNear(day, today: today) else { throw Fault(code: .dateOutOfRange, field: field, value: text) }
        guard parts.count == 2 else { return (day, nil) }
        let clock = parts[1].hasSuffix(":00") && parts[1].utf8.count == 8 ? parts[1].dropLast(3) : parts[1]
        guard let time = WallTime(String(clock)) else {
            throw Fault(code: .impossibleTime, field: field, value: text)
        }
        return (day, time)
    }

    /// The start as JSON writes it.
    var startText: String { Self.text(firstDay, start) }

    /// The end as JSON writes it; `nil` when it says no more than the start.
    var endText: String? {
        if let end { return Self.text(lastDay, end) }
        if lastDay > firstDay { return lastDay.text }
        return start == nil ? lastDay.text : nil
    }

    private static func text(_ day: SchoolDay, _ time: WallTime?) -> String {
        time.map { "\(day.text)T\($0.text)" } ?? day.text
    }
}
