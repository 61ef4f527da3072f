import NoticeCore

extension DraftSheet {
    /// The sheet as a file, in the language of this run.
    var text: String {
        var lines = Strings[.sheetHelp].split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)" }
        if let letter {
            lines += ["", "[\(Strings[.fieldNotice])]"] + Self.lines(of: letter)
        }
        for (index, entry) in entries.enumerated() {
            lines += ["", "[\(entry.number ?? index + 1)]"]
            lines += entry.remarks.map { "# " + SafeText.line($0) }
            lines += Self.lines(of: entry.draft)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(of letter: Letter) -> [String] {
        [
            line(.title, letter.title), line(.issued, letter.issued.map { ShownDate.text(start: $0, end: nil) }),
            line(.grades, numbers(letter.grades ?? [])), line(.classes, list(letter.classes ?? [])),
            line(.flags, list((letter.flags ?? []).map { Strings.label("flag", $0) })),
        ]
    }

    private static func lines(of draft: EventDraftBody) -> [String] {
        let whole = draft.wholeAssociation == true ? line(.wholeAssociation, Strings[.answerYes]) : nil
        // Said only where the times leave it open: a trip with real hours, a window of days.
        let isContinuous = draft.allDay == false && draft.end.map { $0.prefix(10) != draft.start?.prefix(10) } == true
        let allDay = isContinuous ? line(.allDay, Strings[.answerNo]) : nil
        let vague = draft.datePrecision == "approx" ? line(.precision, Strings[.answerYes]) : nil
        let fields: [String?] = [
            line(.title, draft.title), line(.kind, draft.kind.map { Strings.label("kind", $0) }),
            line(.start, draft.start.map { ShownDate.text(start: $0, end: nil) }), line(.end, end(of: draft)), allDay,
            vague, whole, line(.grades, grades(of: draft)), line(.classes, list(draft.classes ?? [])),
            line(.groups, list(draft.groups ?? [])), line(.place, draft.place),
            line(.rainDates, list((draft.rainDates ?? []).map { ShownDate.text(start: $0, end: nil) })),
            line(.items, list(draft.items ?? [])),
            line(.reception, draft.reception.map { String($0.split(separator: "T").last ?? "") }),
            line(.status, Strings.label("status", draft.status ?? "confirmed")), line(.note, draft.note),
            line(.id, draft.id),
        ]
        return fields.compactMap { $0 }
    }

    /// On the day of the start only the clock time; nothing where it says nothing new.
    private static func end(of draft: EventDraftBody) -> String? {
        guard let end = draft.end, !end.isEmpty, end != draft.start else { return nil }
        if end.prefix(10) == draft.start?.prefix(10) {
            return end.split(separator: "T").dropFirst().last.map(String.init)
        }
        return ShownDate.text(start: end, end: nil)
    }

    private static func grades(of draft: EventDraftBody) -> String {
        guard let grades = draft.grades else { return "" }
        return grades.isEmpty && draft.wholeAssociation != true ? Strings[.audienceNobody] : numbers(grades)
    }

    private static func numbers(_ grades: [Int]) -> String { grades.map(String.init).joined(separator: ",") }

    /// 「水筒、帽子」; with semicolons where a thing has a comma of its own.
    private static func list(_ values: [String]) -> String {
        guard values.contains(where: { $0.contains("、") }) else { return values.joined(separator: "、") }
        return values.map { $0 + ";" }.joined(separator: " ")
    }

    /// A value's further lines are indented.
    private static func line(_ field: Field, _ value: String?) -> String {
        let value = SafeText.paragraph(value ?? "").replacing("\n", with: "\n  ")
        return "\(Strings[field.key]): \(value)".trimmingSpaces
    }
}

extension String {
    /// Without blanks at the end.
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
