import NoticeCore

/// A proposal as people read it: a table, what of it is registered already, and what has to be looked at.
enum ProposalReport {
    static func text(_ proposal: LetterProposal) -> String {
        var parts = [head(of: proposal)]
        if !proposal.events.isEmpty { parts.append(table(proposal.events)) }
        let matches = proposal.events.enumerated().flatMap { index, event in
            lines(on: event).map { "\(index + 1): \($0)" }
        }
        let notes = matches + proposal.standingAdjustments.map(line)
        if !notes.isEmpty { parts.append(notes.joined(separator: "\n")) }
        if let flags = flags(of: proposal) { parts.append(flags) }
        if let warnings = warnings(proposal.allWarnings) { parts.append(warnings) }
        return parts.joined(separator: "\n\n")
    }

    static func warnings(_ warnings: [ProposalWarning]) -> String? {
        guard !warnings.isEmpty else { return nil }
        let head = Strings[.proposalWarnings, ["count": "\(warnings.count)"]]
        return ([head] + warnings.map { "  " + $0.line }).joined(separator: "\n")
    }

    /// What stands above an event in a sheet.
    static func remarks(on event: ProposedEvent) -> [String] {
        let evidence = event.evidence.map { Strings[.sheetEvidence, ["text": SafeText.line($0)]] }
        let doubts = event.standing.flatMap(\.doubts).map { Strings.label("doubt", $0) }
        return [evidence].compactMap { $0 } + lines(on: event) + doubts
    }

    // MARK: - Parts

    private static func head(of proposal: LetterProposal) -> String {
        let letter = proposal.letter
        let list = FieldList([
            (.fieldTitle, letter.title), (.fieldIssued, letter.issued.map { ShownDate.text(start: $0, end: nil) }),
            (.fieldAudience, audience(of: letter)),
        ]).text
        let count =
            proposal.events.isEmpty
            ? Strings[.proposalNone] : Strings[.proposalFound, ["count": "\(proposal.events.count)"]]
        return list.isEmpty ? count : list + "\n" + count
    }

    private static func audience(of letter: DraftSheet.Letter) -> String? {
        guard letter.grades != nil || letter.classes?.isEmpty == false else { return nil }
        return Audience.text(
            wholeAssociation: false, grades: letter.grades ?? [], classes: letter.classes ?? [])
    }

    private static func table(_ events: [ProposedEvent]) -> String {
        TextTable(
            [
                Strings[.proposalNumber], Strings[.fieldDate], Strings[.fieldKind], Strings[.fieldTitle],
                Strings[.fieldAudience], Strings[.fieldState], Strings[.proposalEvidence],
            ],
            rows: events.enumerated().map { index, event in
                let shown = event.shown
                return [
                    "\(index + 1)", ShownDate.text(start: shown.start ?? "?", end: end(of: shown)),
                    Strings.label("kind", shown.kind ?? "event"), shown.title ?? "?",
                    Audience.text(
                        wholeAssociation: shown.wholeAssociation == true, grades: shown.grades ?? [],
                        classes: shown.classes ?? []),
                    state(of: event), shortened(event.evidence ?? ""),
                ]
            }
        ).text
    }

    private static func end(of draft: EventDraftBody) -> String? {
        draft.end.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// New, an update or known, and how sure the letter is.
    private static func state(of event: ProposedEvent) -> String {
        let key: StringKey =
            if let edited = event.edited {
                edited.id == nil ? .proposalNew : .proposalUpdate
            } else if let match = event.standing.first, match.action != "part" {
                event.standing.allSatisfy { $0.fields.isEmpty } ? .proposalKnown : .proposalUpdate
            } else {
                .proposalNew
            }
        let status = event.edited?.status ?? event.letter?.status ?? "confirmed"
        return status == "confirmed" ? Strings[key] : "\(Strings[key])・\(Strings.label("status", status))"
    }

    /// The evidence stands in full in the sheet; here it only has to be recognised.
    private static func shortened(_ text: String) -> String {
        let columns = 32
        var short = ""
        for character in SafeText.line(text).split(whereSeparator: \.isWhitespace).joined(separator: " ") {
            guard DisplayWidth.of(short) + DisplayWidth.of(String(character)) <= columns else { return short + "…" }
            short.append(character)
        }
        return short
    }

    private static func flags(of proposal: LetterProposal) -> String? {
        guard let flags = proposal.letter.flags, !flags.isEmpty else { return nil }
        let names = flags.map { "\(Strings.label("flag", $0)) [\(SafeText.line($0))]" }
        return Strings[.proposalFlags, ["flags": names.joined(separator: Strings[.listSeparator])]]
    }

    // MARK: - Matches

    /// 「年間行事予定の 5/23 運動会 を更新します：同じ題、同じ学年、日が7日ずれています。変わるところ：始まり」.
    private static func lines(on event: ProposedEvent) -> [String] {
        guard event.edited == nil else { return [] }
        return event.standing.map { match in
            let reasons = match.reasons.map(words).joined(separator: Strings[.listSeparator])
            let values = ["event": name(of: match), "reasons": reasons]
            switch match.action {
            case "part": return Strings[.matchPart, values]
            case _ where match.fields.isEmpty: return Strings[.matchKnown, values]
            default:
                let fields = match.fields.map { Strings.label("changed", $0) }.joined(
                    separator: Strings[.listSeparator])
                return Strings[.matchUpdate, values] + Strings[.matchFields, ["fields": fields]]
            }
        }
    }

    private static func line(_ adjustment: AdjustmentBody) -> String {
        let event = adjustment.event
        let name = "\(ShownDate.text(start: event.start, end: nil)) \(SafeText.line(event.title))"
        return Strings[.matchRest, ["event": name, "title": SafeText.line(adjustment.update.title ?? "")]]
    }

    private static func name(of match: MatchBody) -> String {
        let event = "\(ShownDate.text(start: match.event.start, end: nil)) \(SafeText.line(match.event.title))"
        switch match.source {
        case "import": return Strings[.matchOfPlan, ["event": event]]
        case "letter": return Strings[.matchOfLetter, ["event": event, "letter": SafeText.line(match.letter ?? "?")]]
        default: return Strings[.matchOfOfficer, ["event": event]]
        }
    }

    private static func words(_ reason: MatchReasonBody) -> String {
        guard reason.code == "days_apart" else { return Strings.label("reason", reason.code) }
        return Strings[.reasonDaysApart, ["days": "\(abs(reason.days ?? 0))"]]
    }
}
