/// A parents' association (育友会, PTA, 保護者会), as its folder describes it (`Documentation/association-folder.md`).
public struct Association: Equatable, Sendable {
    public typealias ID = Slug<Association>

    public let id: ID
    public let name: LocalizedText
    /// What it calls itself: 育友会, PTA, 保護者会.
    public let shortName: String
    public let twoPersonRule: TwoPersonRule
    /// What may be republished of the school's letters, and what of its own.
    public let republish: [NoticeSource: RepublishSetting]
    public let weekStart: WeekStart
    /// Days for which a slip can be redeemed.
    public let slipDays: Int
    public let holidays: Holidays
    /// In the order of their files' names; never empty.
    public let schools: [School]

    public subscript(school: School.ID) -> School? { schools.first { $0.id == school } }

    /// - Returns: What the setting allows; for the school's letters only dates unless the school agreed to more.
    public func republishLevel(of source: NoticeSource) -> RepublishLevel {
        republish[source]?.level ?? (source == .school ? .dates : .text)
    }
}

/// When somebody other than the author has to look.
public enum TwoPersonRule: String, CaseIterable, Sendable {
    /// Before anything is published.
    case always
    /// Before anything with an attachment or a privacy flag is published.
    case flagged
}

/// Whose letter it is.
public enum NoticeSource: String, CaseIterable, Codable, Sendable {
    case school
    case association
}

/// How much of a letter households may read here (PRODUCT, "Republishing").
public enum RepublishLevel: String, CaseIterable, Sendable {
    /// Titles, dates, times, place, reception, rain dates, things to bring.
    case dates
    /// Also notes and the letter's text.
    case text
    /// Also the document itself, once it is cleaned.
    case document
}

/// What was agreed, and when.
public struct RepublishSetting: Equatable, Sendable {
    public let level: RepublishLevel
    public let agreed: SchoolDay?
}

/// The first day of a printed week.
public enum WeekStart: String, CaseIterable, Sendable {
    case sunday
    case monday
}
