/// What a table's reader must know of the school whose table it is.
public struct TableSchool: Sendable {
    public let grades: ClosedRange<Int>
    /// By grade, the classes; a grade that is absent has none that are known: then any number is good.
    public let classes: [Int: [Int]]
    /// What the school calls a group, by its label.
    public let groupNames: [String: String]
    public let holidays: Holidays
    /// Events are expected in the three school years around its own.
    public let today: SchoolDay

    public init(
        grades: ClosedRange<Int>, classes: [Int: [Int]] = [:], groupNames: [String: String] = [:],
        holidays: Holidays = Holidays(), today: SchoolDay
    ) {
        self.grades = grades
        self.classes = classes
        self.groupNames = groupNames
        self.holidays = holidays
        self.today = today
    }

    /// What an association's file says of a school.
    public init(_ school: School, of association: Association, today: SchoolDay) {
        self.init(
            grades: school.grades, classes: school.classes, groupNames: school.groupNames,
            holidays: association.holidays, today: today
        )
    }
}
