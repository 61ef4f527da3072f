import ArgumentParser
import ICalKit

/// Lists what takes place in a window of time.
struct ICalOccurrencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "occurrences", abstract: Strings[.iCalOccurrencesAbstract])

    @OptionGroup var input: ICalFile

    @Option(help: ArgumentHelp(Strings[.iCalFrom]))
    var from: String

    @Option(help: ArgumentHelp(Strings[.iCalTo]))
    var to: String

    @Option(
        help: ArgumentHelp(Strings[.iCalZones]),
        transform: { text in
            guard let zones = TimeZoneResolver.Preference(rawValue: text) else { throw ValidationError(text) }
            return zones
        })
    var zones: TimeZoneResolver.Preference = .iana

    @Flag(help: ArgumentHelp(Strings[.optionJSON]))
    var json = false

    func run() throws {
        let (from, to) = (try date(from), try date(to))
        let document = try input.read().document
        let expansion = CalendarExpansion(document, zones: zones, limits: try input.limits)
        let rows: [Row]
        do throws(ExpansionError) {
            rows = try expansion.occurrences(from: from, to: to).map(Row.init)
        } catch {
            let code =
                switch error {
                case .tooManyInstances: ReadingError.Code.tooManyInstances
                case .tooMuchWork: ReadingError.Code.ruleTooComplex
                }
            ICalText.fail(.unreadable, "\(input.file): \(code.rawValue): \(error) (RFC 5545, 3.8.5)")
            throw ExitCode(65)
        }
        if json { return try ICalOutput.json(rows) }
        for row in rows { print("\(row.start)\t\(row.end)\t\(row.summary)") }
    }

    /// `2026-10-10` or `20261010`.
    private func date(_ text: String) throws -> CalendarDate {
        guard case .date(let date) = CalendarTime(text.filter { $0 != "-" }) else {
            ICalText.fail(.badDate, text)
            throw ExitCode(64)
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
