/// What a year plan says of one day: an event, or a part of one that takes several.
struct PlanEntry: Equatable {
    /// As written, without what stands in the other fields.
    var title: String
    /// All of it, as written.
    var words = ""
    var kind: EventKind = .event
    var status: EventStatus = .confirmed
    /// `nil`: nobody is named.
    var audience: AudiencePhrase?
    var start: WallTime?
    var end: WallTime?
    /// Of a range that the cell names.
    var lastDay: SchoolDay?
    var rainDates: [SchoolDay] = []
    /// The day is a rain date of what the title names.
    var isRainDate = false
    /// An arrow behind it: the next days go on with it.
    var goesOn = false
}
