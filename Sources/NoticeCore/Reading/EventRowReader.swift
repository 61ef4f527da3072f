/// Reads one row of an event list and collects everything that is wrong with it.
struct EventRowReader {
    let layout: EventListLayout
    let row: CSVTable.Row
    let school: TableSchool
    let schoolYear: SchoolYear?
    /// What the rows above said; after reading, with this row's.
    var above: Above
    private(set) var flaws: [Flaw] = []
    private(set) var remarks: [Flaw] = []

    /// What a merged cell of a spreadsheet leaves to the rows below it.
    struct Above {
        var month: String?
        var day: String?
    }

    init(layout: EventListLayout, row: CSVTable.Row, school: TableSchool, schoolYear: SchoolYear?, above: Above) {
        self.layout = layout
        self.row = row
        self.school = school
        self.schoolYear = schoolYear
        self.above = above
    }

    /// 行事ID as far as it can be read, for comparing rows that have flaws elsewhere.
    var externalID: String? {
        let checked = CheckedText.line(cell(.externalID), limit: 100)
        guard case .success(let id) = checked, !id.isEmpty else { return nil }
        return id
    }

    /// - Returns: `nil` with at least one flaw.
    mutating func read() -> EventListRow? {
        if layout.isTooWide(row) {
            flaws = [Flaw(.wrongCellCount, row: row.number, value: String(row.cells.count))]
            return nil
        }
        let identity = line(.externalID, limit: 100)
        let title = title()
        let kind = kind(ofTitle: title)
        let span = span()
        let status = status()
        let audience = audience()
        let place = line(.place, limit: 200)
        let rainDates = rainDates(after: span?.firstDay)
        let items = items()
        let note = note()
        guard flaws.isEmpty, let title, let kind, let span, let status, let audience else { return nil }
        let row = EventListRow(
            row: row.number, column: nil, externalID: identity, title: title, kind: kind, firstDay: span.firstDay,
            lastDay: span.lastDay, start: span.start, end: span.end, status: status, grades: audience.grades,
            classes: audience.classes, groups: audience.groups, place: place, rainDates: rainDates, items: items,
            note: [span.unreadTime, note].compactMap { $0 }.joined(separator: "\n").nonEmpty)
        return audience.isOpen ? completed(row) : row
    }

    func cell(_ column: EventListColumn) -> String { layout.cell(column, of: row) }

    mutating func flaw(_ code: Flaw.Code, _ column: EventListColumn, _ value: String = "") {
        flaws.append(Flaw(code, row: row.number, column: column.rawValue, value: value))
    }

    mutating func remark(_ code: Flaw.Code, _ column: EventListColumn, _ value: String = "") {
        remarks.append(Flaw(code, row: row.number, column: column.rawValue, value: value))
    }

    /// Whether nothing but white space stands there.
    func isBlank(_ column: EventListColumn) -> Bool { cell(column).allSatisfy(\.isWhitespace) }
}

// MARK: - Words

extension EventRowReader {
    private mutating func title() -> String? {
        if isBlank(.title) {
            flaw(.missing, .title)
            return nil
        }
        return line(.title, limit: 200)
    }

    private mutating func kind(ofTitle title: String?) -> EventKind? {
        switch matchingKey(of: cell(.kind)) {
        case "行事": return .event
        case "締切", "締め切り", "締切り", "〆切", "〆切り", "しめきり", "提出": return .deadline
        case "休業", "休業日", "休み", "休校": return .closure
        case "情報", "お知らせ", "おしらせ", "連絡": return .information
        case _ where layout.isLoose(.kind): return EventWords.kind(of: title ?? "")
        case "": flaw(.missing, .kind)
        default: flaw(.unknownKind, .kind, cell(.kind))
        }
        return nil
    }

    private mutating func status() -> EventStatus? {
        switch matchingKey(of: cell(.status)) {
        case "", "確定", "決定": return .confirmed
        case "予定", "案", "未定", "仮": return .tentative
        case "中止": return .cancelled
        default: flaw(.unknownStatus, .status, cell(.status))
        }
        return nil
    }

    private mutating func items() -> [String] {
        let pieces = cell(.items).split { ";；\n\r\r\n".contains($0) }
        guard pieces.count <= 50 else {
            flaw(.tooMany, .items, "50")
            return []
        }
        return pieces.compactMap { checked(CheckedText.line(String($0), limit: 100), .items) }
    }

    private mutating func note() -> String? {
        checked(CheckedText.paragraph(cell(.note), limit: 2000), .note)
    }

    /// A line break inside such a cell is a matter of layout and becomes a space.
    private mutating func line(_ column: EventListColumn, limit: Int) -> String? {
        let text = String(cell(column).map { $0 == "\n" || $0 == "\r" || $0 == "\r\n" ? " " : $0 })
        return checked(CheckedText.line(text, limit: limit), column)
    }

    private mutating func checked(
        _ text: Result<String, CheckedText.Fault>, _ column: EventListColumn
    ) -> String? {
        switch text {
        case .success(let text): return text.isEmpty ? nil : text
        case .failure(let fault):
            flaw(fault.code, column, fault.value)
            return nil
        }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
