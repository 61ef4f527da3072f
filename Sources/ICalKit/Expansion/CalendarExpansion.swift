/// The occurrences of every event of a document within a window of time.
///
/// RFC 5545, section 3.8.5: <https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5>
///
/// Rules, additions, exceptions and the events that stand in for single instances (RECURRENCE-ID, also with
/// RANGE=THISANDFUTURE) are applied; cancelled events are listed like all others.
public struct CalendarExpansion: Sendable {
    private var resolver: TimeZoneResolver
    private let series: [EventSeries]
    private let limit: Int

    /// Prepares the events of a document (RFC 5545, section 3.8.5).
    ///
    /// - Parameters:
    ///   - document: The document with its events and zones.
    ///   - zones: Which rules win where the system and the document both know a zone.
    ///   - database: The zones of the system.
    ///   - limit: Most occurrences of a window.
    public init(
        _ document: CalendarDocument, zones: TimeZoneResolver.Preference = .iana,
        database: TimeZoneDatabase = TimeZoneDatabase(), limit: Int = ReadingLimits().instances
    ) {
        resolver = TimeZoneResolver(document, preference: zones, database: database)
        series = EventSeries.all(document.events)
        self.limit = limit
    }

    /// The occurrences whose start lies from midnight of one day to midnight of another, that one excluded.
    ///
    /// The start counts in UTC for zoned events and on the wall clock for others (RFC 5545, section 3.3.5).
    ///
    /// - Returns: Occurrences by start, then UID.
    /// - Throws: ``ExpansionError/tooManyInstances(_:)``.
    public func occurrences(from: CalendarDate, to: CalendarDate) throws(ExpansionError) -> [Occurrence] {
        var resolver = resolver
        var collector = OccurrenceCollector(
            window: LocalDateTime(from).seconds..<max(LocalDateTime(to).seconds, LocalDateTime(from).seconds),
            limit: limit)
        for series in series { try series.collect(into: &collector, resolver: &resolver) }
        return collector.sorted()
    }
}

/// Takes the occurrences that start inside of a window, up to a limit.
struct OccurrenceCollector {
    let window: Range<Int64>
    private let limit: Int
    private var found: [Occurrence] = []

    init(window: Range<Int64>, limit: Int) {
        self.window = window
        self.limit = limit
    }

    mutating func take(_ occurrence: Occurrence) throws(ExpansionError) {
        guard window.contains(occurrence.startMoment) else { return }
        guard found.count < limit else { throw .tooManyInstances(limit) }
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
