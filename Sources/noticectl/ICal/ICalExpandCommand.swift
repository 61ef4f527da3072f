import ArgumentParser
import Foundation
import ICalKit

/// Expands recurrence rules, one JSON object a line in, one a line out.
struct ICalExpandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expand",
        abstract: Strings[.iCalExpandAbstract],
        discussion: """
            in:  {"id","dtstart","tzid","rrule","exdate","limit","horizon"}
            out: {"id","occurrences":[…]} or {"id","error"}
            """
    )

    func run() throws {
        var zones: [String: TimeZoneRules] = [:]
        while let line = readLine(strippingNewline: true) {
            if line.allSatisfy(\.isWhitespace) { continue }
            // Each answer leaves at once: the other side may wait for it.
            try StandardStream.output.deliver(line: try Self.answer(line, zones: &zones))
        }
    }

    private static func answer(_ line: String, zones: inout [String: TimeZoneRules]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data: Data
        do {
            let row = try JSONDecoder().decode(ExpansionRow.self, from: Data(line.utf8))
            data = try encoder.encode(row.answer(zones: &zones))
        } catch {
            let id = try? JSONDecoder().decode(ExpansionRow.Identity.self, from: Data(line.utf8)).id
            data = try encoder.encode(ExpansionRow.Answer(id: id, error: "invalid JSON row"))
        }
        return String(decoding: data, as: UTF8.self)
    }
}
