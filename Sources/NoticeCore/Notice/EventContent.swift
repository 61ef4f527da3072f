/// What an event says: one revision of it, valid by construction (``EventDraft`` makes it).
public struct EventContent: Hashable, Sendable {
    public var title: String
    public var kind: EventKind
    public var status: EventStatus
    public var firstDay: SchoolDay
    /// Inclusive.
    public var lastDay: SchoolDay
    public var start: WallTime?
    public var end: WallTime?
    /// Over several days without a break, so that the hours are real (a trip); else the hours are those of each day.
    public var isContinuous = false
    public var precision: DatePrecision = .exact
    public var audience: Audience
    /// Labels such as `special_support`, `club:吹奏楽`; never a property of a household.
    public var groups: [String] = []
    public var place: String?
    public var rainDates: [SchoolDay] = []
    /// Things to bring.
    public var items: [String] = []
    /// 受付, when different from the start: a clock time.
    public var reception: WallTime?
    public var note: String?

    public enum DatePrecision: String, CaseIterable, Sendable {
        case exact
        /// 上旬, 中旬, 下旬: first and last day are the window.
        case approximate = "approx"
    }
}

extension EventContent {
    /// Whether date, time or place differ: only this is shown as 「変更」 (PRODUCT, "Changing things").
    func isVisibleChange(from old: EventContent) -> Bool {
        firstDay != old.firstDay || lastDay != old.lastDay || start != old.start || end != old.end || place != old.place
    }

    func isMoved(from old: EventContent) -> Bool { firstDay != old.firstDay || lastDay != old.lastDay }
}
