/// How the days of a draft lie to those of a registered event.
enum DayRelation: Equatable {
    /// They begin on the same day.
    case same
    /// They share a day, or a window (上旬) holds the other.
    case shared
    /// Days from the registered event's to the draft's.
    case apart(Int)

    init(of draft: EventContent, to known: EventContent) {
        let isExact = draft.precision == .exact && known.precision == .exact
        if isExact, draft.firstDay == known.firstDay {
            self = .same
        } else if draft.firstDay <= known.lastDay, known.firstDay <= draft.lastDay {
            self = .shared
        } else if isExact {
            self = .apart(draft.firstDay.daysSince1970 - known.firstDay.daysSince1970)
        } else if draft.firstDay > known.lastDay {
            self = .apart(draft.firstDay.daysSince1970 - known.lastDay.daysSince1970)
        } else {
            self = .apart(draft.lastDay.daysSince1970 - known.firstDay.daysSince1970)
        }
    }

    var isApart: Bool {
        if case .apart = self { return true }
        return false
    }
}
