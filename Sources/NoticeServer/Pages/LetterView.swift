import NoticeCore

/// A cleared letter.
struct LetterView: Sendable {
    let title: String
    let issued: String
    let sender: String
    let senderLanguage: String
    let isRevised: Bool
    let grades: [String]
    let paragraphs: [String]
    let hasText: Bool
    let hasAttachments: Bool
    let dates: [ItemView]

    init(_ letter: HomeLetter, _ strings: StringTable, _ language: Language) {
        title = letter.title
        issued = strings.text(.homeLetterIssued, language, ["date": DayWords(strings, language).long(letter.issued)])
        sender = letter.sender.text
        senderLanguage = letter.sender.language.rawValue
        isRevised = letter.isRevised
        grades = letter.grades
        paragraphs = (letter.text ?? "").split(separator: "\n").map(String.init)
        hasText = !paragraphs.isEmpty
        hasAttachments = letter.attachments > 0
        dates = letter.items.map { ItemView($0, strings, language) }
    }
}
