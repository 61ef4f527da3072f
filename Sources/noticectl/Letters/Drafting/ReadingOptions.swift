import ArgumentParser
import NoticeCore

/// How `notice add` reads a letter and what the officer has made sure of.
struct ReadingOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(Strings[.noticeAddYes]))
    var yes = false

    @Flag(help: ArgumentHelp(Strings[.noticeAddNoRead]))
    var noRead = false

    @Option(name: .customLong("accept-warnings"), help: ArgumentHelp(Strings[.noticeAddAccept], valueName: "CODE,…"))
    private var acceptedLists: [String] = []

    @Option(name: .customLong("without-flag"), help: ArgumentHelp(Strings[.noticeAddWithoutFlag]))
    var withoutFlags: [LetterOptions.PrivacyFlag] = []

    /// Codes of warnings that the officer has looked at.
    var accepted: Set<String> {
        Set(acceptedLists.flatMap { $0.plainForm.split { ", 、".contains($0) }.map(String.init) })
    }

    func validate() throws {
        let unknown = accepted.subtracting(ProposalWarning.codes).sorted()
        guard unknown.isEmpty else {
            let choices = ProposalWarning.codes.joined(separator: ", ")
            throw ValidationError(
                Strings[.noticeAddAcceptUnknown, ["code": unknown.joined(separator: ", "), "choices": choices]])
        }
    }
}
