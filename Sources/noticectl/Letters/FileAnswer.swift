import Foundation
import NoticeCore

/// What `extract` has to say about one file.
struct FileAnswer: Sendable {
    private let path: String
    private let outcome: Result<ExtractedText, LocalFailure>
    private let milliseconds: Double
    /// What the letter says, unless only its text was asked for.
    private let reading: FileReading?

    /// Takes the text of a file; one that is refused is an answer too.
    ///
    /// - Parameter reading: How to read the text; `nil` leaves it as text.
    /// - Throws: A defect, or `CancellationError`.
    init(_ path: String, tools: FileTools, reading: LetterSettings?) async throws {
        self.path = path
        let clock = ContinuousClock()
        let begin = clock.now
        let outcome = try await Self.outcome(path, tools: tools)
        self.outcome = outcome
        if case .success(let text) = outcome { self.reading = reading?.read(text) } else { self.reading = nil }
        milliseconds = (clock.now - begin) / .milliseconds(1)
    }

    private static func outcome(
        _ path: String, tools: FileTools
    ) async throws -> Result<ExtractedText, LocalFailure> {
        do {
            let file = try LocalFile(path)
            return .success(try await LetterFile(path: path, name: file.name).text(with: tools))
        } catch let failure as LocalFailure {
            return .failure(failure)
        } catch let error as NoticeError {
            return .failure(.refused(path, error))
        }
    }

    var refusal: LocalFailure? {
        if case .failure(let failure) = outcome { return failure }
        return nil
    }

    /// The text, harmless for a terminal.
    var words: String {
        guard case .success(let text) = outcome else { return "" }
        return extract(of: text)?.words ?? SafeText.paragraph(text.text)
    }

    /// The text below its file's name, as several files are printed.
    var titledWords: String { "== \(SafeText.line(path))\n\(words)" }

    var body: FileAnswerBody {
        switch outcome {
        case .success(let text):
            extract(of: text).map(FileAnswerBody.letter)
                ?? .text(FileTextBody(file: path, text: text, milliseconds: milliseconds))
        case .failure(let failure): .refusal(FileRefusalBody(file: path, problem: Failure(failure)?.problem))
        }
    }

    private func extract(of text: ExtractedText) -> LetterExtract? {
        reading.map {
            LetterExtract(
                file: path, reading: $0, timingMs: (milliseconds * 10).rounded() / 10, pages: text.pageCount)
        }
    }
}

/// What is known of a letter before it is read.
struct LetterSettings: Sendable {
    let issued: SchoolDay?
    let stage: StageArgument?
    let today: SchoolDay

    func read(_ text: ExtractedText) -> FileReading {
        let stage = stage ?? StageArgument.named(in: text.text)
        return FileReading(text, context: LetterContext(issued: issued, today: today, grades: stage.grades))
    }
}

/// A file's answer in JSON: what was read, its text, or why there is neither.
enum FileAnswerBody: Encodable {
    case letter(LetterExtract)
    case text(FileTextBody)
    case refusal(FileRefusalBody)

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .letter(let body): try body.encode(to: encoder)
        case .text(let body): try body.encode(to: encoder)
        case .refusal(let body): try body.encode(to: encoder)
        }
    }
}

/// A file's text, as `--text` asks for it.
struct FileTextBody: Encodable {
    let file: String
    let origin: String
    /// How many pages the file has.
    let pages: Int
    /// The text of each page that was read.
    let text: [String]
    let sheets: [String]?
    /// Without starting this process.
    let timingMs: Double

    init(file: String, text: ExtractedText, milliseconds: Double) {
        self.file = file
        origin = text.origin.rawValue
        pages = text.pageCount
        self.text = text.pages
        sheets = text.sheetNames.isEmpty ? nil : text.sheetNames
        timingMs = (milliseconds * 10).rounded() / 10
    }
}

/// Why a file was not read.
struct FileRefusalBody: Encodable {
    let file: String
    let problem: ProblemBody?
}
