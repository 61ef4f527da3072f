/// A block of a letter whose labels speak of the same event: 日時, 場所, 持ち物, 雨天の場合.
struct LetterScope {
    /// The heading above it, when it names something that happens.
    var title: String?
    var titleSpan: LetterText.Span?
    /// Whether the heading says that what follows is to be handed in.
    var listsDeadlines = false
    var hours: ItemHours?
    var place: String?
    var items: [String] = []
    var audience: AudienceMention?
    var rainDates: [SchoolDay] = []
    var gathering: (day: SchoolDay?, time: WallTime?, place: String?)?
    var parting: (day: SchoolDay?, time: WallTime?)?
    var reception: WallTime?
    /// The hours that the steps of a day's program give: 登校, 開会 … 閉会, 解散.
    var firstStep: WallTime?
    var lastStep: WallTime?
    var notes: [String] = []
    /// The day of the 日時 line, for programs and 「当日」.
    var day: SchoolDay?
    var hasMain = false
    /// 「1・2年生は自由参加」: what is to be handed in concerns everybody.
    var isOpenToOthers = false
    /// Opened by a line that is nothing but a day.
    var isDayBlock = false
    /// ＜本日＞: what its lines tell happens on that day.
    var impliesDay = false
    /// Status that a heading or label gives (変更後).
    var isChanged = false
}
