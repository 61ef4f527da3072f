/// What is known about a letter before it is read.
public struct LetterContext: Sendable {
    /// The day printed on the letter; `nil` looks for it in the letter itself.
    public var issued: SchoolDay?
    /// Stands in for a letter that names no day of issue.
    public var today: SchoolDay
    /// The grades of the school: 1–6, 1–3 or 1–9.
    public var grades: ClosedRange<Int>

    public init(issued: SchoolDay? = nil, today: SchoolDay, grades: ClosedRange<Int>) {
        self.issued = issued
        self.today = today
        self.grades = grades
    }
}
