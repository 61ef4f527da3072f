import NoticeCore
import Testing

@testable import noticectl

@Suite struct EventsFileTests {
    private static let event =
        #"{"title":"遠足","kind":"event","start":"2026-05-07","end":null,"grades":[1],"evidence":"x"}"#

    @Test func array_isRead_unknownFieldsArePassedOver() throws {
        let file = try EventsFile(json: "\u{FEFF} [\(Self.event)]")
        #expect(file.events.map(\.title) == ["遠足"])
        #expect(file.events.first?.end == nil)
        #expect(file.events.first?.place == nil)
    }

    @Test func object_onlyItsEventsAreRead() throws {
        let file = try EventsFile(json: #"{"warnings":[{"code":"x"}],"events":[\#(Self.event)],"timing_ms":3}"#)
        #expect(file.events.map(\.grades) == [[1]])
    }

    @Test func superseded_isLeftOutAndNamed() throws {
        let file = try EventsFile(
            json: #"[\#(Self.event),{"title":"旧","status":"superseded","start":"2026-05-01"}]"#)
        #expect(file.events.count == 1)
        #expect(file.superseded == ["旧"])
    }

    @Test func emptyListAndText_areKeptApartFromAbsence() throws {
        let file = try EventsFile(json: #"[{"id":"e1","items":[],"place":""}]"#)
        #expect(file.events.first?.items == [])
        #expect(file.events.first?.place == "")
        #expect(file.events.first?.groups == nil)
    }

    @Test(
        arguments: [
            (#"[{"title":"a"},{"grades":"1"}]"#, "events[1].grades", Flaw.Code.malformed),
            (#"{"event":[]}"#, "events", .missing),
            ("[", "body", .malformed),
        ] as [(String, String, Flaw.Code)])
    func wrongField_isNamed(_ json: String, _ field: String, _ code: Flaw.Code) {
        #expect(throws: NoticeError.invalid([Flaw(code, field: field)])) { try EventsFile(json: json) }
    }
}
