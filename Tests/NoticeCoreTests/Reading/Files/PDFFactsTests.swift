import Testing

@testable import NoticeCore

@Suite struct PDFFactsTests {
    @Test func report_saysPagesAndSizes() throws {
        let report = """
            Title:           Pages: 7
            Pages:           2
            Encrypted:       no
            Page    1 size:  594.96 x 841.92 pts (A4)
            Page    1 rot:   0
            Page    2 size:  200000 x 10 pts
            File size:       229563 bytes
            """
        let facts = try PDFFacts(report: report)
        #expect(facts.pageCount == 2)
        #expect(facts.pages == [.init(width: 594.96, height: 841.92), .init(width: 200_000, height: 10)])
        #expect(facts.size(ofPage: 1).width == 200_000)
    }

    @Test(arguments: ["", "Pages:\n", "Pages: 0\n", "Pages: many\n"])
    func report_withoutPages_isOfADamagedFile(_ report: String) {
        #expect(throws: NoticeError.corruptPDF) { try PDFFacts(report: report) }
    }
}
