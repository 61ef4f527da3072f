import Foundation

extension NoticeStore {
    /// Reads a letter and says which of its events are registered already. Nothing is kept.
    ///
    /// - Throws: ``NoticeError/invalid(_:)`` for a letter without text, or one longer than a letter can be; ``NoticeError/notFound``
    ///   for a file that was never uploaded.
    public func read(_ body: ReadingRequestBody, for officer: Officer) async throws -> ReadingBody {
        try officer.require(.authors)
        let association = try association(of: officer)
        let school = try Self.school(body.school.flatMap { School.ID($0) }, of: association)
        let issued = try body.issued.map { text throws(NoticeError) in
            guard let day = SchoolDay(text) else {
                throw NoticeError.invalid(.impossibleDate, field: "issued", value: text)
            }
            return day
        }
        let context = LetterContext(issued: issued, today: effects.now().day, grades: school.grades)
        let (file, pages) = try await reading(of: body, context: context, for: officer)
        // Half a table would be taken for the whole of it.
        guard file.flaws.isEmpty else { throw NoticeError.invalid(file.flaws) }
        let (head, reading) = (file.head, file.letter)
        var request = MatchRequestBody(events: reading.events.map { EventDraftBody($0) })
        request.school = school.id.text
        request.grades = head.grades
        request.issued = head.issued?.text
        request.replaces = reading.replacedEvents
        let found = try await matches(request, for: officer)
        return ReadingBody(
            title: head.title, issued: head.issued?.text, pages: pages, grades: head.grades, classes: head.classes,
            events: reading.events, warnings: reading.warnings, privacyFlags: reading.privacyFlags,
            matches: found.matches, adjustments: found.adjustments)
    }

    /// Reads the text as it came, or what stands in a file.
    private func reading(
        of body: ReadingRequestBody, context: LetterContext, for officer: Officer
    ) async throws -> (FileReading, pages: Int) {
        guard let name = body.attachment else {
            return (FileReading(letter: try Self.letterText(body.text), context: context), 1)
        }
        guard body.text == nil, let digest = Digest(hex: name) else {
            throw NoticeError.invalid(.malformed, field: "attachment", value: name)
        }
        let (reference, file) = try await attachment(digest, for: officer)
        let text = try await inspector.text(of: file.path, name: reference.fileName)
        return (FileReading(text.cut(to: Self.longestLetter), context: context), text.pages.count)
    }

    /// Characters of a letter that are read; nobody writes more.
    private static let longestLetter = 50_000

    private static func letterText(_ given: String?) throws(NoticeError) -> String {
        guard let given, !given.allSatisfy(\.isWhitespace) else { throw .invalid(.missing, field: "text") }
        if case .failure(let fault) = CheckedText.paragraph(given, limit: longestLetter) {
            throw .invalid([fault.flaw(field: "text")])
        }
        // As it came: its blanks are its layout.
        return given
    }
}
