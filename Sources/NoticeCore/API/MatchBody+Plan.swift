extension MatchReasonBody {
    init(_ reason: EventMatch.Reason) {
        switch reason {
        case .sameTitle: self.init(code: "same_title")
        case .similarTitle: self.init(code: "similar_title")
        case .partOfTitle: self.init(code: "part_of_title")
        case .sameGrades: self.init(code: "same_grades")
        case .sharedGrades: self.init(code: "shared_grades")
        case .sameDay: self.init(code: "same_day")
        case .sharedDays: self.init(code: "shared_days")
        case .daysApart(let days): self.init(code: "days_apart", days: days)
        case .replaces: self.init(code: "replaces")
        case .decidedBefore: self.init(code: "decided_before")
        }
    }
}

extension EventDraftBody {
    /// What turns one wording of an event into another, and the names of the fields that differ.
    static func update(
        of id: Event.ID, from old: EventContent, to new: EventContent
    ) -> (body: EventDraftBody, fields: [String]) {
        var body = EventDraftBody()
        body.id = id.text
        var fields: [String] = []
        func take(_ name: String, _ differs: Bool, _ change: (inout EventDraftBody) -> Void) {
            guard differs else { return }
            change(&body)
            fields.append(name)
        }
        take("title", new.title != old.title) { $0.title = new.title }
        take("status", new.status != old.status) { $0.status = new.status.rawValue }
        let (span, oldSpan) = (EventSpan(new), EventSpan(old))
        if span != oldSpan {
            body.setSpan(span)
            if span.startText != oldSpan.startText { fields.append("start") }
            if span.end != oldSpan.end || span.nights != oldSpan.nights { fields.append("end") }
            if span.isContinuous != oldSpan.isContinuous { fields.append("all_day") }
            if span.precision != oldSpan.precision { fields.append("date_precision") }
        }
        take("groups", new.groups != old.groups) { $0.groups = new.groups }
        take("place", new.place != old.place) { $0.place = new.place ?? "" }
        take("rain_dates", new.rainDates != old.rainDates) { $0.rainDates = new.rainDates.map(\.text) }
        take("items", new.items != old.items) { $0.items = new.items }
        take("reception", new.reception != old.reception) { $0.reception = new.reception?.text ?? "" }
        take("note", new.note != old.note) { $0.note = new.note ?? "" }
        return (body, fields)
    }

    /// The days and times in full, so that nothing of the old ones is kept.
    private mutating func setSpan(_ span: EventSpan) {
        let isRange = span.lastDay > span.firstDay
        start = span.startText
        end = span.endText ?? ""
        allDay = span.isContinuous ? false : span.start == nil || isRange ? true : nil
        datePrecision = span.precision.rawValue
    }
}

extension EventSpan {
    /// Days from the first to the last.
    fileprivate var nights: Int { lastDay.daysSince1970 - firstDay.daysSince1970 }
}
