import Testing

@testable import NoticeCore

@Suite struct PrintedPageTests {
    private func text(_ page: String) -> String { PrintedPage.texts(of: [PrintedPage(page)])[0] }

    @Test func leading_isNoBlankLine() {
        #expect(text("\n一\n\n二\n\n\n\n三\n\n四\n\n五\n\n") == "一\n二\n\n\n三\n四\n五")
    }

    @Test func blankLines_betweenParagraphs_stay() {
        let page = "一\n二\n\n三\n四\n\n五"
        #expect(text(page) == page)
    }

    @Test func spacesBesideDigits_ofAWordProcessor_go() {
        let page = """
            令和 7 年 4 月 30 日発行    第 2 号
            6 年生が 1 年生の手を引いて   5 月 PTA の会
            3(土) 憲法記念日(1・2 年)
            """
        let expected = """
            令和7年4月30日発行    第2号
            6年生が1年生の手を引いて   5月PTAの会
            3(土) 憲法記念日(1・2年)
            """
        #expect(text(page) == expected)
    }

    @Test func spacesBesideDigits_thatSomebodyWrote_stay() {
        let page = "令和7年4月30日発行 第2号\n運動会 5月24日 予備日 25日\n視力検査 1年 9:00 体育館 2年 10:00"
        #expect(text(page) == page)
    }

    @Test func textLayer_thatIsNone_asksForRecognition() {
        #expect(PrintedPage("").legibility == .none)
        #expect(PrintedPage(String(repeating: "\u{E012}\u{FFFD}あ", count: 20)).legibility == .none)
        #expect(PrintedPage(" - 3 -\n").legibility == .little)
        #expect(PrintedPage("令和8年5月24日（日）に運動会を行います。雨天順延。").legibility == .text)
    }
}
