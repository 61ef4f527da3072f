import ArgumentParser

/// `--grades`, `--class` and `--whole-association`, on every command that says whom something is for.
struct AudienceOptions: ParsableArguments {
    @Option(name: .customLong("grades"), help: ArgumentHelp(Strings[.letterGrades], valueName: "1,3"))
    private var gradeLists: [GradeList] = []

    @Option(name: .customLong("class"), help: ArgumentHelp(Strings[.letterClass], valueName: "3-2"))
    private var classLists: [ClassList] = []

    @Flag(name: .customLong("whole-association"), help: ArgumentHelp(Strings[.letterWhole]))
    private var isWhole = false

    /// As the API takes them; what was not said stays unsaid.
    var grades: [Int]? {
        gradeLists.isEmpty ? nil : Array(Set(gradeLists.flatMap(\.grades))).sorted()
    }

    var classes: [String]? {
        classLists.isEmpty ? nil : classLists.flatMap(\.classes)
    }

    var wholeAssociation: Bool? { isWhole ? true : nil }

    /// Whether the officer says for whom it is.
    var isSaid: Bool { grades != nil || classes != nil || isWhole }
}
