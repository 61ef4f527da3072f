import NoticeCore

/// A page of a few sentences: an error, a farewell, where to find one's link.
struct MessagePage: Page {
    static let template = "message-page"

    let frame: PageFrame
    let heading: String
    let detail: String

    init(
        heading: StringKey, detail: StringKey, isAnswerToForm: Bool, _ strings: StringTable, _ language: Language
    ) {
        self.heading = strings.text(heading, language)
        self.detail = strings.text(detail, language)
        frame = PageFrame(
            title: self.heading, strings: strings, language: language, isAnswerToForm: isAnswerToForm
        )
    }

    init(_ problem: Problem, isAnswerToForm: Bool, _ strings: StringTable, _ language: Language) {
        heading = strings.text(problem.title, language)
        detail = problem.flaws.first?.message(in: language) ?? strings.text(problem.detail, language, problem.values)
        frame = PageFrame(title: heading, strings: strings, language: language, isAnswerToForm: isAnswerToForm)
    }
}
