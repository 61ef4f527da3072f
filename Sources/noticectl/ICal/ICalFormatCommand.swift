import ArgumentParser
import Foundation
import ICalKit

/// Writes a calendar file in canonical form.
struct ICalFormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format", abstract: Strings[.iCalFormatAbstract])

    @OptionGroup var input: ICalFile

    func run() throws {
        ICalOutput.write(Data(try input.read().document.bytes))
    }
}
