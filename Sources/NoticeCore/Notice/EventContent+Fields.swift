extension EventContent {
    /// A part that a later table can correct on its own.
    enum Field: String, CaseIterable, Sendable {
        case title
        case kind
        case status
        case time
        case audience
        case groups
        case place
        case rainDates = "rain_dates"
        case items
        case note
    }

    private func agrees(with other: EventContent, in field: Field) -> Bool {
        switch field {
        case .title: title == other.title
        case .kind: kind == other.kind
        case .status: status == other.status
        case .time: EventSpan(self) == EventSpan(other)
        case .audience: audience == other.audience
        case .groups: groups == other.groups
        case .place: place == other.place
        case .rainDates: rainDates == other.rainDates
        case .items: items == other.items
        case .note: note == other.note
        }
    }

    func fieldsThatDiffer(from other: EventContent) -> [Field] {
        Field.allCases.filter { !agrees(with: other, in: $0) }
    }

    /// Takes the named fields over from another content.
    func taking(_ fields: [Field], from other: EventContent) -> EventContent {
        var content = self
        for field in fields {
            switch field {
            case .title: content.title = other.title
            case .kind: content.kind = other.kind
            case .status: content.status = other.status
            case .time:
                content.firstDay = other.firstDay
                content.lastDay = other.lastDay
                content.start = other.start
                content.end = other.end
                content.isContinuous = other.isContinuous
                content.precision = other.precision
            case .audience: content.audience = other.audience
            case .groups: content.groups = other.groups
            case .place: content.place = other.place
            case .rainDates: content.rainDates = other.rainDates
            case .items: content.items = other.items
            case .note: content.note = other.note
            }
        }
        return content
    }

    /// A row of a table as an event of `school`.
    init(_ row: EventListRow, of school: School.ID) {
        let isMomentOfDeadline = row.kind == .deadline && row.start == nil && row.firstDay == row.lastDay
        self.init(
            title: row.title, kind: row.kind, status: row.status, firstDay: row.firstDay, lastDay: row.lastDay,
            start: isMomentOfDeadline ? row.end : row.start, end: isMomentOfDeadline ? nil : row.end,
            audience: .grades(school, row.grades, classes: row.classes), groups: row.groups, place: row.place,
            rainDates: row.rainDates, items: row.items,
            note: row.note
        )
    }
}
