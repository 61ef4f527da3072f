import NoticeCore

/// Names and classes of the schools, from the associations' folder.
struct SchoolNames: Sendable {
    let register: AssociationRegister

    private func school(_ seat: SeatBody) -> School? {
        guard let association = Association.ID(seat.association), let school = School.ID(seat.school) else {
            return nil
        }
        return register[association]?[school]
    }

    func school(of seat: SeatBody, _ language: Language) -> SpokenText {
        school(seat)?.name.text(in: language) ?? SpokenText(text: seat.school, language: language)
    }

    func classes(of seat: SeatBody) -> [Int] { school(seat)?.classes[seat.grade] ?? [] }

    func grade(of seat: SeatBody, _ strings: StringTable, _ language: Language) -> String {
        guard let grades = school(seat)?.grades else { return String(seat.grade) }
        if seat.grade < grades.lowerBound { return strings.text(.homeGradeNext, language) }
        if seat.grade > grades.upperBound { return strings.text(.homeGradeLeft, language) }
        return strings.text(.homeGrade, language, ["grade": String(seat.grade)])
    }
}
