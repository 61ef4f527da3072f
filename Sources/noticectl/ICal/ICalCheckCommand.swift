import ArgumentParser
import ICalKit

/// Reads a calendar file and says what is wrong with it.
struct ICalCheckCommand: PrintingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Strings[.iCalCheckAbstract])

    @OptionGroup var input: ICalFile

    @Flag(help: ArgumentHelp(Strings[.iCalCheckStrict]))
    var strict = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        let reading = try input.read(isStrict: strict)
        let diagnostics = (reading.diagnostics + CalendarCheck(reading.document).diagnostics)
            .sorted { $0.line < $1.line }
        let report = Report(
            events: reading.document.events.map(Report.Event.init),
            diagnostics: diagnostics.map(Report.Finding.init))
        if output.json { return try Output(json: true).print(report) { "" } }
        for diagnostic in diagnostics {
            try StandardStream.output.deliver(line: CalendarWords.line(input.file, diagnostic))
        }
    }

    private struct Report: Encodable {
        let events: [Event]
        let diagnostics: [Finding]

        /// The texts of a VEVENT; one that is absent or repeated is null.
        struct Event: Encodable {
            let uid, summary, description, location, status: String?

            init(_ event: ICalKit.Event) {
                func only(_ name: Token) -> String? {
                    let all = event.component.all(name)
                    return all.count == 1 ? all[0].text : nil
                }
                uid = only(.uniqueIdentifier)
                summary = only(.summary)
                description = only(.description)
                location = only(.location)
                status = only(.status)
            }

            private enum CodingKeys: CodingKey { case uid, summary, description, location, status }

            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(uid, forKey: .uid)
                try container.encode(summary, forKey: .summary)
                try container.encode(description, forKey: .description)
                try container.encode(location, forKey: .location)
                try container.encode(status, forKey: .status)
            }
        }

        struct Finding: Encodable {
            let line: Int
            let section, code, message: String

            init(_ diagnostic: Diagnostic) {
                line = diagnostic.line
                section = diagnostic.section
                code = diagnostic.code.rawValue
                message = diagnostic.message
            }
        }
    }
}
