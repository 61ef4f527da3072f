import Foundation
import NoticeCore
import Testing

@testable import noticectl

@Suite struct ReportTests {
    @Test(
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777, 0, "ok"),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_838, 61, "warning"),
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_176, -601, "failed"),
        ] as [(String, Int64, Int64, String)])
    func skew_comparesWithTheServersDate(_ date: String, _ now: Int64, _ seconds: Int64, _ result: String) throws {
        let skew = try #require(ClockSkew(date: date, now: Moment(milliseconds: now * 1000)))
        #expect(skew.seconds == seconds)
        #expect(skew.result == result)
    }

    @Test(arguments: [
        nil, "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
    ])
    func skew_withoutADate_isUnknown(_ date: String?) {
        #expect(ClockSkew(date: date, now: Moment(milliseconds: 0)) == nil)
        #expect(DoctorCommand.clockCheck(nil).result == "warning")
    }

    @Test func importReport_namesEverything() throws {
        let json = """
            {"change_set":"c1","created":[{"title":"入学式","start":"2026-04-07","row":2,"external_id":"JH-1"}],
             "revised":[{"id":"e2","title":"遠足","start":"2026-05-07","row":3,"guessed":true,"fields":["start"]}],
             "unchanged":58,"missing":[{"id":"e3","title":"消えた","start":"2026-05-08"}],
             "problems":[{"code":"impossible_date","message":"ない日","row":7,"column":"開始日"}],
             "empty_audience":[{"title":"公開講座","start":"2026-05-09","row":9}],"dry_run":false,
             "layout":"list","school_year":2026,
             "columns":[{"heading":"期日","field":"開始日","origin":"remembered"},
                        {"heading":"担当","field":null,"origin":"unknown"}]}
            """
        let text = ImportReport.text(try APICoding.decode(ImportReportBody.self, from: .init(json.utf8)))
        for word in ["c1", "58", "入学式", "JH-1", "遠足", "消えた", "ない日", "公開講座", "2026", "期日", "開始日", "担当"] {
            #expect(text.contains(word), "\(word)")
        }
        #expect(text.contains(Strings[.importGuessed]) && text.contains(Strings[.importMissing]))
        #expect(text.contains(Strings.label("changed", "start")))
        #expect(!text.contains(Strings[.importDryRun]))
        #expect(text.contains(Strings.label("origin", "remembered")) && text.contains(Strings[.importUnread]))
    }

    @Test func importReport_ofAYearPlan_namesTheMonth() throws {
        let json = """
            {"change_set":null,"created":[{"title":"遠足","start":"2026-05-07","row":12,"column":"5月"}],"revised":[],
             "unchanged":0,"missing":[],"problems":[],"empty_audience":[],"dry_run":true,
             "layout":"matrix","school_year":2026,"columns":[]}
            """
        let text = ImportReport.text(try APICoding.decode(ImportReportBody.self, from: .init(json.utf8)))
        #expect(text.contains("12 5月") && text.contains(Strings[.importDryRun]))
        #expect(!text.contains(Strings[.importColumns]))
    }

    @Test func flaw_saysWhereItStands() {
        let flaw = FlawBody(Flaw(.impossibleDate, row: 3, column: "開始日", value: "2026-02-30"), in: .ja)
        let place = Strings[.flawRowColumn, ["row": "3", "column": "開始日"]]
        #expect(FlawLine.text(flaw) == "\(place): 「2026-02-30」という日付はありません。")
        #expect(
            FlawLine.text(FlawBody(Flaw(.missing, field: "title"), in: .en)) == "title: This is missing. Fill it in.")
    }

    @Test func households_underFive_areNotCounted() throws {
        let reach = try APICoding.decode(
            ReachBody.self, from: .init(#"{"schools":[{"school":"jh","grades":[1,2]}]}"#.utf8))
        #expect(NoticeReport.reach(reach).contains(Strings[.householdsUnderFive]))
        #expect(NoticeReport.households(12) == Strings[.householdCount, ["count": "12"]])
    }
}
