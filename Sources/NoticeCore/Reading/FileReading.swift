/// What was read out of a file: the events of a letter, or of a school's table.
public struct FileReading: Sendable {
    /// What a letter says of itself; of a table only what was known before.
    public let head: LetterHead
    public let letter: LetterReading
    /// Rows of a table that could not be read; they are nowhere in ``letter``.
    public let flaws: [Flaw]

    public init(_ text: ExtractedText, context: LetterContext) {
        let isTable = text.origin == .csv || text.origin == .xlsx
        let tables = isTable ? text.pages.compactMap { Self.table($0, context: context) } : []
        guard tables.isEmpty else {
            let events = tables.flatMap { $0.events }
            self.init(
                head: LetterHead(context: context),
                letter: LetterReading(events: events, warnings: [], privacyFlags: []),
                flaws: tables.flatMap { $0.flaws })
            return
        }
        self.init(letter: text.text, context: context)
    }

    /// Reads the text of a letter.
    public init(letter text: String, context: LetterContext) {
        let (head, reading) = LetterReader.letter(text, context: context)
        self.init(head: head, letter: reading, flaws: [])
    }

    private init(head: LetterHead, letter: LetterReading, flaws: [Flaw]) {
        self.head = head
        self.letter = letter
        self.flaws = flaws
    }

    /// - Returns: `nil` for a page that is no year plan and no list of events: it may still be a letter.
    private static func table(_ csv: String, context: LetterContext) -> (events: [LetterEvent], flaws: [Flaw])? {
        let school = TableSchool(grades: context.grades, today: context.today)
        let year = context.issued.map(\.schoolYear)
        guard let table = try? CSVTable(csv) else { return nil }
        let reading =
            YearPlanReader.read(table, of: school, schoolYear: nil)
            ?? EventListReader.read(table, of: school, schoolYear: year)
        guard !reading.rows.isEmpty else { return nil }
        return (reading.rows.map { LetterEvent($0, in: csv) }, reading.flaws)
    }
}

extension LetterEvent {
    /// A row of a table; its evidence is its title, as far as that stands there in one piece.
    init(_ row: EventListRow, in csv: String) {
        let isDeadline = row.kind == .deadline
        let start = isDeadline && row.firstDay == row.lastDay ? row.start ?? row.end : row.start
        let isTimed = start != nil && row.firstDay == row.lastDay
        let end = isTimed ? row.end.map { "\(row.lastDay.text)T\($0.text)" } : row.lastDay.text
        self.init(
            title: row.title, kind: row.kind,
            start: row.firstDay.text + (isTimed ? start.map { "T\($0.text)" } ?? "" : ""),
            end: isDeadline ? nil : end, allDay: !isTimed, datePrecision: .exact, status: Status(row.status),
            grades: row.grades, classes: row.classes.map(\.text), groups: row.groups, place: row.place,
            rainDates: row.rainDates.map(\.text), items: row.items, reception: nil, note: row.note,
            evidence: csv.contains(row.title) ? row.title : "")
    }
}

extension LetterEvent.Status {
    fileprivate init(_ status: EventStatus) {
        switch status {
        case .confirmed: self = .confirmed
        case .tentative: self = .tentative
        case .cancelled: self = .cancelled
        }
    }
}
