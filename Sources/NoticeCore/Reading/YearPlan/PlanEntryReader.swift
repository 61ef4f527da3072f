/// Reads one event of a cell: its title, and what stands around the title.
struct PlanEntryReader {
    let school: TableSchool
    let day: SchoolDay
    var entry = PlanEntry(title: "")
    /// 「卒業式(1～4年休業)」: who has no school on that day.
    var closedFor: AudiencePhrase?
    var closureTitle = ""

    private static let longestTitle = 200
    /// More make a sentence, which names no two audiences.
    private static let mostBlanks = 8

    private init(school: TableSchool, day: SchoolDay) {
        self.school = school
        self.day = day
    }

    /// - Returns: Nothing for a public holiday or a mark; usually one entry; two where the text names two audiences
    ///   (「卒業式準備(5年) 1～4年13:10下校」) or a closure in a bracket.
    static func entries(of piece: FoldedText, on day: SchoolDay, for school: TableSchool) -> [PlanEntry] {
        // Longer than any title: it is refused as it stands.
        guard piece.count <= longestTitle else { return [PlanEntry(title: piece.text, words: piece.text)] }
        let blanks = piece.folded.indices.filter { piece.folded[$0] == " " }
        for index in blanks.reversed() where blanks.count <= mostBlanks {
            let (left, right) = (piece.prefix(index).trimmed(), piece.dropFirst(index).trimmed())
            guard depth(of: left) == 0, own(left, day, school) != nil, let second = own(right, day, school)
            else { continue }
            return entries(of: left, on: day, for: school) + second
        }
        var reader = PlanEntryReader(school: school, day: day)
        return reader.read(piece)
    }

    /// One text as one event, for a table with a row for each.
    static func entry(of text: FoldedText, on day: SchoolDay, for school: TableSchool) -> PlanEntry? {
        var reader = PlanEntryReader(school: school, day: day)
        return reader.read(text).first
    }

    /// The entries of a text that names an audience of its own.
    private static func own(_ text: FoldedText, _ day: SchoolDay, _ school: TableSchool) -> [PlanEntry]? {
        var reader = PlanEntryReader(school: school, day: day)
        let entries = reader.read(text)
        guard let entry = entries.first, entry.audience != nil, entry.title.contains(where: \.isLetter),
            !isAudience(text, of: school)
        else { return nil }
        return entries
    }

    private static func depth(of text: FoldedText) -> Int {
        text.folded.count { "([【〔<".contains($0) } - text.folded.count { ")]】〕>".contains($0) }
    }

    private mutating func read(_ piece: FoldedText) -> [PlanEntry] {
        var text = withoutMarks(piece)
        text = takeBrackets(of: text)
        if RainDateWords.isNamed(in: text.key) { text = text.unwrapped }
        text = takeTime(of: text)
        text = takeAudience(of: text)
        // 「1～4年13:10下校」: the hour stands behind the audience.
        if entry.start == nil { text = takeTime(of: text) }
        text = takeRange(of: text)
        text = takeStatus(of: text)
        if let subject = RainDateWords.subject(of: text) {
            entry.isRainDate = true
            text = subject
        }
        entry.words = piece.trimmed().text
        entry.title = text.isEmpty && !entry.isRainDate ? entry.words : text.text
        entry.kind = EventWords.kind(of: titleWithoutBrackets(text))
        return finished()
    }

    private func finished() -> [PlanEntry] {
        guard let closedFor else { return [entry] }
        var (event, closure) = (entry, PlanEntry(title: closureTitle, kind: .closure, audience: closedFor))
        closure.status = entry.status
        if event.audience == nil {
            let open = Set(school.grades).subtracting(closedFor.grades(on: day))
            event.audience = AudiencePhrase(open.sorted().map { "\($0)年" }.joined(separator: "・"), of: school.grades)
        }
        return [event, closure]
    }

    /// Whether a text says for whom, and nothing else. 「代表委員会」 is an event as well.
    static func isAudience(_ text: FoldedText, of school: TableSchool) -> Bool {
        let phrase = AudiencePhrase(
            text.trimmed { " ()\n".contains($0) }.key, of: school.grades, groupNames: school.groupNames)
        return phrase.map { !$0.groups.contains { $0.contains(":") } } ?? false
    }

    func phrase(_ text: FoldedText) -> AudiencePhrase? {
        AudiencePhrase(text.key, of: school.grades, groupNames: school.groupNames)
    }

    // MARK: - Marks

    private static let arrows: Set<Character> = ["→", "⇒", "➡", "↓", "⇓", "⬇"]

    /// An arrow at the end, or a wave dash behind a word, says that the next days go on.
    private mutating func withoutMarks(_ piece: FoldedText) -> FoldedText {
        let text = piece.trimmed { $0 == " " || $0 == "\n" || PlanCell.isBullet($0) || Self.arrows.contains($0) }
        entry.goesOn = piece.trimmed().folded.last.map(Self.arrows.contains) ?? false
        guard text.hasSuffix("~"), let before = text.dropLast(1).trimmed().folded.last, before.isLetter,
            !"時分半午年日".contains(before)
        else { return text }
        entry.goesOn = true
        return text.dropLast(1).trimmed()
    }

    private func titleWithoutBrackets(_ text: FoldedText) -> String {
        var (kept, depth) = ([Character](), 0)
        for character in text.folded {
            if "([【〔<".contains(character) { depth += 1 }
            if depth == 0 { kept.append(character) }
            if ")]】〕>".contains(character), depth > 0 { depth -= 1 }
        }
        let title = String(kept).trimmingPrefix(" ")
        return title.isEmpty ? text.key : String(title)
    }
}
