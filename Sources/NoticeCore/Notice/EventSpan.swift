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

    /// The span of existing content.
    init(_ content: EventContent) {
        firstDay = content.firstDay
        lastDay = content.lastDay
        start = content.start
        end = content.end
        isContinuous = content.isContinuous
        precision = content.precision
    }

    /// What an officer said of the times; absent parts keep what was there.
    struct Draft {
        /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; a day alone keeps a known clock time unless `allDay` says otherwise.
        var start: String?
        /// As `start`, inclusive; empty clears it. Absent: the length stays when the start moves.
        var end: String?
        /// `false` over several days: a continuous trip with real hours.
        var allDay: Bool?
        var precision: String?
        /// A deadline's end, where one is written, is its moment.
        var isDeadline = false
    }

    init(_ draft: Draft, base: EventSpan?, today: SchoolDay) throws(Fault) {
        let start = try draft.start.map { text throws(Fault) in try Self.point(text, field: "start", today: today) }
        let end = try Self.end(draft.end, today: today)
        guard let firstDay = start?.day ?? base?.firstDay else {
            throw Fault(code: .missing, field: "start", value: "")
        }
        let shift = base.map { firstDay.daysSince1970 - $0.firstDay.daysSince1970 } ?? 0
        let keptLastDay = draft.end == "" ? nil : base?.lastDay.adding(days: shift)
        self.firstDay = firstDay
        lastDay = end?.day ?? keptLastDay ?? firstDay
        // The hours of a range are those of each day: to call it all-day says nothing against them.
        let keepsTimes = draft.allDay == nil || (draft.allDay == true && lastDay > firstDay)
        self.start = start == nil ? base?.start : (start?.time ?? (keepsTimes ? base?.start : nil))
        self.end = draft.end == nil ? base?.end : (end?.time ?? (keepsTimes && draft.end != "" ? base?.end : nil))
        if draft.allDay == true, lastDay == firstDay {
            self.start = nil
            self.end = nil
        }
        isContinuous =
            lastDay > firstDay && self.start != nil && (draft.allDay.map { !$0 } ?? base?.isContinuous ?? false)
        precision = try Self.precision(draft.precision) ?? base?.precision ?? .exact
        guard lastDay >= firstDay else { throw Fault(code: .endBeforeStart, field: "end", value: draft.end ?? "") }
        if lastDay == firstDay, let from = self.start, let to = self.end, to < from {
            guard draft.end == nil else { throw Fault(code: .endBeforeStart, field: "end", value: draft.end ?? "") }
            self.end = nil
        }
        guard lastDay.daysSince1970 - firstDay.daysSince1970 <= 366 else {
            throw Fault(code: .dateOutOfRange, field: "end", value: draft.end ?? "")
        }
        if draft.isDeadline, lastDay == firstDay, self.start == nil, let moment = self.end {
            self.start = moment
            self.end = nil
        }
    }

    private static func end(_ text: String?, today: SchoolDay) throws(Fault) -> (day: SchoolDay, time: WallTime?)? {
        guard let text, !text.isEmpty else { return nil }
        return try point(text, field: "end", today: today)
    }

    private static func precision(_ text: String?) throws(Fault) -> EventContent.DatePrecision? {
        guard let text else { return nil }
        guard let value = EventContent.DatePrecision(rawValue: text) else {
            throw Fault(code: .unknownOption, field: "date_precision", value: text)
        }
        return value
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
