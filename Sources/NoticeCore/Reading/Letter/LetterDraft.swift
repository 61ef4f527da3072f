/// One event as it takes shape while a letter is read.
struct LetterDraft {
    var title: String
    var kind: EventKind
    var first: SchoolDay
    var last: SchoolDay
    var start: WallTime?
    var end: WallTime?
    /// From the start on the first day to the end on the last (a trip), not daily hours.
    var isContinuous = false
    var isApproximate = false
    var status = LetterEvent.Status.confirmed
    /// Named for this item; empty inherits.
    var grades: Set<Int> = []
    var classes: Set<SchoolClass> = []
    var groups: [String] = []
    var isNewGrade = false
    var isEverybody = false
    var place: String?
    var rainDates: [SchoolDay] = []
    var items: [String] = []
    var reception: WallTime?
    var notes: [String] = []
    var evidence: LetterText.Span
    var mismatch: WeekdayMismatch?
    /// The block whose labels (場所, 持ち物) concern it.
    var scope: Int
    /// Whether 日時 of its block named it.
    var isMain = false
    /// A part of the block's program (時程).
    var isPart = false
    var superseded: SchoolDay?
    var supersededStart: WallTime?
    /// From a list of a newsletter or plan, where past days are still part of the plan.
    var isListed = false
    var isRunningOn = false
    var isOnlyEnd = false

    var isRange: Bool { last > first && !isApproximate }
}
