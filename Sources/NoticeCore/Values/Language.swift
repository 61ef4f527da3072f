/// The languages a reader can choose.
///
/// `ja-simple` is やさしい日本語; `simple` is IANA's variant for simplified forms (RFC 5646 registry).
public enum Language: String, CaseIterable, Codable, Sendable {
    case ja
    case en
    case yasashii = "ja-simple"
}

/// A text that always has its Japanese form; the others are written by people or absent, never derived.
public struct LocalizedText: Hashable, Sendable {
    public let ja: String
    public let others: [Language: String]

    public init(ja: String, others: [Language: String] = [:]) {
        self.ja = ja
        self.others = others
    }

    /// The text in a language, or the Japanese one.
    public func text(in language: Language) -> SpokenText {
        others[language].map { SpokenText(text: $0, language: language) } ?? SpokenText(text: ja, language: .ja)
    }

    public subscript(language: Language) -> String { text(in: language).text }
}

/// A text and the language it is really in, for the HTML `lang` attribute.
public struct SpokenText: Hashable, Sendable {
    public let text: String
    public let language: Language

    public init(text: String, language: Language) {
        self.text = text
        self.language = language
    }
}
