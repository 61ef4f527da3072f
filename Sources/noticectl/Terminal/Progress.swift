/// Progress of long work: a moving line on standard error when that is a terminal.
///
/// Elsewhere nothing, so that a program finds the problem of a failed command there and nothing around it.
struct Progress: Sendable {
    private let label: String
    private let total: Int64
    private let isTerminal: Bool

    init(_ label: String, total: Int64, isTerminal: Bool = StandardStream.error.isTerminal) {
        self.label = SafeText.line(label)
        self.total = total
        self.isTerminal = isTerminal
    }

    /// - Parameters:
    ///   - done: Bytes or pieces, out of the total.
    ///   - before: What was done when this was last called, so that only a new percentage is written.
    func update(_ done: Int64, before: Int64) {
        guard isTerminal, total > 0, before == 0 || done * 100 / total > before * 100 / total else { return }
        StandardStream.error.write(Array("\r\(label) \(min(100, done * 100 / total))%".utf8))
    }

    /// Clears the moving line.
    func finish() {
        guard isTerminal else { return }
        StandardStream.error.write(Array("\r\u{1B}[K".utf8))
    }
}
