/// Reads for whom something is, and checks it against the schools of the association.
struct AudienceReader {
    let association: Association
    let inherited: Audience?
    var path = ""

    /// - Returns: `nil` after adding to `flaws`.
    func audience(
        school: String?, wholeAssociation: Bool?, grades: [Int]?, classes: [String]?, flaws: inout [Flaw]
    ) -> Audience? {
        if wholeAssociation == true { return .wholeAssociation }
        if wholeAssociation == nil, school == nil, grades == nil, classes == nil, let inherited { return inherited }
        guard let school = self.school(named: school, flaws: &flaws) else { return nil }
        let classes = self.classes(classes, of: school, flaws: &flaws)
        let grades = self.grades(grades, classes: classes, of: school, flaws: &flaws)
        guard let grades, let classes else { return nil }
        return .grades(school.id, grades, classes: classes.filter { grades.contains($0.grade) })
    }

    func school(named name: String?, flaws: inout [Flaw]) -> School? {
        if let name {
            if let id = School.ID(name), let school = association[id] { return school }
            flaws.append(Flaw(.unknownSchool, field: path + "school", value: name))
            return nil
        }
        if let id = inherited?.school, let school = association[id] { return school }
        if association.schools.count == 1 { return association.schools.first }
        let choices = association.schools.map(\.id.text).joined(separator: ", ")
        flaws.append(Flaw(.schoolRequired, field: path + "school", value: choices))
        return nil
    }

    private func classes(_ given: [String]?, of school: School, flaws: inout [Flaw]) -> [SchoolClass]? {
        guard let given else {
            return inherited?.school == school.id ? inherited?.classes : []
        }
        var classes: Set<SchoolClass> = []
        for (index, text) in given.enumerated() {
            guard let value = SchoolClass(text), school.has(value) else {
                flaws.append(Flaw(.unknownClass, field: path + "classes[\(index)]", value: text))
                return nil
            }
            classes.insert(value)
        }
        return classes.sorted()
    }

    private func grades(
        _ given: [Int]?, classes: [SchoolClass]?, of school: School, flaws: inout [Flaw]
    ) -> [Int]? {
        guard let given else {
            if let classes, !classes.isEmpty { return Set(classes.map(\.grade)).sorted() }
            return inherited?.school == school.id ? inherited?.grades : Array(school.grades)
        }
        for (index, grade) in given.enumerated() where !school.grades.contains(grade) {
            flaws.append(Flaw(.unknownGrade, field: path + "grades[\(index)]", value: String(grade)))
            return nil
        }
        return Set(given).sorted()
    }
}
