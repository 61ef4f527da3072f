public import ArgumentParser
public import ICalKit

/// Lists what takes place in a window of time.
struct ICalOccurrencesCommand: PrintingCommand {
    static let configuration = CommandConfiguration(
        commandName: "occurrences", abstract: Strings[.iCalOccurrencesAbstract])

    @OptionGroup var input: ICalFile

    @Option(help: ArgumentHelp(Strings[.iCalFrom]))
    var from: String

    @Option(help: ArgumentHelp(Strings[.iCalTo]))
    var to: String

    @Option(help: ArgumentHelp(Strings[.iCalZones]))
    var zones = TimeZoneResolver.Preference.iana

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard try Self.date(from) < Self.date(to) else { throw ValidationError(Strings[.iCalBadWindow]) }
    }

    func run() throws {
        let document = try input.read().document
        let expansion = CalendarExpansion(document, zones: zones, limits: try input.limits)
        let (from, to) = (try Self.date(from), try Self.date(to))
        let rows: [Row]
        do throws(ExpansionError) {
            rows = try expansion.occurrences(from: from, to: to).map(Row.init)
        } catch {
            throw CalendarWords.failure(input.file, error)
        }
        if output.json { return try Output(json: true).print(rows) { "" } }
        for row in rows {
            try StandardStream.output.deliver(line: "\(row.start)\t\(row.end)\t\(SafeText.line(row.summary))")
        }
    }

    /// `2026-10-10` or `20261010`.
    private static func date(_ text: String) throws -> CalendarDate {
        guard case .date(let date) = CalendarTime(text.filter { $0 != "-" }) else {
            throw ValidationError(Strings[.iCalBadDate, ["detail": text]])
        }
        return date
    }

    private struct Row: Encodable {
        let uid, start, end, recurrenceID, summary: String
        let status: String?

        init(_ occurrence: Occurrence) {
            uid = occurrence.event.uniqueIdentifier ?? ""
            start = occurrence.time(occurrence.startMoment).wireForm
            end = occurrence.time(occurrence.endMoment).wireForm
            recurrenceID = occurrence.time(occurrence.identifierMoment).wireForm
            summary = occurrence.event.summary ?? ""
            status = occurrence.event.status
        }

        private enum CodingKeys: String, CodingKey {
            case uid, start, end, summary, status
            case recurrenceID = "recurrence_id"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(uid, forKey: .uid)
            try container.encode(start, forKey: .start)
            try container.encode(end, forKey: .end)
            try container.encode(recurrenceID, forKey: .recurrenceID)
            try container.encode(summary, forKey: .summary)
            try container.encode(status, forKey: .status)
        }
    }
}

extension TimeZoneResolver.Preference: ExpressibleByArgument {}
