/// Writes VTIMEZONE components from the system's zones.
///
/// RFC 5545, section 3.6.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5>
public enum VTimeZone {
    /// A VTIMEZONE in wire form that is correct from one day to another, both included (RFC 5545, section 3.6.5).
    ///
    /// Only the changes inside the window are listed, after the observance that holds when it opens: a zone's past is
    /// of no use to a reader of this year's feed.
    ///
    /// - Throws: ``TimeZoneError/unknown(_:)`` for a name that the system does not carry.
    public static func bytes(
        identifier: String, from: CalendarDate, to: CalendarDate, database: TimeZoneDatabase = TimeZoneDatabase()
    ) throws(TimeZoneError) -> [UInt8] {
        guard let rules = database.rules(identifier) else { throw .unknown(identifier) }
        var writer = ContentLineWriter(reservingCapacity: 512)
        writer.begin("VTIMEZONE")
        writer.raw("TZID", identifier)
        for observance in observances(rules, from: from, to: to) { observance.write(to: &writer) }
        writer.end("VTIMEZONE")
        return writer.bytes
    }

    /// Changes that share their offsets and name, written as one STANDARD or DAYLIGHT with the later ones as RDATE.
    private struct Observance {
        let from: Int
        let offset: TimeZoneRules.Offset
        /// Local onsets, read with the offset before each change.
        var onsets: [Int64]

        func write(to writer: inout ContentLineWriter) {
            let component = offset.isDaylight ? "DAYLIGHT" : "STANDARD"
            writer.begin(component)
            writer.raw("DTSTART", Self.dateTime(onsets[0]))
            writer.raw("TZOFFSETFROM", Self.utcOffset(from))
            writer.raw("TZOFFSETTO", Self.utcOffset(offset.seconds))
            if !offset.name.isEmpty { writer.text("TZNAME", offset.name) }
            if onsets.count > 1 { writer.raw("RDATE", onsets.dropFirst().map(Self.dateTime).joined(separator: ",")) }
            writer.end(component)
        }

        private static func dateTime(_ local: Int64) -> String {
            let (days, second) = CivilCalendar.split(local)
            var bytes: [UInt8] = []
            bytes.append(date: CalendarDate(daysSince1970: days))
            bytes.append(timeOfDay: second)
            return String(decoding: bytes, as: UTF8.self)
        }

        private static func utcOffset(_ seconds: Int) -> String {
            var bytes: [UInt8] = []
            bytes.append(utcOffset: seconds)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func observances(_ rules: TimeZoneRules, from: CalendarDate, to: CalendarDate) -> [Observance] {
        // One day more on each side covers every local clock of the window.
        let opens = (Int64(from.daysSince1970) - 1) * CivilCalendar.secondsPerDay
        let closes = (Int64(to.daysSince1970) + 2) * CivilCalendar.secondsPerDay
        var before = rules.offset(at: opens)
        var observances = [Observance(from: before.seconds, offset: before, onsets: [firstOnset(rules, opens)])]
        for change in rules.transitions(after: opens, before: closes) {
            let onset = change.moment + Int64(before.seconds)
            let same = observances.dropFirst().firstIndex { $0.from == before.seconds && $0.offset == change.offset }
            if let same {
                observances[same].onsets.append(onset)
            } else {
                observances.append(Observance(from: before.seconds, offset: change.offset, onsets: [onset]))
            }
            before = change.offset
        }
        return observances
    }

    /// Local start of the observance that holds when the window opens: 1970 for a zone at rest since then.
    private static func firstOnset(_ rules: TimeZoneRules, _ opens: Int64) -> Int64 {
        guard let last = rules.transition(at: opens), last.moment > 0 else {
            return min(0, CivilCalendar.secondsPerDay * (opens / CivilCalendar.secondsPerDay))
        }
        return last.moment + Int64(last.offset.seconds)
    }
}
