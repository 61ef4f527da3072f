import NoticeCore

/// A child's seat, with the classes it can be in.
struct ChildView: Sendable {
    let id: String
    let seat: SeatView
    let classes: [HomePage.Choice]
    let hasClasses: Bool

    init(_ seat: SeatBody, names: SchoolNames, _ strings: StringTable, _ language: Language) {
        id = seat.id
        self.seat = SeatView(seat, names: names, strings, language)
        let known = names.classes(of: seat)
        hasClasses = !known.isEmpty
        let unknown = HomePage.Choice(
            value: "", name: strings.text(.homeClassUnknown, language), isChosen: seat.class == nil
        )
        classes =
            [unknown] + known.map { HomePage.Choice(value: String($0), name: String($0), isChosen: $0 == seat.class) }
    }
}
