/// For whom an item is.
public enum Audience: Hashable, Sendable {
    /// Every grade of every school of the association.
    case wholeAssociation
    /// Grades of one school; a grade that `classes` names is meant only in these classes. No grades at all: people outside
    /// the school, so no household.
    case grades(School.ID, [Int], classes: [SchoolClass])

    public var school: School.ID? {
        switch self {
        case .wholeAssociation: nil
        case .grades(let school, _, _): school
        }
    }

    public var grades: [Int] {
        switch self {
        case .wholeAssociation: []
        case .grades(_, let grades, _): grades
        }
    }

    public var classes: [SchoolClass] {
        switch self {
        case .wholeAssociation: []
        case .grades(_, _, let classes): classes
        }
    }

    /// True when nobody inside the school is meant.
    public var isEmpty: Bool {
        switch self {
        case .wholeAssociation: false
        case .grades(_, let grades, _): grades.isEmpty
        }
    }

    /// The classes of `grade` that are meant, or `nil` for the whole grade.
    func classNumbers(of grade: Int) -> [Int]? {
        let numbers = classes.filter { $0.grade == grade }.map(\.number)
        return numbers.isEmpty ? nil : numbers
    }

    /// The cohorts that see an item of this audience on `day`: grades are resolved in the school year that contains the day
    /// (PRODUCT, "School year").
    func cohorts(on day: SchoolDay, in association: Association.ID) -> [Cohort] {
        switch self {
        case .wholeAssociation: [.everyone(of: association)]
        case .grades(let school, let grades, _):
            grades.map { Cohort(association: association, school: school, entryYear: day.schoolYear.year - $0 + 1) }
        }
    }
}
