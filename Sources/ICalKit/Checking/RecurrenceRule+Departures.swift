extension RecurrenceRule {
    /// What the rule says although its FREQ does not allow it; it is read as a limit or passed over
    /// (RFC 5545, section 3.3.10).
    var departures: [String] {
        var found: [String] = []
        if count != nil, until != nil { found.append("COUNT and UNTIL exclude each other") }
        if frequency != .yearly, !self[.weekNumber].isEmpty { found.append("BYWEEKNO belongs to FREQ=YEARLY") }
        if !self[.yearDay].isEmpty, [.daily, .weekly, .monthly].contains(frequency) {
            found.append("BYYEARDAY does not belong to FREQ=\(frequency.rawValue)")
        }
        if frequency == .weekly, !self[.monthDay].isEmpty { found.append("BYMONTHDAY does not belong to FREQ=WEEKLY") }
        let countsWeekdays = frequency == .monthly || (frequency == .yearly && self[.weekNumber].isEmpty)
        if !countsWeekdays, days.contains(where: { $0.ordinal != 0 }) {
            found.append("BYDAY has a number beside FREQ=\(frequency.rawValue)")
        }
        let hasOtherPart = !days.isEmpty || Part.allCases.contains { $0 != .setPosition && !self[$0].isEmpty }
        if !self[.setPosition].isEmpty, !hasOtherPart { found.append("BYSETPOS stands without another BY part") }
        return found
    }
}

extension CalendarTime {
    /// What is wrong with the form of an UNTIL beside a DTSTART (RFC 5545, section 3.3.10).
    func problem(asUntilOf start: CalendarTime) -> String? {
        switch (self, start) {
        case (.date, .date), (.floating, .floating), (.utc, .utc), (.utc, .zoned): nil
        case (.date, _): "UNTIL is a DATE beside a DTSTART with a time; its whole day counts"
        case (_, .date): "UNTIL has a time beside a DTSTART that is a DATE"
        case (_, .floating): "UNTIL is in UTC beside a floating DTSTART"
        default: "UNTIL is a local time beside a DTSTART with a zone; it is read as UTC"
        }
    }
}
