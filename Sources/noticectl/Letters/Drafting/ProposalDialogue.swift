import Foundation
import NoticeCore

/// Talks with the officer about a proposal until it is confirmed or given up.
struct ProposalDialogue {
    let options: ReadingOptions
    let output: Output
    let effects: Effects
    /// Where the sheet lies once it was edited; kept until the letter is registered.
    private(set) var sheetPath: String?

    init(options: ReadingOptions, output: Output, effects: Effects) {
        self.options = options
        self.output = output
        self.effects = effects
    }

    private enum Answer: Equatable {
        case yes, no, edit, nobody, unclear
        case separate([Int])

        /// `y`, `e`, `s 2,3`, `n`, in any width; also はい.
        init(_ line: String?) {
            guard let line else {
                self = .nobody
                return
            }
            let words = line.plainForm.lowercased().split { ", 、".contains($0) }.map(String.init)
            switch words.first {
            case _ where Question.isYes(line): self = .yes
            case "e": self = .edit
            case "n", "no", "いいえ": self = .no
            case "s":
                let numbers = words.dropFirst().compactMap { Int($0) }
                self = numbers.isEmpty ? .unclear : .separate(numbers)
            default: self = .unclear
            }
        }
    }

    /// Shows the proposal and returns what the officer makes of it.
    ///
    /// - Throws: ``LocalFailure/unconfirmed(_:sheet:)`` for warnings that nobody has looked at, ``LocalFailure/usage(_:)`` when
    ///   the officer stops or nobody answers.
    mutating func confirmed(_ first: LetterProposal) async throws -> LetterProposal {
        var proposal = first
        let open = unseen(in: proposal)
        let isAlone = options.yes || !Question.canAsk
        // A program that waits for one JSON value finds the warnings in the problem, and nothing around it.
        if !(output.json && isAlone) { output.note(ProposalReport.text(proposal)) }
        if isAlone, !open.isEmpty {
            throw LocalFailure.unconfirmed(open, sheet: try keep(proposal))
        }
        if options.yes || (proposal.events.isEmpty && open.isEmpty) { return proposal }
        while true {
            switch Answer(ask(proposal)) {
            case .yes: return proposal
            case .edit: proposal.take(try await edited(proposal))
            case .separate(let numbers):
                for number in numbers where proposal.events.indices.contains(number - 1) {
                    proposal.events[number - 1].isSeparate.toggle()
                }
            case .no: throw LocalFailure.usage(stopped(Strings[.noticeAddStopped]))
            case .nobody: throw LocalFailure.usage(stopped(Strings[.noticeAddNeedsYes]))
            case .unclear: continue
            }
            output.note("\n" + ProposalReport.text(proposal))
        }
    }

    /// After the server refused it: what is wrong, and back to the officer.
    mutating func corrected(_ proposal: LetterProposal, after problem: ServerProblem) async throws -> LetterProposal {
        let path = try keep(proposal)
        output.note(Strings[.sheetKept, ["path": path]])
        guard !options.yes, Question.canAsk, Editor() != nil else { throw problem }
        Failure(problem)?.report(json: false)
        var proposal = proposal
        proposal.take(try await edited(proposal))
        return try await confirmed(proposal)
    }

    /// Removes the sheet of a letter that is registered.
    func finish() {
        guard let sheetPath else { return }
        unlink(sheetPath)
    }

    // MARK: - Asking

    private func unseen(in proposal: LetterProposal) -> [ProposalWarning] {
        proposal.allWarnings.filter { !options.accepted.contains($0.code) }
    }

    private func ask(_ proposal: LetterProposal) -> String? {
        let count = proposal.allWarnings.count
        let question =
            count == 0 ? Strings[.noticeAddQuestion] : Strings[.noticeAddQuestionWarned, ["count": "\(count)"]]
        StandardStream.error.write(Array("\n\(question)\n\(Strings[.noticeAddChoices]) ".utf8))
        return readLine()
    }

    private func stopped(_ message: String) -> String {
        sheetPath.map { message + " " + Strings[.sheetKept, ["path": $0]] } ?? message
    }

    // MARK: - Editing

    /// Opens the sheet, again and again while something on it cannot be read.
    private mutating func edited(_ proposal: LetterProposal) async throws -> DraftSheet {
        guard let editor = Editor() else { throw LocalFailure.usage(Strings[.editorMissing]) }
        let path = try keep(proposal)
        while true {
            try await editor.open(path)
            do {
                return try DraftSheetReader.read(String(decoding: LocalFile(path).contents(), as: UTF8.self))
            } catch let error as NoticeError {
                Failure(error)?.report(json: false)
                StandardStream.error.write(Array("\(Strings[.editorAgain]) ".utf8))
                guard let line = readLine(), line.isEmpty || Question.isYes(line) else {
                    throw LocalFailure.usage(stopped(Strings[.noticeAddStopped]))
                }
            }
        }
    }

    /// Writes the sheet anew, in place of the one before.
    private mutating func keep(_ proposal: LetterProposal) throws -> String {
        finish()
        let path = try SheetFolder.standard().keep(proposal.sheet, effects: effects)
        sheetPath = path
        return path
    }
}
