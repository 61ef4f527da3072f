/// Reads a year plan (年間行事予定) that is laid out as days × months.
public struct YearPlanReader {
    private let layout: YearPlanLayout
    private let school: TableSchool
    private let year: SchoolYear
    private var reading = TableReading()

    /// - Parameters:
    ///   - schoolYear: What the officer says; a title that names another is refused.
    ///   - isExpected: Take the table for a year plan even if it holds only one or two months.
    /// - Returns: `nil` when the table is no year plan.
    public static func read(
        _ table: CSVTable, of school: TableSchool, schoolYear: SchoolYear?, isExpected: Bool = false
    ) -> TableReading? {
        guard let layout = YearPlanLayout(table, fewestMonths: isExpected ? 1 : 3) else { return nil }
        switch PlanYear(layout: layout, given: schoolYear, today: school.today).verdict() {
        case .flaw(let flaw):
            return TableReading(flaws: [flaw])
        case .year(let year, let isInferred):
            var reader = YearPlanReader(layout: layout, school: school, year: year)
            if isInferred { reader.reading.remarks.append(Flaw(.schoolYearInferred, value: String(year.year))) }
            return reader.read()
        }
    }

    private init(layout: YearPlanLayout, school: TableSchool, year: SchoolYear) {
        self.layout = layout
        self.school = school
        self.year = year
        reading.schoolYear = year
        reading.remarks = layout.remarks
    }

    private mutating func read() -> TableReading {
        let days = layout.months.flatMap { cells(of: $0) }.sorted {
            ($0.day, $0.place.order) < ($1.day, $1.place.order)
        }
        var gathering = PlanGathering(school: school)
        var before: [Int: [PlanEntry]] = [:]
        for cell in days {
            let entries = entries(of: cell, continuing: before[cell.place.order] ?? [])
            if !entries.isEmpty { before[cell.place.order] = entries }
            for entry in entries { gathering.add(entry, on: cell.day, at: cell.place, note: cell.note) }
        }
        gathering.finish()
        reading.rows = gathering.rows
        reading.remarks += gathering.remarks
        reading.flaws = (reading.flaws + gathering.flaws).sorted { ($0.row ?? 0) < ($1.row ?? 0) }
        return reading
    }

    // MARK: - Cells

    private struct Cell {
        let day: SchoolDay
        let place: PlanPlace
        let text: String
        let note: String?
    }

    /// The cells of a month in which something stands, without those whose date is in doubt.
    private mutating func cells(of month: YearPlanLayout.Month) -> [Cell] {
        var cells: [Cell] = []
        var doubtful: Set<Int> = []
        for (row, dayCell) in month.days.sorted(by: { $0.key < $1.key }) {
            let texts = month.textColumns.enumerated().filter { hasWords(layout.grid[row, $1]) }
            guard let day = layout.day(dayCell, of: month, in: year) else {
                if let column = texts.first?.element { refuse(row, column, month, dayCell) }
                continue
            }
            guard agrees(day, in: row, of: month), !doubtful.contains(dayCell.dayOfMonth) else {
                doubtful.insert(dayCell.dayOfMonth)
                continue
            }
            let note = month.noteColumn.map { layout.grid[row, $0] }.flatMap { hasWords($0) ? $0 : nil }
            for (order, column) in texts {
                let place = PlanPlace(
                    row: layout.grid.number(row, column), heading: month.heading, order: order)
                cells.append(Cell(day: day, place: place, text: layout.grid[row, column], note: note))
            }
            if texts.isEmpty, let note, let column = month.noteColumn {
                let place = PlanPlace(row: layout.grid.number(row, column), heading: month.heading, order: -1)
                cells.append(Cell(day: day, place: place, text: note, note: nil))
            }
        }
        return cells
    }

    /// Whether an event stands there, or a mark that goes on with one; not a number, a dash or a circle.
    private func hasWords(_ text: String) -> Bool {
        text.contains(where: \.isLetter) || PlanMark.isContinuation(FoldedText(text).trimmed())
    }

    /// 「2月30日」
    private mutating func refuse(_ row: Int, _ column: Int, _ month: YearPlanLayout.Month, _ day: PlanDayCell) {
        reading.flaws.append(
            Flaw(
                .impossibleDate, row: layout.grid.number(row, column), column: month.heading,
                value: "\(month.month.month)月\(day.dayOfMonth)日"
            ))
    }

    private mutating func agrees(_ day: SchoolDay, in row: Int, of month: YearPlanLayout.Month) -> Bool {
        let column = month.weekdayColumn ?? month.textColumns.first ?? 0
        let number = layout.grid.number(row, column)
        let heading = month.weekdayColumn == nil ? month.heading : month.heading + " 曜"
        switch layout.weekday(in: row, of: month) {
        case .silent: return true
        case .day(let weekday) where weekday == day.weekday: return true
        case .day(let weekday):
            let value = WeekdayName.contradiction(of: day, to: weekday)
            reading.flaws.append(Flaw(.weekdayMismatch, row: number, column: heading, value: value))
        case .unreadable:
            let value = layout.grid[row, column]
            reading.flaws.append(Flaw(.malformed, row: number, column: heading, value: value))
        }
        return false
    }

    // MARK: - Entries

    /// In characters; nobody writes so much into the square of one day.
    private static let longestCell = 2000
    private static let mostEventsOfACell = 50

    private mutating func refuse(_ code: Flaw.Code, _ cell: Cell, value: String) {
        reading.flaws.append(Flaw(code, row: cell.place.row, column: cell.place.heading, value: value))
    }

    /// - Parameter before: What the cell above says, for 「〃」 and arrows.
    private mutating func entries(of cell: Cell, continuing before: [PlanEntry]) -> [PlanEntry] {
        guard cell.text.unicodeScalars.count <= Self.longestCell else {
            refuse(.tooLong, cell, value: String(Self.longestCell))
            return []
        }
        let whole = FoldedText(cell.text).trimmed()
        let pieces =
            PlanMark.isContinuation(whole)
            ? [whole] : PlanCell(cell.text) { PlanEntryReader.isAudience($0, of: school) }.pieces
        guard pieces.count <= Self.mostEventsOfACell else {
            refuse(.tooMany, cell, value: String(Self.mostEventsOfACell))
            return []
        }
        var entries: [PlanEntry] = []
        for piece in pieces {
            if PlanMark.isContinuation(piece) {
                guard let above = before.last(where: \.goesOn) ?? before.last else {
                    refuse(.nothingAbove, cell, value: piece.text)
                    continue
                }
                entries.append(above.continued)
            } else if let rest = PlanMark.afterDitto(piece), let above = before.last {
                entries += read(FoldedText(above.title + " ") + rest, of: cell)
            } else if piece.folded.contains(where: \.isLetter) {
                entries += read(piece, of: cell)
            }
        }
        return entries
    }

    private mutating func read(_ piece: FoldedText, of cell: Cell) -> [PlanEntry] {
        switch HolidayWords.read(piece.unwrapped.text, on: cell.day, holidays: school.holidays) {
        case .holiday: return []
        case .misplaced:
            reading.remarks.append(
                Flaw(.noHoliday, row: cell.place.row, column: cell.place.heading, value: piece.text))
            return []
        case nil: return PlanEntryReader.entries(of: piece, on: cell.day, for: school)
        }
    }
}
