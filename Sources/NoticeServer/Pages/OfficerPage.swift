import NoticeCore

/// `/officer`: says how officers work today.
struct OfficerPage: Page {
    static let template = "officer-page"

    let frame: PageFrame
    let server: String

    init(server: String, _ strings: StringTable, _ language: Language) {
        self.server = server
        frame = PageFrame(title: strings.text(.officerTitle, language), strings: strings, language: language)
    }
}
