/// How a household is told which of its children an item concerns: 「1年」, 「1・3年」, 「3年2組」; 「中1」「小4」 with seats in two
/// schools.
struct AudienceLabel {
    /// The places that the household's children have now.
    let placements: [Placement]
    let association: (Association.ID) -> Association?

    private var schoolCount: Int {
        Set(placements.map { SeatSchool(association: $0.association, school: $0.school) }).count
    }

    private struct SeatSchool: Hashable {
        let association: Association.ID
        let school: School.ID
    }

    /// - Returns: `nil` when the item concerns none of the seats.
    func text(for audience: Audience, of association: Association.ID, on day: SchoolDay) -> String? {
        let year = day.schoolYear
        var parts: [SeatSchool: [Int: Set<Int>?]] = [:]
        for seat in placements where seat.association == association {
            guard let school = self.association(association)?[seat.school] else { continue }
            let grade = seat.grade(in: year)
            guard school.grades.contains(grade), let classes = Self.concerned(seat, audience, grade: grade, year: year)
            else { continue }
            let key = SeatSchool(association: association, school: seat.school)
            let present = parts[key]?[grade]
            let merged: Set<Int>? =
                switch (present, classes) {
                case (.none, _): classes.isEmpty ? nil : classes
                case (.some(.some(let known)), _) where !classes.isEmpty: known.union(classes)
                default: nil
                }
            parts[key, default: [:]][grade] = .some(merged)
        }
        guard !parts.isEmpty else { return nil }
        return parts.sorted { ($0.key.association, $0.key.school) < ($1.key.association, $1.key.school) }
            .map { key, grades in
                let label = schoolCount > 1 ? self.association(key.association)?[key.school]?.label : nil
                return Self.text(grades, label: label)
            }.joined(separator: "・")
    }

    /// Which classes of its grade an item names for a seat; empty for the whole grade, `nil` when it does not concern the seat.
    private static func concerned(_ seat: Placement, _ audience: Audience, grade: Int, year: SchoolYear) -> Set<Int>? {
        switch audience {
        case .wholeAssociation: return []
        case .grades(let school, let grades, _):
            guard school == seat.school, grades.contains(grade) else { return nil }
            guard let classes = audience.classNumbers(of: grade) else { return [] }
            guard let own = seat.classNumber(in: year) else { return Set(classes) }
            return classes.contains(own) ? [own] : nil
        }
    }

    /// `[1: nil, 3: nil]` is 「1・3年」, `[3: {2}]` 「3年2組」, with a school's label 「中1」, 「中3年2組」.
    private static func text(_ grades: [Int: Set<Int>?], label: String?) -> String {
        let whole = grades.filter { $0.value == nil }.keys.sorted()
        let bound = grades.compactMap { grade, classes in classes.map { (grade, $0.sorted()) } }.sorted { $0.0 < $1.0 }
        var parts: [String] = []
        if !whole.isEmpty {
            let joined = whole.map(String.init).joined(separator: "・")
            parts.append(label.map { $0 + joined } ?? joined + "年")
        }
        for (grade, classes) in bound {
            parts.append((label ?? "") + "\(grade)年\(classes.map(String.init).joined(separator: "・"))組")
        }
        return parts.joined(separator: "・")
    }
}
