import NoticeCore

/// Events, as people read them.
enum EventTable {
    /// - Parameter withID: Whether the reader will name one in the next command.
    static func text(_ events: [EventBody], withID: Bool = true) -> String {
        let header: [StringKey] = [.fieldDate, .fieldKind, .fieldTitle, .fieldAudience, .fieldPlace, .fieldState]
        let idColumn = withID ? [Strings[.fieldID]] : []
        return TextTable(
            header.map { Strings[$0] } + idColumn,
            rows: events.map { event in
                [
                    ShownDate.text(start: event.start, end: event.end), Strings.label("kind", event.kind), event.title,
                    audience(of: event), event.place ?? "", state(of: event),
                ] + (withID ? [event.id] : [])
            }
        ).text
    }

    static func audience(of event: EventBody) -> String {
        Audience.text(
            wholeAssociation: event.wholeAssociation, grades: event.grades, classes: event.classes)
    }

    private static func state(of event: EventBody) -> String {
        let state = Strings.label("event", event.state)
        return event.status == "confirmed" ? state : "\(state)・\(Strings.label("status", event.status))"
    }
}

/// For whom something is, in a few characters.
enum Audience {
    static func text(wholeAssociation: Bool, grades: [Int], classes: [String]) -> String {
        if wholeAssociation { return Strings[.audienceWhole] }
        if !classes.isEmpty { return classes.joined(separator: ", ") }
        guard !grades.isEmpty else { return Strings[.audienceNobody] }
        return self.grades(grades)
    }

    /// 「1・3年」.
    static func grades(_ grades: [Int]) -> String {
        Strings[.audienceGrades, ["grades": grades.map(String.init).joined(separator: Strings[.audienceSeparator])]]
    }
}

/// Dates as people read them, with the weekday.
enum ShownDate {
    /// - Parameters:
    ///   - start: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    ///   - end: Likewise; left out where it says nothing new.
    static func text(start: String, end: String?) -> String {
        let from = day(start) + clock(start)
        guard let end, end != start else { return from }
        let isSameDay = start.prefix(10) == end.prefix(10)
        return from + "–" + (isSameDay ? String(clock(end).dropFirst()) : day(end) + clock(end))
    }

    private static func day(_ text: String) -> String {
        guard let day = SchoolDay(String(text.prefix(10))) else { return SafeText.line(text) }
        return "\(day.text)(\(Strings.label("weekday", "\(day.weekday)")))"
    }

    private static func clock(_ text: String) -> String {
        text.dropFirst(10).first == "T" ? " " + SafeText.line(text.dropFirst(11).prefix(5)) : ""
    }
}
