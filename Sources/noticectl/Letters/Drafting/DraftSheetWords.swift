import NoticeCore

/// The words of a sheet in every language: an officer may open with Japanese words what a colleague wrote with English ones.
struct DraftSheetWords {
    private let tables: [StringTable]

    init() throws(ResourceBundle.Missing) {
        let bundle = ResourceBundle()
        var tables: [StringTable] = []
        for language in Language.allCases { tables.append(try StringTable(language, in: bundle)) }
        self.tables = tables
    }

    func field(_ label: String) -> DraftSheet.Field? {
        let plain = Self.plain(label)
        return DraftSheet.Field.allCases.first { field in
            field.rawValue == plain || isWord(plain, field.key)
        }
    }

    /// Whether a heading is the letter's own.
    func isLetter(_ heading: String) -> Bool { isWord(Self.plain(heading), .fieldNotice) || heading == "letter" }

    /// A value of the API that goes by a word of ours: 締切 is `deadline`.
    func value(_ word: String, family: String, of values: [String]) -> String? {
        let plain = Self.plain(word)
        return values.first { value in
            value == plain || StringKey(rawValue: "\(family).\(value)").map { isWord(plain, $0) } == true
        }
    }

    func answer(_ word: String) -> Bool? {
        let plain = Self.plain(word)
        if isWord(plain, .answerYes) || plain == "true" { return true }
        return isWord(plain, .answerNo) || plain == "false" ? false : nil
    }

    /// 「学校の外の方」: no grade at all.
    func isNobody(_ word: String) -> Bool { isWord(Self.plain(word), .audienceNobody) }

    /// Monday is 1. 「土・祝」 is a Saturday.
    func weekday(_ word: String) -> Int? {
        let first = Self.plain(String(word.split { "・.,/".contains($0) }.first ?? ""))
        return (1...7).first { number in
            StringKey(rawValue: "weekday.\(number)").map { isWord(first, $0) } == true
        }
    }

    private func isWord(_ plain: String, _ key: StringKey) -> Bool {
        tables.contains { Self.plain($0[key]) == plain }
    }

    private static func plain(_ word: String) -> String { word.plainForm.lowercased() }
}
