import ArgumentParser
import NoticeCore

/// What `notice add` and `notice revise` say of a letter.
struct LetterOptions: ParsableArguments {
    enum Source: String, ExpressibleByArgument, CaseIterable {
        case school, association
    }

    enum PrivacyFlag: String, ExpressibleByArgument, CaseIterable {
        case depictsChildren = "depicts_children"
        case personalNames = "personal_names"
        case perHouseholdSlots = "do_not_register_per_household_slots"
        case areaAssignment = "area_assignment"
    }

    @Option(help: ArgumentHelp(Strings[.letterTitle], valueName: "TEXT"))
    var title: String?

    @OptionGroup var audience: AudienceOptions

    @Option(help: ArgumentHelp(Strings[.letterIssued], valueName: "YYYY-MM-DD"))
    var issued: SchoolDay?

    @Option(help: ArgumentHelp(Strings[.letterSource]))
    var source: Source?

    @Option(name: .customLong("flag"), help: ArgumentHelp(Strings[.letterFlag]))
    var flags: [PrivacyFlag] = []

    @Option(help: ArgumentHelp(Strings[.letterEvents], valueName: "FILE.json"))
    var events: String?

    @Option(help: ArgumentHelp(Strings[.optionSchool], valueName: "ID"))
    var school: String?

    /// The draft as far as the command line says it; what a sheet of drafts says of its letter comes after that.
    func draft(files: LetterFiles, events: EventsFile?) -> NoticeDraftBody {
        var draft = NoticeDraftBody()
        draft.school = school
        draft.source = source?.rawValue
        draft.title = title ?? events?.letter?.title
        draft.text = files.text
        draft.issued = issued?.text ?? events?.letter?.issued
        draft.wholeAssociation = audience.wholeAssociation
        draft.grades = audience.isSaid ? audience.grades : events?.letter?.grades
        draft.classes = audience.isSaid ? audience.classes : events?.letter?.classes
        let flags = Set(self.flags.map(\.rawValue)).union(events?.letter?.flags ?? [])
        draft.privacyFlags = flags.isEmpty ? nil : flags.sorted()
        draft.events = events?.events
        return draft
    }
}

extension SessionCommand {
    /// Reads the events file and says which of its entries are left out.
    func readEvents(_ path: String?) throws -> EventsFile? {
        guard let path else { return nil }
        let file = try EventsFile(path)
        for title in file.superseded {
            StandardStream.error.write(line: Strings[.eventsSuperseded, ["title": SafeText.line(title)]])
        }
        return file
    }
}

extension Session {
    /// Uploads files in their order.
    func upload(_ files: [LocalFile]) async throws -> [AttachmentReferenceBody] {
        var references: [AttachmentReferenceBody] = []
        for file in files {
            let label = Strings[.uploading, ["file": file.name]]
            let progress = Progress(label, total: file.size)
            defer { progress.finish() }
            let request = APIRequest.post(SiteRoute.attachments).asking("file_name", file.name)
                .uploading(file, as: "application/octet-stream")
            let answer = try await client.answer(to: request, progress: progress)
            references.append(try answer.decode(AttachmentReferenceBody.self, from: client.server))
        }
        return references
    }
}
