import Foundation
import NoticeCore

/// What `extract` has to say about one file.
struct FileAnswer: Sendable {
    private let path: String
    private let outcome: Result<ExtractedText, LocalFailure>
    private let milliseconds: Double

    /// Takes the text of a file; one that is refused is an answer too.
    ///
    /// - Throws: A defect, or `CancellationError`.
    init(_ path: String, tools: FileTools) async throws {
        self.path = path
        let clock = ContinuousClock()
        let begin = clock.now
        outcome = try await Self.outcome(path, tools: tools)
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
        if case .success(let text) = outcome { return SafeText.paragraph(text.text) }
        return ""
    }

    /// The text below its file's name, as several files are printed.
    var titledWords: String { "== \(SafeText.line(path))\n\(words)" }

    var body: FileAnswerBody {
        switch outcome {
        case .success(let text): FileAnswerBody(file: path, text: text, milliseconds: milliseconds)
        case .failure(let failure): FileAnswerBody(file: path, problem: Failure(failure)?.problem)
        }
    }
}

/// A file's answer in JSON: its text, or why there is none.
struct FileAnswerBody: Encodable {
    let file: String
    var origin: String?
    /// How many pages the file has.
    var pages: Int?
    /// The text of each page that was read.
    var text: [String]?
    var sheets: [String]?
    /// Without starting this process.
    var timingMs: Double?
    var problem: ProblemBody?

    init(file: String, text: ExtractedText, milliseconds: Double) {
        self.file = file
        origin = text.origin.rawValue
        pages = text.pageCount
        self.text = text.pages
        sheets = text.sheetNames.isEmpty ? nil : text.sheetNames
        timingMs = (milliseconds * 10).rounded() / 10
    }

    init(file: String, problem: ProblemBody?) {
        self.file = file
        self.problem = problem
    }
}
