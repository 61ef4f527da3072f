/// Turns what an officer said of an event into valid content, or into every flaw of it.
///
/// The fields are those of `testdata/SCHEMA.md`. On top of existing content an absent field keeps its value and an empty one
/// clears it (CONTRACT, `notice add`).
struct EventDraft {
    let body: EventDraftBody
    let association: Association
    /// What the event said before, when the draft changes one.
    let base: EventContent?
    /// The audience of the letter, for an event that names none.
    let inherited: Audience?
    let today: SchoolDay
    /// Stands before a field's name in a flaw: `events[2].`.
    var path = ""

    /// - Throws: ``NoticeError/invalid(_:)`` with all flaws at once.
    func content() throws(NoticeError) -> EventContent {
        var flaws: [Flaw] = []
        let title = title(&flaws)
        let kind = kind(&flaws)
        let status = status(&flaws)
        let span = span(&flaws)
        let audience = audience(&flaws)
        let rainDates = rainDates(after: span?.firstDay, &flaws)
        let groups = texts(body.groups, "groups", base?.groups, &flaws)
        let items = texts(body.items, "items", base?.items, &flaws)
        let place = text(body.place, "place", base?.place, limit: 200, &flaws)
        let note = text(body.note, "note", base?.note, limit: 2000, &flaws)
        let reception = reception(&flaws)
        guard flaws.isEmpty, let title, let kind, let status, let span, let audience else { throw .invalid(flaws) }
        return EventContent(
            title: title, kind: kind, status: status, firstDay: span.firstDay, lastDay: span.lastDay, start: span.start,
            end: span.end, isContinuous: span.isContinuous, precision: span.precision, audience: audience,
            groups: groups,
            place: place, rainDates: rainDates, items: items, reception: reception, note: note
        )
    }

    private func title(_ flaws: inout [Flaw]) -> String? {
        guard let title = body.title else {
            if base == nil { flaws.append(Flaw(.missing, field: path + "title")) }
            return base?.title
        }
        let checked = CheckedText.line(title, limit: 200)
        switch checked {
        case .success(let text) where text.isEmpty: flaws.append(Flaw(.missing, field: path + "title"))
        case .success(let text): return text
        case .failure(let fault): flaws.append(fault.flaw(field: path + "title"))
        }
        return nil
    }

    private func kind(_ flaws: inout [Flaw]) -> EventKind? {
        guard let text = body.kind else { return base?.kind ?? .event }
        guard let kind = EventKind(rawValue: text) else {
            flaws.append(Flaw(.unknownKind, field: path + "kind", value: text))
            return nil
        }
        return kind
    }

    private func status(_ flaws: inout [Flaw]) -> EventStatus? {
        guard let text = body.status else { return base?.status ?? .confirmed }
        guard let status = EventStatus(schema: text) else {
            flaws.append(Flaw(.unknownStatus, field: path + "status", value: text))
            return nil
        }
        return status
    }

    private func span(_ flaws: inout [Flaw]) -> EventSpan? {
        let draft = EventSpan.Draft(
            start: body.start, end: body.end, allDay: body.allDay, precision: body.datePrecision,
            isDeadline: (body.kind ?? base?.kind.rawValue) == EventKind.deadline.rawValue
        )
        do throws(EventSpan.Fault) {
            return try EventSpan(draft, base: base.map(EventSpan.init), today: today)
        } catch {
            flaws.append(Flaw(error.code, field: path + error.field, value: error.value))
            return nil
        }
    }

    private func audience(_ flaws: inout [Flaw]) -> Audience? {
        let reader = AudienceReader(association: association, inherited: base?.audience ?? inherited, path: path)
        return reader.audience(
            school: body.school, wholeAssociation: body.wholeAssociation, grades: body.grades, classes: body.classes,
            flaws: &flaws
        )
    }

    /// - Parameter firstDay: A rain date before the event is a mistyped month.
    private func rainDates(after firstDay: SchoolDay?, _ flaws: inout [Flaw]) -> [SchoolDay] {
        guard let given = body.rainDates else { return base?.rainDates ?? [] }
        guard given.count <= 10 else {
            flaws.append(Flaw(.tooMany, field: path + "rain_dates", value: "10"))
            return []
        }
        return given.enumerated().compactMap { index, text in
            guard let day = SchoolDay(text) else {
                flaws.append(Flaw(.impossibleDate, field: path + "rain_dates[\(index)]", value: text))
                return nil
            }
            guard EventSpan.isNear(day, today: today) else {
                flaws.append(Flaw(.dateOutOfRange, field: path + "rain_dates[\(index)]", value: text))
                return nil
            }
            if let firstDay, day < firstDay {
                flaws.append(Flaw(.outOfRange, field: path + "rain_dates[\(index)]", value: "\(firstDay.text)–"))
                return nil
            }
            return day
        }
    }

    private func reception(_ flaws: inout [Flaw]) -> WallTime? {
        guard let text = body.reception else { return base?.reception }
        if text.isEmpty { return nil }
        let clock = text.split(separator: "T").last.map(String.init) ?? text
        guard let time = WallTime(clock) else {
            flaws.append(Flaw(.impossibleTime, field: path + "reception", value: text))
            return nil
        }
        return time
    }

    private func text(
        _ given: String?, _ name: String, _ kept: String?, limit: Int, _ flaws: inout [Flaw]
    ) -> String? {
        guard let given else { return kept }
        switch CheckedText.paragraph(given, limit: limit) {
        case .success(let text): return text.isEmpty ? nil : text
        case .failure(let fault):
            flaws.append(fault.flaw(field: path + name))
            return nil
        }
    }

    private func texts(_ given: [String]?, _ name: String, _ kept: [String]?, _ flaws: inout [Flaw]) -> [String] {
        guard let given else { return kept ?? [] }
        guard given.count <= 50 else {
            flaws.append(Flaw(.tooMany, field: path + name, value: "50"))
            return []
        }
        return given.enumerated().compactMap { index, text in
            switch CheckedText.line(text, limit: 100) {
            case .success(let text): return text.isEmpty ? nil : text
            case .failure(let fault):
                flaws.append(fault.flaw(field: path + "\(name)[\(index)]"))
                return nil
            }
        }
    }
}
