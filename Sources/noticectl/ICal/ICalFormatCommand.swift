import ArgumentParser
import ICalKit

/// Writes a calendar file in canonical form.
struct ICalFormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format", abstract: Strings[.iCalFormatAbstract])

    @OptionGroup var input: ICalFile

    func run() throws {
        try StandardStream.output.deliver(try input.read().document.bytes)
    }
}
