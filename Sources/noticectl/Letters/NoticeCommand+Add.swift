import ArgumentParser
import NoticeCore

extension NoticeCommand {
    /// `noticectl notice add`: registers one letter with its files and events.
    struct Add: SessionCommand {
        static let configuration = CommandConfiguration(
            abstract: Strings[.noticeAddAbstract], discussion: Strings[.noticeAddDiscussion])

        @Argument(help: ArgumentHelp(Strings[.noticeAddFiles], valueName: "FILE"))
        var files: [String]

        @OptionGroup var letter: LetterOptions
        @OptionGroup var reading: ReadingOptions
        @OptionGroup var signIn: SignInOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let files = try LetterFiles(files)
            var draft = letter.draft(files: files, events: try readEvents(letter.events))
            draft.title = draft.title ?? files.title
            guard letter.events == nil, !reading.noRead,
                let proposal = try await session.proposal(for: files, letter: letter, reading: reading)
            else {
                try await session.register(draft, with: files.attachments)
                return
            }
            try await register(proposal, draft: draft, files: files, in: session)
        }

        /// Until the server takes what the officer confirmed.
        private func register(
            _ first: LetterProposal, draft: NoticeDraftBody, files: LetterFiles, in session: Session
        ) async throws {
            var dialogue = ProposalDialogue(options: reading, output: session.output, effects: session.effects)
            var proposal = try await dialogue.confirmed(first)
            while true {
                do {
                    try await session.register(draft.confirmed(proposal), with: files.attachments)
                    dialogue.finish()
                    return
                } catch let problem as ServerProblem where problem.code == .invalid {
                    proposal = try await dialogue.corrected(proposal, after: problem)
                }
            }
        }
    }
}

extension NoticeDraftBody {
    /// The letter as the officer confirmed it.
    fileprivate func confirmed(_ proposal: LetterProposal) -> NoticeDraftBody {
        var draft = self
        draft.title = proposal.letter.title ?? title
        draft.issued = proposal.letter.issued ?? issued
        if draft.wholeAssociation != true {
            draft.grades = proposal.letter.grades ?? grades
            draft.classes = proposal.letter.classes ?? classes
        }
        draft.privacyFlags = proposal.letter.flags ?? privacyFlags
        draft.events = proposal.bodies
        draft.decisions = proposal.events.flatMap(\.decisions)
        return draft
    }
}

extension Session {
    fileprivate func register(_ draft: NoticeDraftBody, with files: [LocalFile]) async throws {
        var draft = draft
        if !files.isEmpty { draft.attachments = try await upload(files) }
        let notice = try await client.send(.post(SiteRoute.notices).sending(draft), for: NoticeBody.self)
        try output.print(notice) { NoticeReport.summary(notice) }
        output.note(Strings[.noticeAddNext, ["id": notice.id]])
    }

    /// What the files say and what of it is registered already.
    ///
    /// - Returns: `nil` when there is nothing to read.
    fileprivate func proposal(
        for files: LetterFiles, letter: LetterOptions, reading: ReadingOptions
    ) async throws -> LetterProposal? {
        let texts = try await LetterSource.texts(of: files)
        guard !texts.isEmpty else { return nil }
        let association = try await client.get(AssociationBody.self, SiteRoute.association)
        let school = try association.school(letter.school, isWhole: letter.audience.wholeAssociation == true)
        let grades = school?.grades ?? association.schools.flatMap(\.grades)
        let context = LetterContext(
            issued: letter.issued, today: effects.now().day, grades: (grades.min() ?? 1)...(grades.max() ?? 9))
        var proposal = try LetterProposal(texts: texts, context: context, said: letter, without: reading.withoutFlags)
        guard !proposal.events.isEmpty else { return proposal }
        do {
            let request = proposal.request(school: school?.id, wholeAssociation: letter.audience.wholeAssociation)
            proposal.take(try await client.send(.post(SiteRoute.matches).sending(request), for: MatchesBody.self))
        } catch let problem as ServerProblem where problem.code == .invalid {
            // A class that the school does not have, say: the officer sees it beside the drafts, and corrects it there.
            Failure(problem)?.report(json: false)
        }
        return proposal
    }
}

extension AssociationBody {
    /// - Returns: `nil` for a letter to everybody of several schools.
    fileprivate func school(_ id: String?, isWhole: Bool) throws(NoticeError) -> SchoolBody? {
        if let id {
            guard let school = schools.first(where: { $0.id == id }) else {
                throw .invalid(.unknownSchool, field: "school", value: id)
            }
            return school
        }
        if schools.count == 1 || isWhole { return schools.count == 1 ? schools[0] : nil }
        throw .invalid(.schoolRequired, field: "school", value: schools.map(\.id).joined(separator: ", "))
    }
}
