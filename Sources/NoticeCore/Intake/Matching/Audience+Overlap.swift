extension Audience {
    /// Whether anybody is meant by both.
    func overlaps(_ other: Audience) -> Bool {
        guard case .grades(let school, let grades, _) = self, case .grades(let otherSchool, let others, _) = other
        else {
            return true
        }
        guard school == otherSchool else { return false }
        if grades.isEmpty && others.isEmpty { return true }
        return grades.contains { grade in
            guard others.contains(grade) else { return false }
            guard let mine = classNumbers(of: grade), let theirs = other.classNumbers(of: grade) else { return true }
            return mine.contains(where: theirs.contains)
        }
    }
}
