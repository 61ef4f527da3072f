/// One class of a grade: 3年2組 is `3-2`.
public struct SchoolClass: Hashable, Sendable {
    public let grade: Int
    public let number: Int

    public init(grade: Int, number: Int) {
        self.grade = grade
        self.number = number
    }

    /// Reads `3-2`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let grade = Int(parts[0]), let number = Int(parts[1]),
            (1...9).contains(grade), (1...99).contains(number)
        else { return nil }
        self.init(grade: grade, number: number)
    }

    /// `3-2`.
    public var text: String { "\(grade)-\(number)" }
}

extension SchoolClass: Comparable {
    public static func < (left: SchoolClass, right: SchoolClass) -> Bool {
        (left.grade, left.number) < (right.grade, right.number)
    }
}
