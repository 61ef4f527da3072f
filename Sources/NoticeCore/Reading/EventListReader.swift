/// Reads a school's event list, one event a row, with the columns of ``EventListColumn``.
public enum EventListReader {
    /// - Parameters:
    ///   - grades: The school's grades.
    ///   - classes: The classes of a grade, or `nil` when the school's file names none: then any number is good.
    ///   - today: Events are expected in the three school years around its own.
    /// - Returns: The rows without a flaw, every flaw of the others, and remarks that hinder nothing. With a flaw in row 1
    ///   (a missing column, a layout that is not a list) no row is read.
    public static func read(
        _ table: CSVTable, grades: ClosedRange<Int>, classes: (Int) -> [Int]?, today: SchoolDay
    ) -> (rows: [EventListRow], flaws: [Flaw], remarks: [Flaw]) {
        let layout = EventListLayout(table)
        guard layout.flaws.isEmpty else { return ([], layout.flaws, layout.remarks) }
        guard !table.rows.isEmpty else { return ([], [Flaw(.emptyFile)], layout.remarks) }
        var rows: [EventListRow] = []
        var flaws: [Flaw] = []
        var seen = SeenRows()
        for row in table.rows {
            var reader = EventRowReader(layout: layout, row: row, today: today)
            let read = reader.read(grades: grades, classes: classes)
            if let repeated = seen.repetition(in: read, externalID: reader.externalID, number: row.number) {
                flaws += reader.flaws + [repeated]
            } else if let read {
                rows.append(read)
            } else {
                flaws += reader.flaws
            }
        }
        return (rows, flaws, layout.remarks)
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
