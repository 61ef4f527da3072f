/// Puts the days of a year plan together: what runs on from day to day is one event, a rain date belongs to its event.
struct PlanGathering {
    private(set) var rows: [EventListRow] = []
    private(set) var flaws: [Flaw] = []
    private(set) var remarks: [Flaw] = []

    private let school: TableSchool
    private var events: [Gathered] = []
    /// The newest event of each kind: what the next day may go on with.
    private var newest: [Key: Int] = [:]
    private var rainDays: [(entry: PlanEntry, day: SchoolDay, place: PlanPlace)] = []

    init(school: TableSchool) {
        self.school = school
    }

    /// An event, and the days that it has so far.
    private struct Gathered {
        let entry: PlanEntry
        let key: Key
        let place: PlanPlace
        let firstDay: SchoolDay
        var lastDay: SchoolDay
        var rainDates: [SchoolDay]
        var note: String?
    }

    /// What two days must have in common to be one event.
    private struct Key: Hashable {
        let title: String
        let kind: EventKind
        let status: EventStatus
        let grades: [Int]
        let classes: Set<SchoolClass>
        let groups: [String]
        let start: WallTime?
        let end: WallTime?
    }

    /// - Parameter day: Never before that of an earlier call.
    mutating func add(_ entry: PlanEntry, on day: SchoolDay, at place: PlanPlace, note: String?) {
        if entry.isRainDate {
            rainDays.append((entry, day, place))
            return
        }
        let key = key(of: entry, on: day)
        let lastDay = entry.lastDay ?? day
        if let open = newest[key], events[open].firstDay <= day, events[open].lastDay.adding(days: 1) >= day {
            events[open].lastDay = max(events[open].lastDay, lastDay)
            events[open].rainDates += entry.rainDates
            events[open].note = events[open].note ?? note
        } else {
            newest[key] = events.count
            events.append(
                Gathered(
                    entry: entry, key: key, place: place, firstDay: day, lastDay: lastDay, rainDates: entry.rainDates,
                    note: note
                ))
        }
    }

    mutating func finish() {
        joinEdgesOfClosures()
        for rain in rainDays { attach(rain.entry, rain.day, rain.place) }
        for event in events { write(event) }
    }

    private func key(of entry: PlanEntry, on day: SchoolDay) -> Key {
        Key(
            title: matchingKey(of: entry.title), kind: entry.kind, status: entry.status,
            grades: grades(of: entry, on: day),
            classes: entry.audience?.classes ?? [], groups: entry.audience?.groups ?? [], start: entry.start,
            end: entry.end
        )
    }

    /// Nobody named: the whole school. People outside: no grade.
    private func grades(of entry: PlanEntry, on day: SchoolDay) -> [Int] {
        guard let audience = entry.audience, audience.namesGrades || audience.isOutside else {
            return EventWords.isForNewcomers(entry.title, on: day) ? [] : Array(school.grades)
        }
        return audience.grades(on: day)
    }

    // MARK: - Closures of which only the ends are named

    /// The longest holidays, summer's, with room to spare.
    private static let longestClosure = 60

    /// 「夏季休業開始」 and 「夏季休業終了」 are one closure.
    private mutating func joinEdgesOfClosures() {
        let edges = events.indices.compactMap { index in
            EventWords.edgeOfClosure(events[index].key.title).map { (index: index, name: $0.name, begins: $0.begins) }
        }
        var gone: Set<Int> = []
        for (index, name, begins) in edges where begins {
            let end = edges.first { later in
                let days = events[later.index].firstDay.daysSince1970 - events[index].lastDay.daysSince1970
                return !later.begins && later.name == name && (1...Self.longestClosure).contains(days)
                    && events[later.index].key.grades == events[index].key.grades && !gone.contains(later.index)
            }
            guard let end else { continue }
            events[index] = closure(name, from: events[index], to: events[end.index])
            gone.insert(end.index)
        }
        // Places have moved: nothing goes on from here but rain dates that stand alone.
        newest = [:]
        events = events.indices.filter { !gone.contains($0) }.map { events[$0] }
    }

