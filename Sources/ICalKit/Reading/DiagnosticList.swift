/// Collects what is wrong with a document; the first entry is an error where the reader is strict.
struct DiagnosticList {
    private let isStrict: Bool
    private(set) var entries: [Diagnostic] = []
    private var reportedOnce: Set<Diagnostic.Code> = []

    /// Enough to see what is wrong; a hostile file cannot fill the memory with them.
    static let limit = 1_000

    init(isStrict: Bool = false) { self.isStrict = isStrict }

    mutating func report(
        _ code: Diagnostic.Code, line: Int, section: String, _ message: @autoclosure () -> String
    ) throws(ReadingError) {
        guard isStrict || entries.count < Self.limit else { return }
        let diagnostic = Diagnostic(code, line: line, section: section, message())
        if isStrict { throw ReadingError(strict: diagnostic) }
        entries.append(diagnostic)
    }

    /// For what usually concerns every line of a file alike.
    mutating func reportOnce(
        _ code: Diagnostic.Code, line: Int, section: String, _ message: @autoclosure () -> String
    ) throws(ReadingError) {
        guard reportedOnce.insert(code).inserted else { return }
        try report(code, line: line, section: section, message())
    }
}
