extension AssociationBody {
    init(_ association: Association) {
        id = association.id.text
        name = association.name.ja
        shortName = association.shortName
        twoPersonRule = association.twoPersonRule.rawValue
        schools = association.schools.map(SchoolBody.init)
    }
}

extension SchoolBody {
    init(_ school: School) {
        id = school.id.text
        name = school.name.ja
        stage = school.stage.rawValue
        grades = Array(school.grades)
        classes = Dictionary(uniqueKeysWithValues: school.classes.map { (String($0.key), $0.value) })
    }
}
