/// Finishes what a household's own page shows of letters, schools and groups.
struct HomePage {
    let builder: DigestBuilder
    let household: Household
    let register: AssociationRegister
    let language: Language

    private var words: FeedWords { FeedWords(language: language) }

    func groups(of events: [PublishedEvent]) -> [HomeGroup] {
        var names: [String: String] = [:]
        for event in events {
            let school = event.content.audience.school.flatMap { register[event.association]?[$0] }
            for group in event.content.groups { names[group] = words.group(group, at: school) }
        }
        for group in household.hiddenGroups where names[group] == nil { names[group] = words.group(group, at: nil) }
        return names.sorted { $0.key < $1.key }.map {
            HomeGroup(id: $0.key, name: $0.value, isHidden: household.hiddenGroups.contains($0.key))
        }
    }

    func letters(_ letters: [PublishedLetter], in database: any DatabaseSession) throws -> [HomeLetter] {
        let label = AudienceLabel(placements: household.seats.map(\.placement)) { register[$0] }
        return try letters.compactMap { letter -> HomeLetter? in
            let content = letter.content
            guard let association = register[letter.association],
                label.text(for: content.audience, of: letter.association, on: content.issued) != nil
            else { return nil }
            let school = content.audience.school.flatMap { association[$0] }
            let level = association.republishLevel(of: content.source)
            let events = try database.publishedEvents(restingOn: letter.id)
            return HomeLetter(
                id: letter.id.text, title: content.title, issued: content.issued,
                sender: sender(of: content, in: association),
                grades: grades(of: content.audience, school: school), text: level == .dates ? nil : content.text,
                items: builder.items(of: events),
                attachments: content.attachments.count, isRevised: letter.revision > 1
            )
        }.prefix(50).map(\.self)
    }

    private func sender(of letter: NoticeContent, in association: Association) -> SpokenText {
        let school = letter.audience.school.flatMap { association[$0] } ?? association.schools.first
        guard letter.source == .school, let school else { return association.name.text(in: language) }
        return school.name.text(in: language)
    }

    /// 「全学年」, or each grade or class.
    private func grades(of audience: Audience, school: School?) -> [String] {
        guard let school, audience.grades != Array(school.grades) || !audience.classes.isEmpty else {
            return [words.allGrades]
        }
        return audience.grades.flatMap { grade -> [String] in
            audience.classNumbers(of: grade)?.map { words.schoolClass(grade, $0) } ?? [words.grade(grade)]
        }
    }
}
