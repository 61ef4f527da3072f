import NoticeCore

/// Where a child is at school, as a chip.
struct SeatView: Sendable {
    let school: String
    let schoolLanguage: String
    let grade: String

    init(_ seat: SeatBody, names: SchoolNames, _ strings: StringTable, _ language: Language) {
        let name = names.school(of: seat, language)
        school = name.text
        schoolLanguage = name.language.rawValue
        grade = names.grade(of: seat, strings, language)
    }
}
