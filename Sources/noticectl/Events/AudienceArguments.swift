import ArgumentParser

/// Grades as an officer types them: `1,3`, `1-3`, `１・３年`.
struct GradeList: Equatable, Sendable {
    let grades: [Int]
}

extension GradeList: ExpressibleByArgument {
    init?(argument: String) {
        var grades: [Int] = []
        for part in argument.plainForm.split(whereSeparator: { ",、・;".contains($0) }) {
            let ends = part.filter { $0 != "年" }.split(omittingEmptySubsequences: false) { "-~〜".contains($0) }
                .map { Int($0.trimmed) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                (1...9).contains(first), (first...9).contains(last)
            else { return nil }
            grades += first...last
        }
        guard !grades.isEmpty else { return nil }
        self.grades = Array(Set(grades)).sorted()
    }
}

/// Classes as an officer types them: `3-2`, `3年2組`, several with commas.
struct ClassList: Equatable, Sendable {
    /// As the API writes them: `3-2`.
    let classes: [String]
}

extension ClassList: ExpressibleByArgument {
    init?(argument: String) {
        var classes: [String] = []
        for part in argument.plainForm.split(whereSeparator: { ",、・;".contains($0) }) {
            let numbers = part.replacing("年", with: "-").filter { $0 != "組" }
                .split(separator: "-", omittingEmptySubsequences: false).map { Int($0.trimmed) }
            guard numbers.count == 2, let grade = numbers[0], let number = numbers[1], (1...9).contains(grade),
                (1...99).contains(number)
            else { return nil }
            classes.append("\(grade)-\(number)")
        }
        guard !classes.isEmpty else { return nil }
        self.classes = classes
    }
}

extension Substring {
    /// Without surrounding spaces.
    var trimmed: Substring {
        let start = drop { $0 == " " }
        return start[..<(start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex)]
    }
}
