import ArgumentParser
import NoticeCore
import Testing

@testable import noticectl

@Suite struct LetterProposalTests {
    private static let text = """
        令和8年5月7日
        第6学年 保護者様
        修学旅行説明会のお知らせ
        日時　5月15日（金）15:00～
        場所　体育館
        """

    private func proposal(
        _ texts: [String] = [text], _ arguments: [String] = [], without: [LetterOptions.PrivacyFlag] = []
    ) throws -> LetterProposal {
        let context = LetterContext(today: try #require(SchoolDay("2026-05-08")), grades: 1...6)
        return try LetterProposal(
            texts: texts.map { ExtractedText(origin: $0.hasPrefix("行事ID") ? .csv : .text, pages: [$0]) },
            context: context, said: try LetterOptions.parse(arguments), without: without)
    }

    private func match(
        _ action: String = "update", doubts: [String] = [], fields: [String] = ["start"], id: String = "e1"
    ) throws -> MatchBody {
        let json = """
            {"draft":0,"action":"\(action)","source":"import","letter":null,"doubts":\(doubts),"fields":\(fields),
             "reasons":[{"code":"same_title"},{"code":"days_apart","days":-7}],
             "update":\(action == "part" ? "null" : #"{"id":"\#(id)","start":"2026-05-15T15:00","place":"体育館"}"#),
             "event":{"id":"\(id)","revision":1,"state":"live","title":"説明会","kind":"event","start":"2026-05-22",
              "end":"2026-05-22","all_day":true,"date_precision":"exact","status":"confirmed","whole_association":false,
              "grades":[6],"classes":[],"groups":[],"rain_dates":[],"items":["上履き"],"notices":[]}}
            """
        return try APICoding.decode(MatchBody.self, from: .init(json.utf8))
    }

    @Test func table_besideALetter_isReadAsATable() throws {
        let table = "行事ID,行事名,種別,開始日,対象学年\n1,避難訓練,行事,2026-06-10,全学年\n"
        #expect(try proposal([Self.text, table]).events.compactMap(\.letter?.title).contains("避難訓練"))
        #expect(throws: NoticeError.self) { try proposal([table + "2,運動会,行事,2026-06-31,全学年\n"]) }
    }

    @Test func letter_saysItsTitleDayAndGrades_andTheOfficerWins() throws {
        let read = try proposal()
        #expect(read.letter.title == "修学旅行説明会のお知らせ" && read.letter.issued == "2026-05-07")
        #expect(read.letter.grades == [6] && read.events.map(\.letter?.grades) == [[6]])
        let said = try proposal([Self.text], ["--title", "題", "--grades", "5,6"])
        #expect(said.letter.title == "題" && said.letter.grades == [5, 6])
        #expect(said.events.map(\.letter?.grades) == [[6]])
    }

    @Test func eventForOthers_keepsItsGrades_andIsWarnedOf() throws {
        let read = try proposal([Self.text], ["--grades", "1"])
        #expect(read.events.map(\.letter?.grades) == [[6]])
        #expect(read.allWarnings.map(\.code) == ["audience_differs"])
    }

    @Test func enclosureThatRepeatsTheLetter_addsNothing() throws {
        #expect(try proposal([Self.text, Self.text]).events.count == 1)
    }

    @Test func flags_areProposed_added_andTakenOff() throws {
        let list = "令和8年5月7日\n個人懇談の時間\n5月18日(月)\n山本 りく 14:00\n北村 あおい 14:15\n岡田 はると 14:30\n"
        let both = ["do_not_register_per_household_slots", "personal_names"]
        #expect(try proposal([list]).letter.flags == both)
        #expect(try proposal([list], ["--flag", "area_assignment"]).letter.flags == ["area_assignment"] + both)
        #expect(try proposal([list], without: [.personalNames]).letter.flags == [both[0]])
    }

    @Test func update_isSentInPlaceOfTheDraft_unlessItIsSeparate() throws {
        var read = try proposal()
        read.take(MatchesBody(matches: [try match(doubts: ["date_differs"])]))
        #expect(read.bodies.map(\.id) == ["e1"] && read.allWarnings.map(\.code) == ["date_differs"])
        #expect(read.events[0].shown.items == ["上履き"] && read.events[0].shown.place == "体育館")
        #expect(read.events[0].decisions.map(\.decision) == ["update"])
        let report = ProposalReport.text(read)
        for words in [
            Strings[.reasonDaysApart, ["days": "7"]], Strings.label("reason", "same_title"), "[date_differs]",
        ] {
            #expect(report.contains(words))
        }
        read.events[0].isSeparate = true
        #expect(read.bodies == [read.events[0].letter] && read.allWarnings.isEmpty)
        #expect(read.events[0].decisions.map(\.decision) == ["separate"])
    }

    @Test func coveredEvents_areNamedOnce_andTheUpdateThatSaysMoreIsSent() throws {
        var read = try proposal()
        var bare = try match("covered", fields: [])
        bare.update = EventDraftBody()
        bare.update?.id = "e1"
        read.take(MatchesBody(matches: [bare]))
        read.events.append(ProposedEvent(letter: read.events[0].letter, evidence: nil, matches: [try match()]))
        #expect(read.bodies.map(\.id) == ["e1"] && read.bodies[0].place == "体育館")
        #expect(read.events[0].decisions.isEmpty)
    }

    @Test func partOfATitle_isNew_andTheRestFollowsUnlessItIsSeparate() throws {
        var read = try proposal()
        let part = try match("part", fields: [])
        var rest = EventDraftBody()
        (rest.id, rest.title) = ("e1", "授業参観")
        let adjustment = AdjustmentBody(event: part.event, update: rest)
        read.take(MatchesBody(matches: [part], adjustments: [adjustment]))
        #expect(read.bodies == [read.events[0].letter, rest] && read.events[0].decisions.isEmpty)
        read.events[0].isSeparate = true
        #expect(read.bodies == [read.events[0].letter])
    }

    @Test func sheet_changesOnlyWhatWasWritten() throws {
        var read = try proposal()
        read.take(MatchesBody(matches: [try match(doubts: ["date_differs"])]))
        let untouched = try DraftSheetReader.read(read.sheet.text)
        var same = read
        same.take(untouched)
        #expect(same.events == read.events)
        var edited = untouched
        edited.entries[0].draft.place = "多目的ホール"
        edited.entries.append(.init(number: nil, draft: edited.entries[0].draft))
        read.take(edited)
        #expect(read.events.map(\.edited?.place) == ["多目的ホール", "多目的ホール"])
        #expect(read.allWarnings.isEmpty, "what an officer wrote is confirmed")
        #expect(read.events[0].decisions.map(\.decision) == ["update"])
        read.events[0].edited?.id = nil
        #expect(read.events[0].decisions.map(\.decision) == ["separate"])
        read.take(DraftSheet(letter: .init(title: "別の題"), entries: []))
        #expect(read.events.isEmpty && read.letter.title == "別の題")
    }

    @Test func warningsNobodySaw_stop_withAStatusThatFits() throws {
        let doubt = ProposalWarning(doubt: "date_differs", of: 1)
        let unsure = ProposalWarning(outside: 1)
        #expect(ExitCode(LocalFailure.unconfirmed([doubt], sheet: "/s")) == .conflictOrBusy)
        #expect(ExitCode(LocalFailure.unconfirmed([doubt, unsure], sheet: "/s")) == .badInput)
        let failure = try #require(Failure(LocalFailure.unconfirmed([doubt], sheet: "/s")))
        #expect(failure.problem.problems?.map(\.code) == ["date_differs"])
        #expect(failure.problem.problems?.map(\.field) == ["events[0]"])
        for words in ["--accept-warnings date_differs", "--events /s"] {
            #expect(failure.problem.detail.contains(words))
        }
    }

    @Test func acceptedCodes_areKnownOnes() throws {
        let options = try ReadingOptions.parse(["--accept-warnings", "reschedule, date_differs"])
        #expect(options.accepted == ["reschedule", "date_differs"])
        #expect(throws: (any Error).self) { try ReadingOptions.parse(["--accept-warnings", "everything"]) }
    }

    @Test(
        arguments: [
            (["VISUAL": "code --wait", "EDITOR": "vi"], "code --wait"), (["VISUAL": " ", "EDITOR": "ed"], "ed"),
            (["PATH": "/nowhere"], nil),
        ] as [([String: String], String?)])
    func editor_isTheOfficersOwn(_ environment: [String: String], _ command: String?) {
        #expect(Editor(environment)?.command == command)
    }
}
