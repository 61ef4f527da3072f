/// One item as a person reads it: words finished, nothing left to decide for a page.
public struct DigestItem: Equatable, Sendable {
    public let id: String
    public let title: String
    /// The children concerned: 「1・3年」.
    public let label: String
    public let kind: EventKind
    public let status: EventStatus
    public let firstDay: SchoolDay
    /// Inclusive.
    public let lastDay: SchoolDay
    /// `5/23(土) 9:00〜15:00`.
    public let when: String
    /// The clock times alone, or `nil` for whole days.
    public let time: String?
    public let place: String?
    /// Things to bring.
    public let items: [String]
    public let reception: String?
    public let note: String?
    public let rainDates: [SchoolDay]
    /// `変更 5/23→5/30`.
    public let change: String?
    /// What groups the item is for, as people call them.
    public let groups: [String]
    /// For a deadline that is not over: days from today.
    public let daysLeft: Int?

    /// A rain date as an item of its own.
    public let isRainDate: Bool
}

/// Something that families were told differently before.
public struct DigestChange: Equatable, Sendable {
    public let kind: Kind
    /// The item as it is now; absent for a withdrawn letter.
    public let item: DigestItem?
    public let title: String
    /// `5/23(土) → 5/30(土)`, `中止`, `登録の取り消し`.
    public let text: String
    public let published: SchoolDay

    public enum Kind: String, Sendable {
        case moved
        case cancelled
        case withdrawn
    }
}
