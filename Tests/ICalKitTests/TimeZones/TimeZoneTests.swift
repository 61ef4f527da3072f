import Foundation
import ICalKit
import Testing

@Suite struct TimeZoneTests {
    private static let zones: [String] = {
        let root = TimeZoneDatabase().folder
        let areas = ["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "Antarctica"]
        return areas.flatMap { area in
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(area)")) ?? []).map { "\(area)/\($0)" }
        }.filter { TimeZoneDatabase().rules($0) != nil }.sorted()
    }()

    /// Foundation is the other opinion. It brings its own, often older, zone data: only settled years are compared.
    @Test func offsets_ofEveryZone_areFoundations() throws {
        for identifier in Self.zones {
            let rules = try #require(TimeZoneDatabase().rules(identifier))
            guard let other = TimeZone(identifier: identifier) else { continue }
            for moment in stride(from: Int64(1_025_000_000), to: 1_735_000_000, by: 86_400 * 11 + 3_601) {
                let expected = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
                #expect(rules.offset(at: moment).seconds == expected, "\(identifier) \(moment)")
            }
        }
        #expect(Self.zones.count > 300)
        print("compared \(Self.zones.count) zones with Foundation")
    }

    @Test func writtenVTimeZone_ofEveryZone_hasItsOffsetsInTheWindow() throws {
        for identifier in Self.zones {
            let rules = try #require(TimeZoneDatabase().rules(identifier))
            for (from, to) in [
                (1_900, 1_912), (1_985, 1_990), (2_009, 2_013), (2_026, 2_036), (2_436, 2_440), (2_999, 3_001),
            ] {
                let block = try VTimeZone.bytes(identifier: identifier, from: .year(from), to: .year(to))
                var writer = ContentLineWriter()
                writer.begin("VCALENDAR")
                writer.append(preformatted: block)
                writer.end("VCALENDAR")
                let reading = try CalendarReader().read(writer.bytes)
                #expect(reading.diagnostics.isEmpty)
                var resolver = TimeZoneResolver(reading.document, preference: .embedded)
                let resolved = resolver.rules(identifier)
                let written = try #require(resolved)
                let days = stride(
                    from: CalendarDate.year(from).daysSince1970, through: CalendarDate.year(to).daysSince1970, by: 13)
                for day in days {
                    let moment = Int64(day) * 86_400 + 43_200
                    #expect(written.local(at: moment) == rules.local(at: moment), "\(identifier) \(day)")
                    #expect(written.moment(local: moment) == rules.moment(local: moment), "\(identifier) \(day)")
                }
            }
        }
    }

    @Test func wallClockAndMoment_agreeAwayFromChanges() throws {
        let rules = try #require(TimeZoneDatabase().rules("Europe/Berlin"))
        for moment in stride(from: Int64(0), to: 60_000_000_000, by: 86_400 * 397 + 12_345) {
            let local = rules.local(at: moment)
            let back = rules.moment(local: local)
            #expect(back == moment || rules.local(at: back) == local)
        }
    }

    @Test(arguments: ["America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tokyo", "Europe/Dublin"])
    func instances_ofFarYears_meanTheMomentsOfTheirWallClocks(identifier: String) throws {
        let rules = try #require(TimeZoneDatabase().rules(identifier))
        let rule = try RecurrenceRule("FREQ=HOURLY;INTERVAL=301;BYMINUTE=0,30")
        for year in [1_900, 1_970, 2_026, 2_437, 2_440, 9_000] {
            let start = LocalDateTime(.year(year))
            let set = RecurrenceSet(start: .zoned(start, identifier), zone: rules, rules: [rule])
            #expect(set.instances().prefix(500).allSatisfy { $0.moment == rules.moment(local: $0.local.seconds) })
        }
    }

    @Test func ruleForEver_goesOnAfterTheTable() throws {
        let rules = try #require(TimeZoneDatabase().rules("America/New_York"))
        for year in [2_100, 2_400, 2_437, 2_800, 9_000] {
            let january = Int64(CalendarDate.year(year).daysSince1970 + 14) * 86_400
            #expect(rules.offset(at: january).name == "EST")
            #expect(rules.offset(at: january + 180 * 86_400).name == "EDT")
        }
    }

    @Test(arguments: [
        ("Asia/Tokyo", TimeZoneResolver.Source.iana), ("Tokyo Standard Time", .windows("Asia/Tokyo")),
        ("\"Tokyo Standard Time\"", .windows("Asia/Tokyo")), ("W. Europe Standard Time", .windows("Europe/Berlin")),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", .decorated("Europe/Berlin")),
        ("/mozilla.org/20050126_1/America/Argentina/Ushuaia", .decorated("America/Argentina/Ushuaia")),
        ("america/new_york", .decorated("America/New_York")),
    ])
    func identifier_isUnderstood(identifier: String, source: TimeZoneResolver.Source) throws {
        var resolver = TimeZoneResolver(CalendarDocument([]))
        let found = resolver.resolve(identifier)
        #expect(found?.source == source)
    }

    @Test(arguments: [
        "", ".", "..", "../../etc/passwd", "/etc/passwd", "Asia", "Nowhere/Land", "Asia/Tokyo\u{0}",
    ])
    func identifier_thatIsNone_findsNothing(identifier: String) {
        var resolver = TimeZoneResolver(CalendarDocument([]))
        let found = resolver.rules(identifier)
        #expect(found == nil)
    }

    @Test func preference_decidesBetweenSystemAndDocument() throws {
        let bytes = Calendars.calendar(
            "BEGIN:VTIMEZONE", "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0800",
            "TZOFFSETTO:+0800", "END:STANDARD", "END:VTIMEZONE")
        let document = try CalendarReader().read(bytes).document
        var system = TimeZoneResolver(document)
        var embedded = TimeZoneResolver(document, preference: .embedded)
        let offsets = [system.rules("Asia/Tokyo"), embedded.rules("Asia/Tokyo")].map { $0?.offset(at: 0).seconds }
        #expect(offsets == [32_400, 28_800])
    }

    @Test func windowsEpoch_worksAsAZone() throws {
        let bytes = Calendars.calendar(
            "BEGIN:VTIMEZONE", "TZID:Custom", "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "BEGIN:DAYLIGHT",
            "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
            "END:DAYLIGHT", "END:VTIMEZONE")
        var resolver = TimeZoneResolver(try CalendarReader().read(bytes).document)
        let resolved = resolver.rules("Custom")
        let rules = try #require(resolved)
        let berlin = try #require(TimeZoneDatabase().rules("Europe/Berlin"))
        for moment in stride(from: Int64(900_000_000), to: 30_000_000_000, by: 86_400 * 31) {
            #expect(rules.local(at: moment) == berlin.local(at: moment))
        }
    }
}
