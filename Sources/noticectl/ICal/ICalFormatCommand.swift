import ArgumentParser
import Foundation
import ICalKit

/// Writes a calendar file in canonical form.
struct ICalFormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format", abstract: "カレンダーファイルを規格どおりの形に整える。内容は変えない")

    @OptionGroup var input: ICalFile

    func run() throws {
        ICalOutput.write(Data(try input.read().document.bytes))
    }
}