    private func closure(_ name: String, from begin: Gathered, to end: Gathered) -> Gathered {
        var entry = begin.entry
        entry.title = FoldedText(entry.title).dropLast(begin.key.title.count - name.count).trimmed().text
        entry.kind = .closure
        return Gathered(
            entry: entry, key: key(of: entry, on: begin.firstDay), place: begin.place, firstDay: begin.firstDay,
            lastDay: end.lastDay, rainDates: [], note: begin.note
        )
    }

    // MARK: - Rain dates

    /// How long before a rain date its event may be.
    private static let reach = 45
    /// The same where the rain date does not say of what.
    private static let reachWithoutName = 4

    private mutating func attach(_ entry: PlanEntry, _ day: SchoolDay, _ place: PlanPlace) {
        if let index = eventOfRainDate(entry, day) {
            events[index].rainDates.append(day)
            return
        }
        remarks.append(Flaw(.rainDateWithoutEvent, row: place.row, column: place.heading, value: entry.words))
        var alone = entry
        alone.title = entry.words
        alone.kind = .event
        alone.status = .tentative
        alone.isRainDate = false
        add(alone, on: day, at: place, note: nil)
    }

    /// The nearest event before the day whose title and audience fit best; `nil` when none or several do.
    private func eventOfRainDate(_ entry: PlanEntry, _ day: SchoolDay) -> Int? {
        let subject = matchingKey(of: entry.title)
        let reach = subject.isEmpty ? Self.reachWithoutName : Self.reach
        let candidates = events.indices.compactMap { index -> (index: Int, score: Int, distance: Int)? in
            let event = events[index]
            let distance = day.daysSince1970 - event.lastDay.daysSince1970
            guard (1...reach).contains(distance), event.entry.kind == .event else { return nil }
            if let audience = entry.audience, audience.namesGrades, audience.grades(on: day) != event.key.grades {
                return nil
            }
            let score = subject.isEmpty ? 1 : Self.likeness(subject, event.key.title)
            return score > 0 ? (index, score, distance) : nil
        }
        guard let best = candidates.min(by: { ($1.score, $0.distance) < ($0.score, $1.distance) }) else { return nil }
        let equals = candidates.filter { $0.score == best.score && $0.distance == best.distance }
        return equals.count == 1 ? best.index : nil
    }

    /// 3 the same, 2 one within the other, 1 the same beginning (持久走大会, 持久走記録会), 0 something else.
    private static func likeness(_ subject: String, _ title: String) -> Int {
        if subject == title { return 3 }
        if title.contains(subject) || subject.contains(title) { return 2 }
        return zip(subject, title).prefix { $0 == $1 }.count >= 3 ? 1 : 0
    }

    // MARK: - Rows

    private mutating func write(_ event: Gathered) {
        let place = event.place
        func flaw(_ code: Flaw.Code, _ value: String) {
            flaws.append(Flaw(code, row: place.row, column: place.heading, value: value))
        }
        if let grade = event.key.grades.first(where: { !school.grades.contains($0) }) {
            return flaw(.unknownGrade, "\(grade)年")
        }
        let unknown = event.key.classes.sorted().first { !(school.classes[$0.grade]?.contains($0.number) ?? true) }
        if let unknown { return flaw(.unknownClass, "\(unknown.grade)年\(unknown.number)組") }
        let line = String(event.entry.title.map { $0.isNewline ? " " : $0 })
        let checked = CheckedText.line(line, limit: 200)
        guard case .success(let title) = checked else {
            if case .failure(let fault) = checked { flaw(fault.code, fault.value) }
            return
        }
        var note: String?
        if case .success(let text) = CheckedText.paragraph(event.note ?? "", limit: 2000), !text.isEmpty { note = text }
        rows.append(
            EventListRow(
                row: place.row, column: place.heading, externalID: nil, title: title, kind: event.key.kind,
                firstDay: event.firstDay, lastDay: event.lastDay, start: event.key.start, end: event.key.end,
                status: event.key.status, grades: event.key.grades, classes: event.key.classes.sorted(),
                groups: event.key.groups, place: nil, rainDates: Array(Set(event.rainDates)).sorted(), items: [],
                note: note
            ))
    }
}
