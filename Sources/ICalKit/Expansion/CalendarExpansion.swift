/// The occurrences of every event of a document within a window of time.
///
/// RFC 5545, section 3.8.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5>
///
/// Rules, additions, exceptions and the events that stand in for single instances (RECURRENCE-ID, also with
/// RANGE=THISANDFUTURE) are applied; cancelled events are listed like all others.
public struct CalendarExpansion: Sendable {
    private var resolver: TimeZoneResolver
    private let series: [EventSeries]
    private let limits: ReadingLimits

    /// Prepares the events of a document (RFC 5545, section 3.8.5).
    ///
    /// - Parameters:
    ///   - document: The document with its events and zones.
    ///   - zones: Which rules win where the system and the document both know a zone.
    ///   - database: The zones of the system.
    ///   - limits: Most occurrences of a window, and most work to find them.
    public init(
        _ document: CalendarDocument, zones: TimeZoneResolver.Preference = .iana,
        database: TimeZoneDatabase = TimeZoneDatabase(), limits: ReadingLimits = ReadingLimits()
    ) {
        resolver = TimeZoneResolver(document, preference: zones, database: database)
        series = EventSeries.all(document.events)
        self.limits = limits
    }

    /// The occurrences whose start lies from midnight of one day to midnight of another, that one excluded.
    ///
    /// The start counts in UTC for zoned events and on the wall clock for others (RFC 5545, section 3.3.5).
    ///
    /// - Returns: Occurrences by start, then UID.
    /// - Throws: ``ExpansionError`` at one of the limits.
    public func occurrences(from: CalendarDate, to: CalendarDate) throws(ExpansionError) -> [Occurrence] {
        var resolver = resolver
        var collector = OccurrenceCollector(
            window: LocalDateTime(from).seconds..<max(LocalDateTime(to).seconds, LocalDateTime(from).seconds),
            limits: limits)
        for series in series { try series.collect(into: &collector, resolver: &resolver) }
        return collector.sorted()
    }
}

/// Takes the occurrences that start inside of a window, up to a limit.
struct OccurrenceCollector {
    let window: Range<Int64>
    private let limits: ReadingLimits
    private var found: [Occurrence] = []
    private var work = 0

    init(window: Range<Int64>, limits: ReadingLimits) {
        self.window = window
        self.limits = limits
    }

    /// Steps that are left for the next series.
    var workLeft: Int { max(limits.work - work, 1) }

    mutating func add(work more: Int) throws(ExpansionError) {
        work += more
        guard work < limits.work else { throw .tooMuchWork(limits.work) }
    }

    mutating func take(_ occurrence: Occurrence) throws(ExpansionError) {
        guard window.contains(occurrence.startMoment) else { return }
        guard found.count < limits.instances else { throw .tooManyInstances(limits.instances) }
        found.append(occurrence)
    }

    /// By start; those of one moment stay in the order in which they came, which is that of their UID.
    ///
    /// Plain numbers are sorted, then every occurrence is moved once.
    consuming func sorted() -> [Occurrence] {
        var keys = found.indices.map { (moment: found[$0].startMoment, index: $0) }
        keys.sort { ($0.moment, $0.index) < ($1.moment, $1.index) }
        return keys.map { found[$0.index] }
    }
}
