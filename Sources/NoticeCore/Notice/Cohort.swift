/// Children who entered a school in the same year: they see the same items all their school life, so calendars are indexed
/// and cached by cohort.
public struct Cohort: Hashable, Sendable {
    public let association: Association.ID
    /// `nil`: everybody of the association.
    public let school: School.ID?
    /// 入学年度; 0 for everybody.
    public let entryYear: Int

    init(association: Association.ID, school: School.ID, entryYear: Int) {
        self.association = association
        self.school = school
        self.entryYear = entryYear
    }

    private init(everyoneOf association: Association.ID) {
        self.association = association
        school = nil
        entryYear = 0
    }

    static func everyone(of association: Association.ID) -> Cohort { Cohort(everyoneOf: association) }
}
