/// Reads a school's event list, one event a row, with the columns of ``EventListColumn``.
public enum EventListReader {
    /// - Parameters:
    ///   - schoolYear: Completes dates without a year; a title that names another is refused.
    ///   - remembered: How headings of the school were understood before.
    ///   - given: How they are to be understood now.
    /// - Returns: With a flaw of the headings (a missing column) no row is read.
    public static func read(
        _ table: CSVTable, of school: TableSchool, schoolYear: SchoolYear? = nil,
        remembered: ColumnMap = ColumnMap(), given: ColumnMap = ColumnMap()
    ) -> TableReading {
        guard YearPlanLayout(table) == nil else {
            return TableReading(flaws: [Flaw(.unsupportedLayout, row: table.header.number, value: "日×月")])
        }
        let layout = EventListLayout(table, remembered: remembered, given: given)
        var reading = TableReading(flaws: layout.flaws)
        reading.remarks = layout.remarks
        reading.columns = layout.columns
        guard layout.flaws.isEmpty else { return reading }
        let mentioned = layout.titles.flatMap { row in
            row.cells.flatMap(SchoolYearMention.years).map { (row: row.number, year: $0) }
        }
        if let schoolYear, let first = mentioned.first, !mentioned.contains(where: { $0.year == schoolYear }) {
            reading.flaws.append(PlanYear.contradiction(of: schoolYear, to: first.year, row: first.row))
            return reading
        }
        reading.schoolYear = schoolYear ?? mentioned.first?.year
        guard !layout.rows.isEmpty else {
            reading.flaws.append(Flaw(.emptyFile))
            return reading
        }
        readRows(of: layout, school, into: &reading)
        return reading
    }

    private static func readRows(of layout: EventListLayout, _ school: TableSchool, into reading: inout TableReading) {
        var seen = SeenRows()
        var above = EventRowReader.Above()
        for row in layout.rows {
            var reader = EventRowReader(
                layout: layout, row: row, school: school, schoolYear: reading.schoolYear, above: above)
            let read = reader.read()
            above = reader.above
            reading.remarks += reader.remarks
            if let repeated = seen.repetition(in: read, externalID: reader.externalID, number: row.number) {
                reading.flaws += reader.flaws + [repeated]
            } else if let read {
                reading.rows.append(read)
            } else {
                reading.flaws += reader.flaws
            }
        }
        // No row has a year: one hint says as much as a hundred.
        if reading.rows.isEmpty, reading.flaws.allSatisfy({ $0.code == .schoolYearRequired }) {
            reading.flaws = Array(reading.flaws.prefix(1))
        }
    }
}

/// Finds the row that says again what an earlier one said.
private struct SeenRows {
    private struct Content: Hashable {
        let title: String
        let kind: EventKind
        let grades: [Int]
        let classes: [SchoolClass]
        let firstDay: SchoolDay
        let start: WallTime?
    }

    private var externalIDs: Set<String> = []
    private var contents: Set<Content> = []

    /// With a 行事ID that alone decides, in flawed rows too; without one the same title, audience, day and time do.
    mutating func repetition(in row: EventListRow?, externalID: String?, number: Int) -> Flaw? {
        if let externalID {
            guard externalIDs.insert(externalID).inserted else {
                let column = EventListColumn.externalID.rawValue
                return Flaw(.duplicateRow, row: number, column: column, value: externalID)
            }
        } else if let row {
            let content = Content(
                title: matchingKey(of: row.title), kind: row.kind, grades: row.grades, classes: row.classes,
                firstDay: row.firstDay, start: row.start)
            guard contents.insert(content).inserted else {
                return Flaw(.duplicateRow, row: number, column: EventListColumn.title.rawValue, value: row.title)
            }
        }
        return nil
    }
}
