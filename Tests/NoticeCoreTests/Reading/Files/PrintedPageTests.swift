import Testing

@testable import NoticeCore

@Suite struct PrintedPageTests {
    /// A word at 10 points a kanji; lines are 17 points apart.
    private func word(_ text: String, _ left: Double, line: Double, em: Double = 10) -> PDFWord {
        let width = PDFWord(text: text, left: 0, top: 0, right: 1, bottom: 1).kanji * em
        return PDFWord(text: text, left: left, top: line * 17, right: left + width, bottom: line * 17 + 13)
    }

    private func text(_ words: [PDFWord]) -> String {
        let page = PDFLines(words)
        return PrintedPage(page, spacing: TypesetSpacing([page])).lines.joined(separator: "\n")
    }

    @Test func gaps_areAsManyFullWidthSpacesAsKanjiWouldFit() {
        let words = [word("日時", 100, line: 1), word("5月24日", 130, line: 1), word("校庭", 185, line: 1)]
        #expect(text(words) == "日時　5月24日　　校庭")
    }

    @Test func indentAndParagraphs_stay() {
        let words = [
            word("お知らせ", 50, line: 1), word("日時", 70, line: 2), word("5月", 100, line: 2), word("場所", 70, line: 3),
            word("持ち物", 50, line: 5), word("弁当", 50, line: 6),
        ]
        #expect(text(words) == "お知らせ\n　　日時　5月\n　　場所\n\n持ち物\n弁当")
    }

    @Test func cells_centredBesideTwoLines_standWithTheFirst() {
        let words = [
            word("視力検査", 100, line: 1), word("(1・2年)", 100, line: 2.05), word("1", 50, line: 1.45),
            word("木", 70, line: 1.45),
        ]
        #expect(text(words) == "1　 木　　視力検査\n　　　　　(1・2年)")
    }

    @Test func word_printedTwiceForBoldness_standsOnce() {
        #expect(text([word("重要", 50, line: 1), word("重要", 50.4, line: 1)]) == "重要")
    }

    @Test func furigana_isLeftOut() {
        let words = [
            word("えんそく", 50, line: 0.6, em: 5), word("遠足のお知らせ", 50, line: 1), word("ど", 92, line: 1.6, em: 5),
            word("5月24日(土)に行きます。", 50, line: 2),
        ]
        #expect(text(words) == "遠足のお知らせ\n5月24日(土)に行きます。")
    }

    @Test func smallPrint_thatIsNoFurigana_stays() {
        let words = [
            word("遠足のお知らせ", 50, line: 1), word("雨天のときは延期", 50, line: 2, em: 6), word("お弁当をお願いします", 50, line: 3),
        ]
        #expect(text(words) == "遠足のお知らせ\n雨天のときは延期\nお弁当をお願いします")
    }

    @Test func page_writtenDownwards_isReadFromTheRight() {
        func column(_ text: String, _ left: Double) -> [PDFWord] {
            text.enumerated().map { place, character in
                let top = 50 + Double(place) * 10
                return PDFWord(text: String(character), left: left, top: top, right: left + 10, bottom: top + 10)
            }
        }
        let words = column("保護者の皆様へ運動会のお知らせです", 120) + column("五月二十四日の土曜日に行います", 100) + column("雨天のときは翌日に延期します", 80)
        #expect(PDFLines(words).isVertical)
        #expect(text(words) == "保護者の皆様へ運動会のお知らせです\n五月二十四日の土曜日に行います\n雨天のときは翌日に延期します")
    }

    /// Words one behind the other, each after a gap in widths of a kanji.
    private func line(_ number: Double, _ words: [(gap: Double, text: String)]) -> [PDFWord] {
        var left = 50.0
        return words.map { gap, text in
            let word = word(text, left + gap * 10, line: number)
            left = word.right
            return word
        }
    }

    @Test func spacesBesideDigits_ofAWordProcessor_go() {
        let words =
            line(
                1,
                [
                    (0, "令和"), (0.2, "7"), (0.2, "年"), (0.2, "4"), (0.2, "月"), (0.2, "30"), (0.2, "日発行"), (2, "第"),
                    (0.2, "2"), (0.2, "号"),
                ])
            // A list's number, and the space that was typed behind it.
            + line(2, [(0, "1"), (0.26, "日"), (1, "時"), (1, "5"), (0.2, "月"), (0.2, "24"), (0.2, "日"), (0.26, "9:30")])
        #expect(text(words) == "令和7年4月30日発行　　第2号\n1 日　時　5月24日 9:30")
    }

    @Test func spacesBesideDigits_thatSomebodyWrote_stay() {
        let words =
            line(1, [(0, "運動会"), (0.26, "5月24日"), (0.26, "予備日"), (0.26, "25日")])
            + line(2, [(0, "視力検査"), (0.26, "1年"), (0.26, "9:00"), (0.26, "体育館"), (0.26, "2年")])
        #expect(text(words) == "運動会 5月24日 予備日 25日\n視力検査 1年 9:00 体育館 2年")
    }

    @Test func textLayer_thatIsNone_asksForRecognition() {
        #expect(PrintedPage(lines: []).legibility == .none)
        #expect(PrintedPage(lines: Array(repeating: "\u{E012}\u{FFFD}あ", count: 20)).legibility == .none)
        #expect(PrintedPage(lines: [" - 3 -"]).legibility == .little)
        #expect(PrintedPage(lines: ["令和8年5月24日（日）に運動会を行います。雨天順延。"]).legibility == .text)
    }
}

@Suite struct PDFWordTests {
    @Test func boxes_areReadPageByPage() {
        let boxes = """
            <doc>
              <page width="594.96" height="841.92">
                <word xMin="57.0" yMin="49.8" xMax="97.0" yMax="77.1">&lt;A&amp;B&gt;会</word>
              </page>
              <page width="594.96" height="841.92">
              </page>
            </doc>
            """
        let pages = PDFWord.pages(boxes: boxes)
        #expect(pages.map(\.count) == [1, 0])
        #expect(pages[0][0] == PDFWord(text: "<A&B>会", left: 57, top: 49.8, right: 97, bottom: 77.1))
        #expect(pages[0][0].kanji == 3.5)
    }

    @Test(
        arguments: [
            "<word xMin=\"1\" yMin=\"2\" xMax=\"3\">a</word>",
            "<word xMin=\"1\" yMin=\"2\" xMax=\"nan\" yMax=\"4\">a</word>",
            "<word xMin=\"9\" yMin=\"2\" xMax=\"3\" yMax=\"4\">a</word>",
            "<word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\"> </word>",
            "<word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\">a", "a",
        ])
    func box_thatIsNone_isLeftOut(_ line: String) {
        #expect(PDFWord.pages(boxes: "<page width=\"1\">\n\(line)\n") == [[]])
    }
}
