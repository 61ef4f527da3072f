import Foundation
import ICalKit

/// One row of `ical expand`.
struct ExpansionRow: Decodable {
    /// The part of a row that an answer needs even when the rest is unusable.
    struct Identity: Decodable { let id: String? }

    struct Answer: Encodable {
        let id: String?
        var occurrences: [String]?
        var error: String?

        private enum CodingKeys: CodingKey { case id, occurrences, error }

        /// A row whose id could not be read is answered with null.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encodeIfPresent(occurrences, forKey: .occurrences)
            try container.encodeIfPresent(error, forKey: .error)
        }
    }

    let id: String?
    let dtstart: String
    let tzid: String?
    let rrule: String
    let exdate: [String]?
    let limit: Int?
    let horizon: String?

    private static let defaultLimit = 1_000
    private static let greatestLimit = 1_000_000

    func answer(zones: inout [String: TimeZoneRules]) -> Answer {
        let zoneName = tzid == "UTC" ? nil : tzid
        guard let start = CalendarTime(dtstart, timeZone: zoneName) else { return failure("dtstart") }
        if let zoneName, zones[zoneName] == nil { zones[zoneName] = TimeZoneDatabase().rules(zoneName) }
        let zone = zoneName.map { zones[$0] } ?? .utc
        guard let zone else { return failure("tzid") }
        let exceptions = (exdate ?? []).compactMap { CalendarTime($0, timeZone: zoneName) }
        guard exceptions.count == exdate?.count ?? 0 else { return failure("exdate") }
        guard let horizon = horizon.map({ CalendarTime($0)?.local }) ?? .some(nil) else { return failure("horizon") }
        do throws(RecurrenceError) {
            let set = RecurrenceSet(
                start: start, zone: zone, rules: [try RecurrenceRule(rrule)], exceptions: exceptions,
                includesStart: false)
            var occurrences: [String] = []
            let most = min(max(limit ?? Self.defaultLimit, 0), Self.greatestLimit)
            for instance in set.instances() {
                if occurrences.count == most { break }
                if let horizon, instance.local > horizon { break }
                occurrences.append(start.replacingLocal(instance.local).wireForm)
            }
            return Answer(id: id, occurrences: occurrences)
        } catch {
            return failure("rrule: \(error)")
        }
    }

    private func failure(_ reason: String) -> Answer { Answer(id: id, error: reason) }
}
