import Testing

@testable import NoticeCore

@Suite struct RecognisedPageTests {
    /// A line as tesseract reports it: 20 pixels high, its words by left edge and width.
    private struct Line {
        let top: Int
        let words: [(left: Int, width: Int, text: String)]
        var confidence = 90
    }

    private func table(_ lines: [Line]) -> String {
        var rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
        for (number, line) in lines.enumerated() {
            let left = line.words.map(\.left).min() ?? 0
            let right = line.words.map { $0.left + $0.width }.max() ?? 0
            rows.append("4\t1\t1\t1\t\(number)\t0\t\(left)\t\(line.top)\t\(right - left)\t20\t-1\t")
            for (place, word) in line.words.enumerated() {
                rows.append(
                    "5\t1\t1\t1\t\(number)\t\(place)\t\(word.left)\t\(line.top)\t\(word.width)\t20\t\(line.confidence)\t\(word.text)"
                )
            }
        }
        return rows.joined(separator: "\n") + "\n"
    }

    /// A page on which each word's ink fills its box.
    private func image(_ lines: [Line]) -> GreyImage {
        var pixels = [UInt8](repeating: 250, count: 600 * 400)
        for line in lines {
            for word in line.words {
                for y in line.top..<line.top + 20 {
                    for x in word.left..<word.left + word.width { pixels[y * 600 + x] = 20 }
                }
            }
        }
        return GreyImage(width: 600, height: 400, pixels: pixels)
    }

    private func text(_ lines: [Line]) -> String {
        RecognisedPage(table: table(lines)).text(on: image(lines), darkness: 180)
    }

    @Test func gap_asWideAsAKanji_separates() {
        // 期日, two squares of nothing, 4月 … and the narrow gaps of ordinary setting.
        let line = Line(top: 0, words: [(0, 19, "期"), (21, 19, "日"), (80, 10, "4"), (92, 19, "月"), (115, 19, "に")])
        #expect(text([line]) == "期日　　4月に\n")
    }

    @Test func gap_behindAComma_isItsOwnSquare() {
        let line = Line(top: 0, words: [(0, 40, "始まり"), (42, 6, "、"), (72, 40, "ひと")])
        #expect(text([line]) == "始まり、ひと\n")
    }

    @Test func gap_isSeenWhereTesseractMisplacesAWord() {
        let line = Line(top: 0, words: [(0, 40, "日時"), (80, 40, "5月")])
        let shifted = Line(top: 0, words: [(0, 40, "日時"), (68, 52, "5月")])
        let page = RecognisedPage(table: table([shifted]))
        #expect(page.text(on: image([line]), darkness: 180) == "日時　　5月\n")
    }

    @Test func border_ofACell_separates() {
        let line = Line(top: 0, words: [(0, 40, "11日"), (52, 40, "検査")])
        let ruled = Line(top: 0, words: line.words + [(45, 2, "|")])
        let page = RecognisedPage(table: table([line]))
        #expect(page.text(on: image([line]), darkness: 180) == "11日検査\n")
        #expect(page.text(on: image([ruled]), darkness: 180) == "11日　　検査\n")
    }

    @Test func indentAndParagraphs_stay() {
        let lines = [
            Line(top: 0, words: [(0, 60, "お知らせ")]), Line(top: 30, words: [(40, 60, "運動会")]),
            Line(top: 60, words: [(40, 60, "予備日")]), Line(top: 130, words: [(0, 60, "持ち物")]),
        ]
        #expect(text(lines) == "お知らせ\n　　運動会\n　　予備日\n\n持ち物\n")
    }

    @Test func line_thatNobodyWouldBelieve_isLeftOut() {
        let border = Line(top: 0, words: [(0, 100, "ES38275の")], confidence: 12)
        let line = Line(top: 40, words: [(0, 40, "日時")])
        #expect(text([border, line]) == "日時\n")
        #expect(RecognisedPage(table: table([border, line])).confidence < 90)
    }

    @Test(arguments: ["", "level\tpage_num\n", "5\t1\t1\n", "a\nb\nc\n"])
    func table_withoutWords_isNoText(_ table: String) {
        let page = RecognisedPage(table: table)
        #expect(page.lines.isEmpty && page.confidence == 0)
    }
}

@Suite struct RecognisedTextTests {
    @Test(
        arguments: [
            ("24(士)", "24(土)"), ("4月24日(士) 運動会", "4月24日(土) 運動会"), ("21(不)・22（全）", "21(木)・22（金）"),
            ("13:50一14:35", "13:50～14:35"), ("13:15一", "13:15～"), ("1ー4年", "1～4年"), ("13:00て14:30", "13:00～14:30"),
            ("午後1時20分一午後4時30分", "午後1時20分～午後4時30分"), ("6月17日(水)一25日(木)", "6月17日(水)～25日(木)"),
            ("9:30-10:15", "9:30～10:15"),
        ])
    func mistake_withOneReading_isPutRight(_ seen: String, _ meant: String) {
        #expect(RecognisedText.corrected(seen) == meant)
    }

    @Test(arguments: ["弁護士(本人)", "(士)", "5人(大人2人)", "第一回", "一年生", "090-1234-5678", "3-2", "タオル", "1て2", "5年一組"])
    func text_thatMayBeMeant_stays(_ text: String) {
        #expect(RecognisedText.corrected(text) == text)
    }
}
