/// Finds the rules that a TZID means.
///
/// RFC 5545, section 3.2.19: <https://www.rfc-editor.org/rfc/rfc5545#section-3.2.19>
public struct TimeZoneResolver: Sendable {
    /// Which rules win where the system and the document both know a TZID (RFC 5545, section 3.6.5).
    public enum Preference: String, Hashable, Sendable, CaseIterable {
        /// The system's: it follows what governments decide, an export of last year does not (RFC 5545,
        /// section 3.6.5).
        case iana
        /// The document's: what its author saw (RFC 5545, section 3.6.5).
        case embedded
    }

    /// How a TZID was understood (RFC 5545, section 3.2.19).
    public enum Source: Hashable, Sendable {
        /// It is an IANA name (RFC 5545, section 3.2.19).
        case iana
        /// It is a Windows name, this IANA zone (RFC 5545, section 3.2.19).
        case windows(String)
        /// An IANA name with something around it (RFC 5545, section 3.2.19).
        case decorated(String)
        /// The document's VTIMEZONE (RFC 5545, section 3.6.5).
        case embedded
    }

    /// There are some 600 zones and as many old names; a document with more TZIDs makes them up.
    private static let mostIdentifiers = 2_000

    private let preference: Preference
    private let database: TimeZoneDatabase
    private let embedded: [String: Component]
    private var found: [String: (rules: TimeZoneRules, source: Source)?] = [:]
    private var last: (identifier: String, rules: TimeZoneRules?)?

    /// A resolver for the zones of a document (RFC 5545, section 3.2.19).
    public init(
        _ document: CalendarDocument, preference: Preference = .iana, database: TimeZoneDatabase = TimeZoneDatabase()
    ) {
        self.preference = preference
        self.database = database
        var embedded: [String: Component] = [:]
        for zone in document.timeZones {
            guard let identifier = zone[.timeZoneIdentifier]?.text, embedded[identifier] == nil else { continue }
            embedded[identifier] = zone
        }
        self.embedded = embedded
    }

    /// The rules of a TZID, or `nil` where nobody knows it (RFC 5545, section 3.2.19).
    public mutating func rules(_ identifier: String) -> TimeZoneRules? {
        if let last, last.identifier == identifier { return last.rules }
        let rules = resolve(identifier)?.rules
        last = (identifier, rules)
        return rules
    }

    /// The rules of a TZID and how it was understood (RFC 5545, section 3.2.19).
    public mutating func resolve(_ identifier: String) -> (rules: TimeZoneRules, source: Source)? {
        if let known = found[identifier] { return known }
        let result = found.count < Self.mostIdentifiers ? lookUp(identifier) : nil
        found[identifier] = .some(result)
        return result
    }

    private func lookUp(_ identifier: String) -> (rules: TimeZoneRules, source: Source)? {
        let own = { embedded[identifier].flatMap(EmbeddedTimeZone.rules).map { ($0, Source.embedded) } }
        switch preference {
        case .iana: return system(identifier) ?? own()
        case .embedded: return own() ?? system(identifier)
        }
    }

    private func system(_ identifier: String) -> (rules: TimeZoneRules, source: Source)? {
        if let rules = database.rules(identifier) { return (rules, .iana) }
        let bare = identifier.filter { $0 != "\"" }
        if let name = WindowsTimeZones.iana(bare), let rules = database.rules(name) { return (rules, .windows(name)) }
        for name in Self.candidates(bare) {
            if let rules = database.rules(name) { return (rules, .decorated(name)) }
        }
        let hint = embedded[identifier]?["X-LIC-LOCATION"]?.text
        return hint.flatMap { name in database.rules(name).map { ($0, .decorated(name)) } }
    }

    /// IANA names that may hide in a TZID: its last parts between slashes, and either of those in the usual case.
    private static func candidates(_ identifier: String) -> [String] {
        let parts = identifier.split(separator: "/").suffix(3).map { $0.replacingSpaces }
        var names: [String] = []
        for count in stride(from: parts.count, through: 2, by: -1) {
            names.append(parts.suffix(count).joined(separator: "/"))
        }
        if parts.count == 1, identifier.hasPrefix("/") { names.append(parts[0]) }
        return names + names.map(\.titleCased) + [identifier.titleCased]
    }
}

extension Substring {
    fileprivate var replacingSpaces: String { String(map { $0 == " " ? "_" : $0 }) }
}

extension String {
    /// `america/new_york` as `America/New_York`.
    fileprivate var titleCased: String {
        var startsWord = true
        return String(
            map { character in
                defer { startsWord = !character.isLetter }
                return Character(startsWord ? character.uppercased() : character.lowercased())
            })
    }
}
