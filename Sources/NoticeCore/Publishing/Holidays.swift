/// 国民の祝日 by rule, and what a folder adds or removes.
///
/// 国民の祝日に関する法律: <https://laws.e-gov.go.jp/law/323AC1000000178>. The rules are those in force since 2020, good for
/// 2019–2099 with the exceptions of 2019–2021. A school's own 振替休業日 is none of these: it is an event of the school.
public struct Holidays: Equatable, Sendable {
    /// Days that an association or school observes besides, with their names.
    public let added: [SchoolDay: String]
    /// Days of the law that are ordinary here.
    public let removed: Set<SchoolDay>

    public init(added: [SchoolDay: String] = [:], removed: Set<SchoolDay> = []) {
        self.added = added
        self.removed = removed
    }

    /// - Returns: The holiday's Japanese name, or `nil` on an ordinary day.
    public func name(of day: SchoolDay) -> String? {
        if let name = added[day] { return name }
        return removed.contains(day) ? nil : NationalHoliday.name(of: day)
    }
}
