import NoticeCore

/// What was read out of a letter, for the officer to confirm.
struct LetterProposal: Equatable {
    var letter: DraftSheet.Letter
    var events: [ProposedEvent]
    var warnings: [ReadingWarning]
    /// What follows from the matches for other registered events.
    var adjustments: [AdjustmentBody] = []

    init(letter: DraftSheet.Letter, events: [ProposedEvent], warnings: [ReadingWarning] = []) {
        self.letter = letter
        self.events = events
        self.warnings = warnings
    }

    /// Reads the texts of one letter.
    ///
    /// - Parameters:
    ///   - said: What the officer says of the letter on the command line; it wins over what the letter says.
    ///   - without: Flags that the officer takes off.
    /// - Throws: ``NoticeError/invalid(_:)`` for rows of a table that cannot be read: half of it would be taken for the whole.
    init(
        texts: [ExtractedText], context: LetterContext, said: LetterOptions, without: [LetterOptions.PrivacyFlag]
    ) throws {
        let letters = texts.map { FileReading($0, context: context) }
        let flaws = letters.flatMap(\.flaws)
        guard flaws.isEmpty else { throw NoticeError.invalid(flaws) }
        let (heads, readings) = (letters.map(\.head), letters.map(\.letter))
        let flags = Set(readings.flatMap(\.privacyFlags)).union(said.flags.map(\.rawValue))
            .subtracting(without.map(\.rawValue))
        let head = heads.first
        letter = DraftSheet.Letter(
            title: said.title ?? heads.lazy.compactMap(\.title).first,
            issued: said.issued?.text ?? heads.lazy.compactMap(\.issued).first?.text,
            grades: said.audience.isSaid ? said.audience.grades : head?.grades,
            classes: said.audience.isSaid ? said.audience.classes : head?.classes, flags: flags.sorted())
        var seen: [EventDraftBody] = []
        events = readings.flatMap(\.events).compactMap { event in
            let draft = EventDraftBody(event).meant(for: said.audience)
            // A letter and its enclosure repeat each other.
            guard !seen.contains(draft) else { return nil }
            seen.append(draft)
            return ProposedEvent(
                letter: draft, evidence: event.evidence, isOutside: draft.isOutside(said.audience))
        }
        warnings = readings.flatMap(\.warnings)
    }

    /// The question for the server: what of it is registered already.
    func request(school: String?, wholeAssociation: Bool?) -> MatchRequestBody {
        var request = MatchRequestBody(events: events.map { $0.letter ?? EventDraftBody() })
        request.school = school
        request.wholeAssociation = wholeAssociation
        request.grades = wholeAssociation == true ? nil : letter.grades
        request.classes = wholeAssociation == true ? nil : letter.classes
        request.issued = letter.issued
        request.replaces = warnings.flatMap { $0.replaces ?? [] }.map {
            ReplacedEventBody(title: $0.title, start: $0.start)
        }
        return request
    }

    mutating func take(_ found: MatchesBody) {
        for index in events.indices { events[index].matches = found.matches.filter { $0.draft == index } }
        adjustments = found.adjustments
    }

    /// What is sent, each registered event once; an update that says something before one that only names its event.
    var bodies: [EventDraftBody] {
        var named: Set<String> = []
        let all = events.flatMap(\.bodies) + standingAdjustments.map(\.update)
        return (all.filter { !$0.onlyNames } + all.filter(\.onlyNames)).filter { body in
            body.id.map { named.insert($0).inserted } ?? true
        }
    }

    /// A title keeps its parts when the officer says that a draft is none of them.
    var standingAdjustments: [AdjustmentBody] {
        adjustments.filter { adjustment in
            events.allSatisfy { event in
                event.edited?.id != adjustment.event.id
                    && !(event.isSeparate && event.matches.contains { $0.event.id == adjustment.event.id })
            }
        }
    }

    // MARK: - The sheet

    var sheet: DraftSheet {
        DraftSheet(
            letter: letter,
            entries: events.enumerated().map { index, event in
                DraftSheet.Entry(
                    number: index + 1, draft: event.shown, remarks: ProposalReport.remarks(on: event))
            })
    }

    /// Takes over what an officer wrote; an entry that is gone is not registered.
    mutating func take(_ sheet: DraftSheet) {
        letter = sheet.letter ?? letter
        let before = self.sheet.entries.map {
            (try? DraftSheetReader.read(DraftSheet(letter: nil, entries: [$0]).text))
        }
        events = sheet.entries.map { entry in
            guard let number = entry.number, events.indices.contains(number - 1) else {
                return ProposedEvent(letter: nil, evidence: nil, edited: entry.draft)
            }
            var event = events[number - 1]
            // Untouched lines stay what they were, so that only what the officer wrote counts as written.
            if before[number - 1]?.entries.first?.draft != entry.draft { event.edited = entry.draft }
            return event
        }
    }
}

extension EventDraftBody {
    /// Whether it is an event's identity and nothing else.
    fileprivate var onlyNames: Bool {
        var bare = EventDraftBody()
        bare.id = id
        return id != nil && self == bare
    }

    /// The officer's own grades win: of the draft's those that are among them. One that is for others only keeps its own.
    fileprivate func meant(for audience: AudienceOptions) -> EventDraftBody {
        var draft = self
        if audience.wholeAssociation == true {
            draft.wholeAssociation = true
            (draft.grades, draft.classes) = (nil, nil)
        } else if let chosen = audience.classes {
            guard !isOutside(audience) else { return self }
            let shared = (classes ?? []).filter(chosen.contains)
            draft.classes = shared.isEmpty ? chosen : shared
            draft.grades = audience.grades
        } else if let chosen = audience.grades {
            guard !isOutside(audience) else { return self }
            draft.grades = (grades ?? []).filter(chosen.contains)
            draft.classes = classes.map { $0.filter { name in chosen.contains { name.hasPrefix("\($0)-") } } }
            if draft.classes?.isEmpty == true { draft.classes = nil }
        }
        return draft
    }

    /// Whether nobody whom the officer named is meant.
    fileprivate func isOutside(_ audience: AudienceOptions) -> Bool {
        if let chosen = audience.classes {
            let named = Set((audience.grades ?? []) + chosen.compactMap { Int($0.prefix(1)) })
            return named.isDisjoint(with: grades ?? [])
        }
        return audience.grades.map { Set($0).isDisjoint(with: grades ?? []) } ?? false
    }
}
