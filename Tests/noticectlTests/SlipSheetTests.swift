import Foundation
import NoticeCore
import Testing

@testable import noticectl

@Suite struct SlipSheetTests {
    private func sheet(
        slips: Int = 5, schoolName: String = "青波市立浜つばめ中学校", class number: Int? = 2, contact: String? = nil,
        qrCodes: [String: QRCode] = [:]
    ) throws -> SlipSheet {
        let printed = (1...slips).map { number in
            """
            {"serial":"A-00\(number)","code":"ABCD-EFGH-JK-\(number)","expires":"2026-06-30",
             "join_url":"https://otayori.example/join#ABCD-EFGH-JK-\(number)"}
            """
        }
        let json = """
            {"batch":"b1","school":"hamatsubame-jh","grade":3,\(number.map { "\"class\":\($0)," } ?? "")
             "school_year":2026,"slips":[\(printed.joined(separator: ","))]}
            """
        return SlipSheet(
            batch: try APICoding.decode(SlipBatchBody.self, from: Data(json.utf8)), schoolName: schoolName,
            associationName: "育友会", orderedBy: "能登 はるか", orderedOn: try #require(SchoolDay("2026-05-31")),
            contact: contact, qrCodes: qrCodes, language: .ja, words: try .shipped(.ja), style: "/* style */")
    }

    /// Write the file anew with `UPDATE_SNAPSHOTS=1` and look at the difference.
    @Test func sheet_isAsItWas() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/slip-sheet.html")
        let html = try sheet(qrCodes: ["A-001": try #require(QRCode(asciiArt: Self.checkerboard))]).html
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
            try Data(html.utf8).write(to: file)
        }
        #expect(html == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    @Test func cover_comesFirstAndCounts() throws {
        let html = try sheet().html
        let cover = try #require(html.range(of: "class=\"page cover\""))
        let firstSlip = try #require(html.range(of: "<article"))
        #expect(cover.lowerBound < firstSlip.lowerBound)
        let page = html[cover.lowerBound..<firstSlip.lowerBound]
        for fact in ["5枚", "A-001 – A-005", "3年2組", "2026年度", "育友会 能登 はるか", "2026年6月30日（火）", "b1"] {
            #expect(page.contains(fact), "\(fact)")
        }
        #expect(!page.contains("ABCD"))
    }

    @Test func slips_areFourOnAPage() throws {
        let html = try sheet().html
        #expect(html.components(separatedBy: "<article").count - 1 == 5)
        #expect(html.components(separatedBy: "class=\"page slips\"").count - 1 == 2)
    }

    @Test func slip_isCompleteWithoutQR() throws {
        let html = try sheet(slips: 1).html
        #expect(html.contains("<b>ABCD-EFGH-JK-1</b>"))
        #expect(html.contains("<b>https://otayori.example/join</b>"))
        #expect(!html.contains("<svg") && !html.contains("QR"))
    }

    @Test func foreignText_isEscaped() throws {
        let hostile = "<script>alert('x')</script>\"&"
        let html = try sheet(slips: 1, schoolName: hostile, contact: hostile).html
        #expect(!html.contains("<script"))
        #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"))
    }

    @Test func slipOfAWholeGrade_namesNoClass() throws {
        let html = try sheet(slips: 1, class: nil).html
        #expect(html.contains(">3年<") && !html.contains("組"))
    }

    @Test(arguments: Language.allCases)
    func sheet_existsInEveryLanguage(_ language: Language) throws {
        let japanese = try sheet(slips: 1)
        let sheet = SlipSheet(
            batch: japanese.batch, schoolName: "S", associationName: "PTA", orderedBy: "N",
            orderedOn: japanese.orderedOn, contact: nil, qrCodes: [:], language: language,
            words: try .shipped(language), style: "")
        #expect(sheet.html.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(!sheet.html.contains("{") && sheet.html.contains("ABCD-EFGH-JK-1"))
    }

    // MARK: QR codes

    static let checkerboard =
        (0..<21).map { y in (0..<21).map { ($0 + y) % 2 == 0 ? "##" : "  " }.joined() }
        .joined(separator: "\n") + "\n"

    @Test func drawing_isRead() throws {
        let code = try #require(QRCode(asciiArt: Self.checkerboard))
        #expect(code.modules.count == 21 && code.modules[0][0] && !code.modules[0][1])
    }

    @Test func runsOfDarkModules_areOneRectangle() {
        let row = String(repeating: "##", count: 21)
        let code = QRCode(asciiArt: Array(repeating: row, count: 21).joined(separator: "\n"))
        #expect(code?.svg.contains("M4 4h21v1h-21z") == true)
        #expect(code?.svg.contains("viewBox=\"0 0 29 29\"") == true)
    }

    @Test(arguments: ["", "##\n##", String(repeating: "#", count: 42)])
    func drawing_thatIsNoSquare_isRefused(_ text: String) {
        #expect(QRCode(asciiArt: text) == nil)
    }

    @Test func program_drawsWhatItReadsFromStandardInput() throws {
        guard let program = QRCodeProgram() else {
            // The package is optional; the slips are complete without it.
            #expect(QRCodeProgram(["PATH": "/nowhere"]) == nil)
            return
        }
        let code = try #require(program.code(of: "https://otayori.example/join#ABCD-EFGH-JK-M"))
        #expect(code.modules.count >= 21)
        // The finder pattern of the first corner.
        #expect(code.modules[0].prefix(7).allSatisfy { $0 } && !code.modules[1][1])
        #expect(program.code(of: "a") != program.code(of: "b"))
    }
}
