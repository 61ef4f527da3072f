/// How a table is to be read and what is to be done with it.
public struct ImportOptions: Equatable, Sendable {
    public var school: School.ID?
    public var layout: Layout
    /// For tables whose dates name no year; a table that names another is refused.
    public var schoolYear: SchoolYear?
    /// How headings of a list are to be understood; remembered for the school's next one.
    public var columns: ColumnMap
    /// Report only.
    public var dryRun: Bool
    /// Take the rows without a flaw.
    public var partial: Bool
    /// For the remarks of the report.
    public var language: Language

    public init(
        school: School.ID? = nil, layout: Layout = .auto, schoolYear: SchoolYear? = nil,
        columns: ColumnMap = ColumnMap(), dryRun: Bool = false, partial: Bool = false, language: Language = .ja
    ) {
        self.school = school
        self.layout = layout
        self.schoolYear = schoolYear
        self.columns = columns
        self.dryRun = dryRun
        self.partial = partial
        self.language = language
    }

    public enum Layout: String, CaseIterable, Sendable {
        case auto
        /// One event a row.
        case list
        /// Day × month.
        case matrix
    }
}

extension ImportOptions {
    /// Reads a table in the layout that was asked for, or in the one it has.
    func read(_ table: CSVTable, of school: TableSchool, remembered: ColumnMap) -> TableReading {
        let isMatrix = layout == .matrix
        if layout != .list,
            let plan = YearPlanReader.read(table, of: school, schoolYear: schoolYear, isExpected: isMatrix)
        {
            return plan
        }
        if isMatrix { return TableReading(flaws: [Flaw(.unsupportedLayout, field: "layout", value: layout.rawValue)]) }
        return EventListReader.read(
            table, of: school, schoolYear: schoolYear, remembered: remembered, given: columns)
    }
}
