import ICalKit

/// What must hold for any bytes whatever; shared by the fuzzer (`Fuzz/run`) and the run over its saved corpus.
enum Exercise {
    /// - Returns: What does not hold, or `nil`.
    static func failure(_ bytes: [UInt8]) -> String? {
        var limits = ReadingLimits()
        limits.values = 500
        limits.instances = 500
        limits.work = 100_000
        guard let reading = try? CalendarReader(limits: limits).read(bytes) else { return ruleFailure(bytes) }
        let written = reading.document.bytes
        guard let again = try? CalendarReader(limits: limits).read(written) else { return "written, not readable" }
        if again.document != reading.document { return "read, written and read again: not the same document" }
        if again.document.bytes != written { return "written twice: not the same bytes" }
        if written.split(separator: 0x0A).contains(where: { $0.count > 76 }) { return "a line is too long" }
        _ = CalendarCheck(reading.document).diagnostics
        for component in again.document.components { _ = values(component) }
        return expansionFailure(reading.document, limits)
    }

    private static func values(_ component: Component) -> Int {
        let own = component.properties.reduce(0) { $0 + ($1.values?.count ?? 0) }
        return component.components.reduce(own) { $0 + values($1) }
    }

    private static func expansionFailure(_ document: CalendarDocument, _ limits: ReadingLimits) -> String? {
        guard let from = CalendarDate(year: 2_026, month: 1, day: 1),
            let to = CalendarDate(year: 2_027, month: 1, day: 1)
        else { return "no window" }
        for zones in TimeZoneResolver.Preference.allCases {
            let expansion = CalendarExpansion(document, zones: zones, limits: limits)
            guard let found = try? expansion.occurrences(from: from, to: to) else { continue }
            let window = LocalDateTime(from).seconds..<LocalDateTime(to).seconds
            if !found.allSatisfy({ window.contains($0.startMoment) }) { return "an occurrence outside of the window" }
            if zip(found, found.dropFirst()).contains(where: { $0.startMoment > $1.startMoment }) {
                return "not sorted"
            }
        }
        return nil
    }

    /// Bytes that are no calendar are tried as a rule.
    private static func ruleFailure(_ bytes: [UInt8]) -> String? {
        guard let rule = try? RecurrenceRule(String(decoding: bytes, as: UTF8.self)) else { return nil }
        guard let again = try? RecurrenceRule(rule.wireForm), again == rule else { return "the rule is not the same" }
        let start = CalendarTime.floating(LocalDateTime(seconds: 1_700_000_000))
        var last = Int64.min
        var found = 0
        for instance in RecurrenceSet(start: start, rules: [rule], includesStart: false).instances() {
            if instance.local.seconds <= last || instance.local < start.local { return "instances do not ascend" }
            last = instance.local.seconds
            found += 1
            if found > rule.count ?? .max { return "more instances than COUNT" }
            if found == 200 { break }
        }
        return nil
    }
}
