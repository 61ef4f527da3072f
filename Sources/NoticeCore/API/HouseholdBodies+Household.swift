extension SeatBody {
    init(_ seat: Seat, on day: SchoolDay) {
        self.init(
            id: seat.id.text, association: seat.placement.association.text, school: seat.placement.school.text,
            grade: seat.placement.grade(in: day.schoolYear), class: seat.placement.classNumber(in: day.schoolYear)
        )
    }
}

extension FeedBody {
    /// - Parameter url: Only in the answer that made the feed.
    init(_ feed: Feed, url: String?) {
        self.init(
            id: feed.id.text, label: feed.label, url: url,
            kinds: EventKind.allCases.filter(feed.options.kinds.contains).map(\.rawValue),
            detail: feed.options.detail.rawValue, reminders: feed.options.reminders,
            language: feed.options.language.rawValue, cancelledStyle: feed.options.cancelledStyle.rawValue,
            created: feed.created.text, lastFetched: feed.lastFetched?.text, revoked: feed.revoked != nil
        )
    }
}
