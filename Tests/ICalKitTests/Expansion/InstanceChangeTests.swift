import ICalKit
import Testing

/// Events that stand in for instances of another.
@Suite struct InstanceChangeTests {
    private static let master = ["DTSTART:20260101T090000Z", "DTEND:20260101T100000Z", "RRULE:FREQ=DAILY;COUNT=3"]

    private func found(_ events: [[String]]) throws -> [String] {
        let lines = events.flatMap { ["BEGIN:VEVENT", "UID:a"] + $0 + ["END:VEVENT"] }
        let document = try CalendarReader().read(Calendars.bytes(["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR"]))
            .document
        return try CalendarExpansion(document).occurrences(from: .year(2_026), to: .year(2_027)).map {
            "\($0.time($0.startMoment).wireForm) \($0.event.summary ?? "")"
        }
    }

    private func change(_ summary: String, _ more: String...) -> [String] {
        ["RECURRENCE-ID:20260102T090000Z", "DTSTART:20260102T120000Z", "SUMMARY:\(summary)"] + more
    }

    @Test func ofSeveralChanges_theNewestCounts() throws {
        let expected = ["20260101T090000Z ", "20260102T120000Z new", "20260103T090000Z "]
        let bySequence = [change("new", "SEQUENCE:2"), change("old", "SEQUENCE:1")]
        #expect(try found([Self.master] + bySequence) == expected)
        #expect(try found(bySequence.reversed() + [Self.master]) == expected)
        let byStamp = [change("new", "DTSTAMP:20260102T000000Z"), change("old", "DTSTAMP:20260101T000000Z")]
        #expect(try found([Self.master] + byStamp) == expected)
        #expect(try found([Self.master, change("old"), change("new")]) == expected)
    }

    @Test func ofSeveralSeries_thoseWithALowerSequence_areGone() throws {
        let old = ["DTSTART:20260105T090000Z", "SUMMARY:old"]
        let new = ["DTSTART:20260106T090000Z", "SUMMARY:new", "SEQUENCE:1"]
        #expect(try found([old, new]) == ["20260106T090000Z new"])
        #expect(try found([old, old]).count == 2, "a UID that was used twice by mistake")
    }

    @Test func change_ofAnInstanceThatIsTakenOut_isNotListed() throws {
        for exception in ["EXDATE:20260102T090000Z", "EXDATE;VALUE=DATE:20260102"] {
            let lines = try found([Self.master + [exception], change("gone")])
            #expect(lines == ["20260101T090000Z ", "20260103T090000Z "])
        }
    }

    @Test func change_ofAnInstanceThatIsNone_isListed() throws {
        let lines = try found([Self.master, ["RECURRENCE-ID:20260301T090000Z", "DTSTART:20260301T100000Z"]])
        #expect(lines.count == 4)
    }

    @Test func changeOfAllThatFollow_movesTheWallClock() throws {
        let lines = try found([
            ["DTSTART;TZID=America/New_York:20260301T090000", "RRULE:FREQ=WEEKLY;COUNT=4"],
            [
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20260301T090000",
                "DTSTART;TZID=America/New_York:20260302T100000",
            ],
        ])
        #expect(lines == ["20260302T150000Z ", "20260309T140000Z ", "20260316T140000Z ", "20260323T140000Z "])
    }

    @Test func changeOfOneLaterInstance_standsBesideThatOfAll() throws {
        let lines = try found([
            Self.master,
            ["RECURRENCE-ID;RANGE=THISANDFUTURE:20260102T090000Z", "DTSTART:20260102T120000Z", "SUMMARY:all"],
            ["RECURRENCE-ID:20260103T090000Z", "DTSTART:20260103T070000Z", "SUMMARY:one"],
        ])
        #expect(lines == ["20260101T090000Z ", "20260102T120000Z all", "20260103T070000Z one"])
    }
}
