/// Where and since when a child is at school; two children of different families can have equal ones.
public struct Placement: Hashable, Sendable {
    public let association: Association.ID
    public let school: School.ID
    /// 入学年度, from which the grade of every school year follows.
    public let entryYear: Int
    public let schoolClass: KnownClass?

    /// The grade in a school year: below 1 before entering, above the last one after leaving.
    public func grade(in year: SchoolYear) -> Int { year.year - entryYear + 1 }

    /// The class in a school year; classes are asked again every April.
    public func classNumber(in year: SchoolYear) -> Int? {
        schoolClass?.year == year ? schoolClass?.number : nil
    }

    var cohort: Cohort { Cohort(association: association, school: school, entryYear: entryYear) }

    /// A class and the school year in which it was told.
    public struct KnownClass: Hashable, Sendable {
        public let number: Int
        public let year: SchoolYear
    }
}

extension Placement: Comparable {
    public static func < (left: Placement, right: Placement) -> Bool {
        let a = (left.association.text, left.school.text, left.entryYear, left.schoolClass?.number ?? 0)
        return a < (right.association.text, right.school.text, right.entryYear, right.schoolClass?.number ?? 0)
    }
}
