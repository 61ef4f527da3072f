import NoticeCore

/// Something that a person has to have seen before a letter's events are registered.
struct ProposalWarning: Equatable {
    /// What `--accept-warnings` takes.
    let code: String
    let message: String
    /// The number of the event in the table, when it concerns one.
    var number: Int?
    /// Whether it comes from comparing with what is registered, not from the letter.
    var isAboutMatch = false

    /// Every code that there is.
    static let codes =
        ReadingWarning.Code.allCases.map(\.rawValue) + ["date_differs", "audience_differs", "ambiguous"]

    /// What the reader says of the letter.
    init(_ warning: ReadingWarning) {
        code = warning.code.rawValue
        message = Self.words(of: warning)
    }

    /// Why a match has to be looked at.
    init(doubt: String, of number: Int) {
        code = doubt
        message = Strings.label("doubt", doubt)
        self.number = number
        isAboutMatch = true
    }

    /// An event for none of those whom the officer named.
    init(outside number: Int) {
        code = "audience_differs"
        message = Strings[.doubtOutside]
        self.number = number
    }

    var line: String {
        let place = number.map { "\($0): " } ?? ""
        return "[\(code)] \(place)\(message)"
    }

    private static func words(of warning: ReadingWarning) -> String {
        let text = SafeText.line(warning.text)
        switch warning.code {
        case .weekdayMismatch: return mismatch(warning, text: text)
        case .correction, .reschedule:
            let old = (warning.replaces ?? []).map {
                "\(ShownDate.text(start: $0.start, end: nil)) \(SafeText.line($0.title))"
            }
            let key: StringKey = warning.code == .correction ? .warningCorrection : .warningReschedule
            return Strings[
                key, ["text": text, "old": old.isEmpty ? "?" : old.joined(separator: Strings[.listSeparator])]]
        case .tentativeDocument: return Strings[.warningTentativeDocument, ["text": text]]
        case .nextSchoolYear: return Strings[.warningNextSchoolYear, ["text": text]]
        case .gradeRollover: return Strings[.warningGradeRollover, ["text": text]]
        case .contingency: return Strings[.warningContingency, ["text": text]]
        case .ocrColumns: return Strings[.warningOCRColumns, ["text": text]]
        case .sensitiveHealth: return Strings[.warningSensitiveHealth, ["text": text]]
        case .doNotPublish: return Strings[.warningDoNotPublish, ["text": text]]
        }
    }

    /// Both readings, and the one that the rest of the letter supports.
    private static func mismatch(_ warning: ReadingWarning, text: String) -> String {
        let choices = (warning.alternatives ?? []).map { ShownDate.text(start: $0, end: nil) }
        let values = [
            "text": text, "day": warning.numeric.map { ShownDate.text(start: $0, end: nil) } ?? "?",
            "choices": choices.joined(separator: Strings[.listSeparator]),
        ]
        guard let resolved = warning.resolved else { return Strings[.warningWeekdayMismatch, values] }
        let taken = ["resolved": ShownDate.text(start: resolved, end: nil)]
        return Strings[.warningWeekdayMismatch, values] + Strings[.warningWeekdayResolved, taken]
    }
}

extension LetterProposal {
    /// Everything that has to be seen, as far as the officer's decisions left it standing.
    var allWarnings: [ProposalWarning] {
        warnings.map { ProposalWarning($0) }
            + events.enumerated().filter { $0.element.edited == nil }.flatMap { index, event in
                (event.isOutside ? [ProposalWarning(outside: index + 1)] : [])
                    + event.standing.flatMap(\.doubts).map { ProposalWarning(doubt: $0, of: index + 1) }
            }
    }
}
