import NoticeCore

/// `/join`: one field for the code on the slip.
struct JoinPage: Page {
    static let template = "join-page"

    let frame: PageFrame
    /// What was typed, so that it can be corrected.
    let code: String
    let error: String?
    /// Whether this device belongs to a household already, to which the child can be added.
    let knowsHousehold: Bool

    init(code: String = "", error: String? = nil, knowsHousehold: Bool, _ strings: StringTable, _ language: Language) {
        self.code = code
        self.error = error
        self.knowsHousehold = knowsHousehold
        frame = PageFrame(title: strings.text(.joinTitle, language), strings: strings, language: language)
    }
}
