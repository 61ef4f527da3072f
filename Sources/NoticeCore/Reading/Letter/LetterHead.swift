/// What a letter says of itself as a whole: for its own entry, as a proposal.
public struct LetterHead: Equatable, Sendable {
    /// The line that says what it is about, or the name of the newsletter; `nil` when its head has neither.
    public let title: String?
    /// The day printed on it.
    public let issued: SchoolDay?
    /// To whom it is addressed; every grade of the school when it names none.
    public let grades: [Int]
    /// `3-2`; empty for whole grades.
    public let classes: [String]
}

extension LetterHead {
    /// Of something that is no letter: an event list, a year plan.
    init(context: LetterContext) {
        title = nil
        issued = context.issued
        grades = Array(context.grades)
        classes = []
    }

    init(text: LetterText, lines: [LetterLine], facts: LetterFacts, context: LetterContext) {
        let title = facts.titleSpan ?? Self.name(in: text, lines.prefix(max(facts.headLines, 1)))
        self.title = title.map { text.evidence($0) }.map(Self.narrowed)
        issued = context.issued ?? (facts.issuedSpans.isEmpty ? nil : facts.issued)
        grades = facts.grades.sorted()
        classes = facts.classes.sorted().map(\.text)
    }

    /// Who writes and who is written to stands in the head as well, and is no name.
    private static let people: [Word] = ["校長", "会長", "教頭", "担任", "保護者", "各位", "皆様", "様", "さま", "委員長", "発行者"]

    /// The first cell of the head that is neither a date nor a person: 「学年だより 5月」.
    private static func name(in text: LetterText, _ lines: ArraySlice<LetterLine>) -> LetterText.Span? {
        let dates = DateScanner(text: text)
        for line in lines {
            for cell in text.cells(of: line.span, gap: LetterTitle.gap) {
                let bracket = cell.dropFirst().first { text.scalars[$0] == "(" } ?? cell.upperBound
                if text.contains(people, in: cell.lowerBound..<bracket) { continue }
                if dates.dates(in: cell).contains(where: { $0.year != nil }) { continue }
                return cell
            }
        }
        return nil
    }

    /// Gaps that the layout needed become one blank.
    private static func narrowed(_ title: String) -> String {
        String(title.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(100))
    }
}
