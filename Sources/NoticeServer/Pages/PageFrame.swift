import NoticeCore

/// What every page shares: language, title, the words of the interface.
struct PageFrame: Sendable {
    let language: String
    let title: String
    let words: [String: String]
    /// The same page in the other languages; none where following a link would lose what a form was answered with.
    let languages: [LanguageLink]
    let hasLanguages: Bool

    struct LanguageLink: Sendable {
        let name: String
        let code: String
        let isCurrent: Bool
    }

    init(title: String, strings: StringTable, language: Language, isAnswerToForm: Bool = false) {
        self.language = language.rawValue
        self.title = title
        words = strings.words(in: language)
        hasLanguages = !isAnswerToForm
        languages = Language.allCases.map {
            LanguageLink(name: $0.ownName, code: $0.rawValue, isCurrent: $0 == language)
        }
    }
}

extension Language {
    /// What the language calls itself.
    var ownName: String {
        switch self {
        case .ja: "日本語"
        case .en: "English"
        case .yasashii: "やさしい日本語"
        }
    }
}
