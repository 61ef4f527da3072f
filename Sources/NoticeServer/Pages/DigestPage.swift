import NoticeCore

/// A week and the next one, on screen and on A4.
struct DigestPage: Page {
    static let template = "digest-page"

    let frame: PageFrame
    let associations: [AssociationView]
    let audience: String
    let range: String
    let isLarge: Bool
    let closures: [ItemView]
    let deadlines: [ItemView]
    let changes: [ChangeView]
    let weeks: [WeekView]
    let bring: [ThingsView]
    /// Said instead of an empty table.
    let emptyWeek: String?
    let lastConfirmed: String
    /// Absent where the page has no address of its own to turn in.
    let links: Links?

    /// An association's name; without one in the reader's language it is the Japanese one.
    struct AssociationView: Sendable {
        let separator: String
        let name: String
        let language: String
    }

    /// Something that families were told differently before.
    struct ChangeView: Sendable {
        let title: String
        let label: String?
        let text: String
    }

    struct ThingsView: Sendable {
        let day: String
        let title: String
        let label: String
        let things: String
    }

    /// Neighbouring weeks and the other type size.
    struct Links: Sendable {
        let previous: String
        let following: String
        let size: String
    }

    init(_ digest: WeekDigest, isLarge: Bool, links: Links?, _ strings: StringTable, _ language: Language) {
        let words = DayWords(strings, language)
        associations = digest.associationNames.enumerated().map { index, name in
            let separator = index == 0 ? "" : language == .en ? ", " : "・"
            return AssociationView(separator: separator, name: name.text, language: name.language.rawValue)
        }
        audience = digest.audience
        self.isLarge = isLarge
        self.links = links
        closures = digest.closures.map { ItemView($0, strings, language) }
        deadlines = digest.deadlines.map { ItemView($0, strings, language) }
        changes = digest.changes.map {
            ChangeView(title: $0.title, label: $0.item.map(\.label), text: $0.text)
        }
        let headings = [StringKey.digestThisWeek, .digestNextWeek]
        weeks = zip(digest.weeks, headings).map {
            WeekView($0, heading: strings.text($1, language), strings, language)
        }
        range = weeks.first?.range ?? ""
        let separator = language == .en ? ", " : "、"
        bring = digest.thingsToBring.map {
            ThingsView(
                day: words.long($0.day), title: $0.title, label: $0.label,
                things: $0.things.joined(separator: separator))
        }
        let confirmed = digest.lastConfirmed.map(words.long)
        lastConfirmed =
            confirmed.map { strings.text(.digestLastConfirmed, language, ["date": $0]) }
            ?? strings.text(.digestNeverConfirmed, language)
        emptyWeek =
            digest.isEmpty
            ? confirmed.map { strings.text(.digestEmpty, language, ["date": $0]) }
                ?? strings.text(.digestNeverConfirmed, language)
            : nil
        frame = PageFrame(title: strings.text(.digestTitle, language), strings: strings, language: language)
    }
}
