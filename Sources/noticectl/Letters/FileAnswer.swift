import NoticeCore

/// What `extract` is asked about every file.
struct FileQuestions: Sendable {
    let issued: SchoolDay?
    /// `nil`: as the letter's own school.
    let stage: Stage?
    /// Whether the text itself is wanted, rather than what it speaks of.
    let wantsText: Bool
    let today: SchoolDay

    func context(of text: ExtractedText) -> LetterContext {
        LetterContext(issued: issued, today: today, grades: (stage ?? Stage(namedIn: text.text)).grades)
    }
}

/// What `extract` has to say about one file.
struct FileAnswer: Sendable {
    private enum Content {
        case text
        case reading(FileReading)
    }

    private let path: String
    private let outcome: Result<(text: ExtractedText, content: Content), LocalFailure>
    private let milliseconds: Double

    /// Reads a file; one that is refused is an answer too.
    ///
    /// - Throws: A defect, or `CancellationError`.
    init(_ path: String, _ questions: FileQuestions, tools: FileTools) async throws {
        self.path = path
        let clock = ContinuousClock()
        let begin = clock.now
        do {
            let file = try LocalFile(path)
            let text = try await LetterFile(path: path, name: file.name).text(with: tools)
            let content =
                questions.wantsText
                ? Content.text : .reading(FileReading(text, context: questions.context(of: text)))
            outcome = .success((text, content))
        } catch let failure as LocalFailure {
            outcome = .failure(failure)
        } catch let error as NoticeError {
            outcome = .failure(.refused(path, error))
        }
        milliseconds = (clock.now - begin) / .milliseconds(1)
    }

    var refusal: LocalFailure? {
        if case .failure(let failure) = outcome { return failure }
        return nil
    }

    /// For people, harmless for a terminal.
    var words: String {
        guard case .success(let found) = outcome else { return "" }
        return switch found.content {
        case .text: SafeText.paragraph(found.text.text)
        case .reading(let reading): ReadingTable.text(reading)
        }
    }

    /// The words below the file's name, as several files are printed.
    var titledWords: String { "== \(SafeText.line(path))\n\(words)" }

    var body: FileAnswerBody {
        switch outcome {
        case .failure(let failure): return FileAnswerBody(file: path, problem: Failure(failure)?.problem)
        case .success(let found):
            var body = FileAnswerBody(file: path)
            body.origin = found.text.origin.rawValue
            body.pages = found.text.pageCount
            body.sheets = found.text.sheetNames.isEmpty ? nil : found.text.sheetNames
            body.timingMs = (milliseconds * 10).rounded() / 10
            switch found.content {
            case .text: body.text = found.text.pages
            case .reading(let reading): body.take(reading)
            }
            return body
        }
    }
}
