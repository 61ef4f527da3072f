/// A school of an association, as its file describes it.
public struct School: Equatable, Sendable {
    public typealias ID = Slug<School>

    public let id: ID
    public let name: LocalizedText
    public let stage: Stage
    /// Stands before the grade when a household has seats in two schools: 「中1」「小4」.
    public let label: String
    /// By grade, the classes; a grade that is absent has none that are known.
    public let classes: [Int: [Int]]
    /// What this school calls a group: `special_support` → なかよし学級.
    public let groupNames: [String: String]

    public var grades: ClosedRange<Int> { stage.grades }

    public func has(_ schoolClass: SchoolClass) -> Bool {
        guard grades.contains(schoolClass.grade) else { return false }
        return classes[schoolClass.grade]?.contains(schoolClass.number) ?? true
    }
}

/// A stage of compulsory education (学校教育法 第1条).
public enum Stage: String, CaseIterable, Sendable {
    case elementary
    case juniorHigh = "junior_high"
    /// 義務教育学校
    case compulsory

    public var grades: ClosedRange<Int> {
        switch self {
        case .elementary: 1...6
        case .juniorHigh: 1...3
        case .compulsory: 1...9
        }
    }

    /// The prefix of a grade among several schools.
    var label: String {
        switch self {
        case .elementary: "小"
        case .juniorHigh: "中"
        case .compulsory: "義"
        }
    }
}
