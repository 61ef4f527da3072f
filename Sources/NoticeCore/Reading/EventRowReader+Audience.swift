extension EventRowReader {
    struct RowAudience {
        var grades: [Int]
        var classes: [SchoolClass] = []
        var groups: [String] = []
        /// No cell says for whom: the title may, else it is the whole school.
        var isOpen = false
    }

    mutating func audience() -> RowAudience? {
        if layout.isLoose(.grades), isBlank(.grades), isBlank(.classes) {
            return RowAudience(grades: Array(school.grades), isOpen: true)
        }
        let grades = AudienceCell.grades(cell(.grades), of: school.grades)
        if case .unknown = grades, layout.isLoose(.grades), let phrase = phrase() { return phrase }
        let classes = AudienceCell.classes(cell(.classes), of: school.grades, known: { school.classes[$0] })
        if case .unknown(let piece) = grades { flaw(.unknownGrade, .grades, piece) }
        if case .unknown(let piece) = classes { flaw(.unknownClass, .classes, piece) }
        guard case .values(let grades) = grades, case .values(let classes) = classes else { return nil }
        let implied = Set(classes.map(\.grade)).sorted()
        if grades.isEmpty { return RowAudience(grades: implied, classes: classes) }
        guard implied.allSatisfy(grades.contains) else {
            flaw(.outOfRange, .classes, cell(.grades))
            return nil
        }
        return RowAudience(grades: grades, classes: classes)
    }

    /// 「低学年」, 「6年保護者」, 「希望者」 in a column of the school's own.
    private func phrase() -> RowAudience? {
        guard let phrase = AudiencePhrase(cell(.grades), of: school.grades, groupNames: school.groupNames),
            phrase.newGrades.isEmpty, phrase.grades.union(phrase.classes.map(\.grade)).isSubset(of: school.grades)
        else { return nil }
        let named = phrase.grades.union(phrase.classes.map(\.grade)).sorted()
        let isEverybody = named.isEmpty && !phrase.isOutside
        return RowAudience(
            grades: isEverybody ? Array(school.grades) : named, classes: phrase.classes.sorted(), groups: phrase.groups)
    }

    /// Adds what the title itself says, as in a year plan: 「遠足(1・2年)」, 「9:00 始業式」.
    func completed(_ row: EventListRow) -> EventListRow {
        guard let entry = PlanEntryReader.entry(of: FoldedText(row.title), on: row.firstDay, for: school),
            !entry.isRainDate
        else { return row }
        let audience = entry.audience
        let grades = audience.flatMap { $0.namesGrades || $0.isOutside ? $0.grades(on: row.firstDay) : nil }
        guard grades?.allSatisfy(school.grades.contains) ?? true else { return row }
        let isForNewcomers = grades == nil && EventWords.isForNewcomers(entry.title, on: row.firstDay)
        let hasTime = row.start != nil || row.end != nil
        return EventListRow(
            row: row.row, column: nil, externalID: row.externalID, title: entry.title,
            kind: layout.isLoose(.kind) && isBlank(.kind) ? entry.kind : row.kind, firstDay: row.firstDay,
            lastDay: isBlank(.lastDay) && row.lastDay == row.firstDay ? entry.lastDay ?? row.lastDay : row.lastDay,
            start: hasTime ? row.start : entry.start, end: hasTime ? row.end : entry.end,
            status: isBlank(.status) ? entry.status : row.status,
            grades: grades ?? (isForNewcomers ? [] : row.grades), classes: audience?.classes.sorted() ?? [],
            groups: audience?.groups ?? [], place: row.place,
            rainDates: row.rainDates.isEmpty ? entry.rainDates : row.rainDates, items: row.items, note: row.note)
    }
}
