import ArgumentParser
import Foundation
import NoticeCore

/// `noticectl extract`: what stands in files, without a server.
struct ExtractCommand: AsyncParsableCommand, PrintingCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: Strings[.extractAbstract], discussion: Strings[.extractDiscussion])

    @Argument(help: ArgumentHelp(Strings[.extractFiles], valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp(Strings[.extractIssued], valueName: "YYYY-MM-DD"))
    var issued: SchoolDay?

    @Option(help: ArgumentHelp(Strings[.extractStage]))
    var stage: StageArgument?

    @Flag(help: ArgumentHelp(Strings[.extractText]))
    var text = false

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let files = files
        let reading = text ? nil : LetterSettings(issued: issued, stage: stage, today: Effects.live.now().day)
        let answers = try await Interruption.cancelling {
            let tools = try await FileTools.ofOfficer(for: files[0])
            var answers: [FileAnswer] = []
            for file in files { answers.append(try await FileAnswer(file, tools: tools, reading: reading)) }
            return answers
        }
        try print(answers)
    }

    /// One file is answered as itself, several as an array; refused ones are named on standard error, the others still answer.
    private func print(_ answers: [FileAnswer]) throws {
        let refusals = answers.compactMap(\.refusal)
        if answers.count == 1, let refusal = refusals.first { throw refusal }
        let printer = Output(json: output.json)
        if answers.count == 1 {
            try printer.print(answers[0].body) { answers[0].words }
        } else {
            try printer.print(answers.map(\.body)) { answers.map(\.titledWords).joined(separator: "\n\n") }
        }
        for refusal in refusals { Failure(refusal)?.report(json: output.json) }
        if let first = refusals.first { throw ExitCode(first) }
    }
}
