import NoticeCore

/// What a person reads instead of a problem body.
struct ErrorPage: Page {
    static let template = "error-page"

    let frame: PageFrame
    let heading: String
    let detail: String

    init(_ problem: Problem, _ strings: StringTable, _ language: Language) {
        heading = strings.text(problem.title, language)
        detail = problem.flaws.first?.message(in: language) ?? strings.text(problem.detail, language, problem.values)
        frame = PageFrame(title: heading, strings: strings, language: language)
    }
}
