extension EventBody {
    init(
        id: Event.ID, revision: Int, state: String, externalID: String?, content: EventContent, notices: [String]
    ) {
        let span = EventSpan(content)
        self.init(
            id: id.text, revision: revision, state: state, school: content.audience.school?.text,
            externalID: externalID, title: content.title, kind: content.kind.rawValue, start: span.startText,
            end: span.endText,
            allDay: content.start == nil || (content.lastDay > content.firstDay && !content.isContinuous),
            datePrecision: content.precision.rawValue, status: content.status.rawValue,
            wholeAssociation: content.audience == .wholeAssociation, grades: content.audience.grades,
            classes: content.audience.classes.map(\.text), groups: content.groups, place: content.place,
            rainDates: content.rainDates.map(\.text), items: content.items, reception: content.reception?.text,
            note: content.note, notices: notices
        )
    }
}
