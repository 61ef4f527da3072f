import Foundation
import ICalKit
import Testing

/// Rules whose instances two other engines agree on.
@Suite struct RecurrenceTableTests {
    struct Row: Decodable {
        let id, dtstart, rrule: String
        let tzid: String?
        let exdate: [String]?
        let expected: [String]
        let expected_utc: [String]?
        let limit: Int?
        let complete: Bool?
        let source: String?
        let dateutil_agrees, libical4_agrees: Bool?

        var isConfirmed: Bool {
            dateutil_agrees ?? false || (!(source ?? "libical").contains("libical") && libical4_agrees ?? false)
        }

        func instances() throws -> [(local: String, utc: String)] {
            let zoneName = tzid == "UTC" ? nil : tzid
            let start = try #require(CalendarTime(dtstart, timeZone: zoneName))
            let zone = try zoneName.map { try #require(TimeZoneDatabase().rules($0)) } ?? .utc
            let set = RecurrenceSet(
                start: start, zone: zone, rules: [try RecurrenceRule(rrule)],
                exceptions: try (exdate ?? []).map { try #require(CalendarTime($0, timeZone: zoneName)) },
                includesStart: false)
            let horizon = try #require(CalendarTime("20991231T235959")).local
            var found: [(String, String)] = []
            for instance in set.instances() {
                guard instance.local <= horizon, found.count < limit ?? max(50, expected.count) else { break }
                let moment = CalendarTime.utc(LocalDateTime(seconds: instance.moment))
                found.append((start.replacingLocal(instance.local).wireForm, moment.wireForm))
            }
            return found
        }
    }

    @Test(
        .enabled(if: SharedData.isPresent),
        arguments: ["rrule-agreed.jsonl", "rrule-dst.jsonl", "rrule-yearly-bymonthday.jsonl"])
    func table_ofAgreedRules_isReproduced(file: String) throws {
        let rows = try SharedData.rows(file, as: Row.self)
        for row in rows {
            let found = try row.instances()
            #expect(found.map(\.local) == row.expected, "\(row.id) \(row.dtstart) \(row.rrule)")
            if let moments = row.expected_utc { #expect(found.map(\.utc) == moments, "\(row.id) \(row.rrule)") }
        }
        print("\(file): checked \(rows.count) rules")
    }

    /// Rows that only their own project expects: DTSTART is listed although the rule does not name it. The rule alone
    /// decides here, as in python-dateutil; an event adds its DTSTART by ``RecurrenceSet``.
    private static let otherReadings: Set<String> = ["ij-0096", "ij-0097"]

    @Test(.enabled(if: SharedData.isPresent), arguments: ["icaljs-recur.jsonl", "libical-icalrecur.jsonl"])
    func vectors_fromOtherProjects_areReproduced(file: String) throws {
        let rows = try SharedData.rows("vectors/\(file)", as: Row.self)
        var differing: [String] = []
        for row in rows {
            var found = try row.instances().map(\.local)
            if row.complete == false { found = Array(found.prefix(row.expected.count)) }
            if found != row.expected { differing.append(row.id) }
            if row.isConfirmed { #expect(found == row.expected, "\(row.id) \(row.dtstart) \(row.rrule)") }
        }
        #expect(Set(differing).isSubset(of: Self.otherReadings), "\(differing)")
        print("vectors/\(file): checked \(rows.count) rules, \(differing.count) read otherwise: \(differing)")
    }
}
