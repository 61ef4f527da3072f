import NoticeCore
import Testing

@testable import noticectl

@Suite struct DraftSheetTests {
    private static func event(_ change: (inout EventDraftBody) -> Void = { _ in }) -> EventDraftBody {
        var event = EventDraftBody()
        (event.title, event.kind, event.start, event.status) = ("遠足", "event", "2026-05-07", "confirmed")
        (event.allDay, event.datePrecision, event.grades) = (true, "exact", [1, 3])
        change(&event)
        return event
    }

    private static let shapes = [
        event(),
        event {
            ($0.start, $0.end, $0.allDay) = ("2026-05-07T08:30", "2026-05-07T15:00", nil)
            ($0.place, $0.reception, $0.note) = ("海", "08:10", "雨天決行\n長靴で")
            ($0.rainDates, $0.items, $0.groups) = (["2026-05-08", "2026-05-11"], ["弁当", "水筒"], ["parents"])
        },
        event {
            ($0.start, $0.end) = ("2026-05-01", "2026-05-10"); $0.datePrecision = "approx"
        },
        event { ($0.start, $0.end, $0.allDay) = ("2026-10-15T06:40", "2026-10-16T18:10", false) },
        event { ($0.kind, $0.status, $0.items) = ("deadline", "needs_confirmation", ["ペン、ノート", "おこづかい(5,000円)"]) },
        event { ($0.wholeAssociation, $0.grades) = (true, nil) },
        event { $0.grades = [] },
        event { $0.classes = ["1-2", "3-1"] },
    ]

    @Test(arguments: shapes)
    func writtenEvent_isReadBackAsItWas(_ event: EventDraftBody) throws {
        let letter = DraftSheet.Letter(
            title: "お便り", issued: "2026-04-30", grades: [1, 3], classes: nil, flags: ["area_assignment"])
        let sheet = DraftSheet(letter: letter, entries: [.init(number: 1, draft: event, remarks: ["もとの文：x\ny"])])
        let read = try DraftSheetReader.read(sheet.text)
        #expect(read.entries.map(\.draft) == [event] && read.entries.map(\.number) == [1])
        #expect(read.letter == letter)
        #expect(EventsFile.isSheet(sheet.text))
    }

    @Test func update_saysOfEverythingWhetherItStays() throws {
        let read = try DraftSheetReader.read("[1]\n題: 遠足\n始まり: 2026-05-07(木)\n更新: e1\n")
        let draft = try #require(read.entries.first?.draft)
        #expect(draft.id == "e1" && draft.allDay == true && draft.datePrecision == "exact")
        #expect(draft.place == "" && draft.items == [] && draft.note == "" && draft.end == "")
        #expect(draft.grades == nil, "whose event it is stays")
    }

    @Test(arguments: ["title: 遠足\nstart: 2026/5/7 8:30\nkind: deadline", "題：遠足\n始まり：２０２６－０５－０７（木）　08:30\n種別：締切"])
    func everyLanguageAndWidth_isUnderstood(_ text: String) throws {
        let draft = try #require(try DraftSheetReader.read("［1］\n# 説明\n\n" + text).entries.first?.draft)
        #expect(draft.title == "遠足" && draft.start == "2026-05-07T08:30" && draft.kind == "deadline")
    }

    @Test(
        arguments: [
            ("[1]\n題: 遠足\n始まり: 2026-05-07(金)", Flaw.Code.weekdayMismatch, 3),
            ("[1]\n題: 遠足\n始まり: 2026-02-30", .impossibleDate, 3), ("[1]\n題: 遠足\n始まり: 来週", .malformed, 3),
            ("[1]\n題: 遠足\n始まり: 2026-05-07 25:00", .impossibleTime, 3),
            ("[1]\n題: 遠足\n始まり: 2026-05-07\n種別: 祭り", .unknownOption, 4),
            ("[1]\n題: 遠足\n始まり: 2026-05-07\n学年: 十", .unknownGrade, 4),
            ("[1]\n題: 遠足\n始まり: 2026-05-07\n題: 海", .unknownOption, 4),
            ("[1]\n題: 遠足\n始まり: 2026-05-07\n色: 赤", .unknownOption, 4), ("題: 遠足", .malformed, 1),
            ("[1]\n題: 遠足\n始まり: 2026-05-07\nここは何", .malformed, 4), ("[1]\n始まり: 2026-05-07", .missing, 1),
            ("[1]\n題: 遠足\n始まり:", .missing, 3),
        ] as [(String, Flaw.Code, Int)])
    func mistake_isNamedWithItsLine(_ text: String, _ code: Flaw.Code, _ row: Int) throws {
        let error = #expect(throws: NoticeError.self) { try DraftSheetReader.read(text) }
        guard case .invalid(let flaws) = error else {
            Issue.record("no flaws: \(String(describing: error))")
            return
        }
        #expect(flaws.map(\.code) == [code] && flaws.map(\.row) == [row])
    }

    @Test func allMistakes_areNamedAtOnce() throws {
        let text = "[1]\n題: 遠足\n始まり: 2026-02-30\n終わり: x\n[2]\n題: 海\n始まり: y\n"
        let error = #expect(throws: NoticeError.self) { try DraftSheetReader.read(text) }
        guard case .invalid(let flaws) = error else {
            Issue.record("no flaws: \(String(describing: error))")
            return
        }
        #expect(flaws.map(\.row) == [3, 4, 7])
    }

    @Test(arguments: [
        ("[]", false), ("[ {", false), ("[", false), ("{", false), ("# x", true), ("[1]", true), ("［1］", true),
    ])
    func sheetAndJSON_areToldApart(_ text: String, _ isSheet: Bool) {
        #expect(EventsFile.isSheet(text) == isSheet)
    }
}
