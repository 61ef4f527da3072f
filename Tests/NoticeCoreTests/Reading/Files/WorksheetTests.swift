import Testing

@testable import NoticeCore

@Suite struct WorksheetTests {
    private let styles = CellStyles(
        lines: ["f\t164\t0\"月\"", "f\t165\tm/d(aaa)", "x\t0", "x\t164", "x\t165", "x\t58"], countsFrom1904: false)

    private func csv(_ lines: String) -> String {
        Worksheet(lines: lines.split(separator: "\n"), strings: ["学校行事", "始業式\n入学式", "a,b", "「\"」"], styles: styles).csv
    }

    @Test func cells_areShownAsTheSpreadsheetShowsThem() {
        let sheet =
            "r\t1\nc\tA1\ts\t\t0\nc\tB1\t\t1\t4\nr\t3\nc\tA3\t\t2\t46119\nc\tB3\ts\t\t1\nc\tC3\tstr\t\tx\u{E000}y"
        #expect(csv(sheet) == "学校行事,4月,\n\n4/7(火),\"始業式\n入学式\",\"x\ny\"\n")
    }

    @Test func commasAndQuotes_areQuoted() {
        #expect(csv("r\t1\nc\tA1\ts\t\t2\nc\tB1\ts\t\t3") == "\"a,b\",\"「\"\"」\"\n")
    }

    @Test func mergedArea_showsItsContentEverywhere() {
        let days = (1...3).map { "r\t\($0)\nc\tA\($0)\t\t\t\($0)" }.joined(separator: "\n")
        let sheet = days + "\nr\t1\nc\tB1\ts\t\t0\nm\tB1:B3"
        #expect(csv(sheet) == "1,学校行事\n2,学校行事\n3,学校行事\n")
    }

    @Test func mergedArea_asWideAsTheSheet_isATitle() {
        #expect(csv("r\t1\nc\tA1\ts\t\t0\nr\t2\nc\tA2\t\t\t1\nc\tC2\t\t\t2\nm\tA1:C1") == "学校行事,,\n1,,2\n")
    }

    @Test func places_thatAreFarAwayOrNone_areIgnored() {
        #expect(
            csv("r\t1\nc\tXFD1048576\t\t\t1\nc\tA1\ts\t\t0\nc\tB1\ts\t\t99\nm\tA1:XFD1048576\nm\tB2\nm\t1:2")
                == "学校行事\n")
    }

    @Test func cells_withoutAPlace_followEachOther() {
        #expect(csv("r\t\nc\t\t\t\t1\nc\t\t\t\t2\nr\t\nc\t\t\t\t3") == "1,2\n3,\n")
    }

    @Test func sheet_withoutCells_isEmpty() {
        #expect(csv("r\t1\n") == "")
    }

    @Test func place_isReadFromItsName() {
        #expect(CellPlace("B3") == CellPlace(row: 3, column: 2))
        #expect(CellPlace("AA10") == CellPlace(row: 10, column: 27))
        #expect(CellPlace("A0") == nil && CellPlace("3") == nil && CellPlace("ABCD1") == nil)
    }
}

@Suite struct CellFormatTests {
    /// 46119 is 7 April 2026, a Tuesday.
    @Test(
        arguments: [
            ("yyyy/m/d", 46_119, "2026/4/7"), ("yyyy-mm-dd", 46_119, "2026-04-07"), ("m\"月\"d\"日\"", 46_119, "4月7日"),
            ("m月d日(aaa)", 46_119, "4月7日(火)"), ("aaaa", 46_119, "火曜日"), ("d", 46_119, "7"), ("ddd", 46_119, "Tue"),
            ("[$-411]ggge\"年\"m\"月\"d\"日\"", 46_119, "令和8年4月7日"), ("ge.m.d", 46_119, "R8.4.7"),
            ("[$-411]ggge\"年\"", 32_515, "昭和64年"), ("ggge年m月", 43_585, "平成31年4月"), ("ggge年m月", 43_586, "令和1年5月"),
            ("h:mm", 0.5625, "13:30"), ("h\"時\"mm\"分\"", 0.375, "9時00分"), ("h:mm AM/PM", 0.5625, "1:30 PM"),
            ("[h]:mm", 1.5, "36:00"), ("yyyy/m/d h:mm", 46_119.375, "2026/4/7 9:00"), ("mm:ss", 0.000_694_444, "01:00"),
            ("d-mmm-yy", 46_119, "7-Apr-26"), ("m/d;@", 46_119, "4/7"),
        ] as [(String, Double, String)])
    func date_isShownInItsFormat(_ code: String, _ number: Double, _ shown: String) {
        #expect(CellFormat(code).shown(number, countsFrom1904: false) == shown)
    }

    @Test(
        arguments: [
            ("General", 4, "4"), ("General", 1.5, "1.5"), ("0\"月\"", 4, "4月"), ("G/標準\"年\"", 3, "3年"),
            ("#,##0", 1_234_567, "1,234,567"),
            ("#,##0\"円\"", 500, "500円"), ("0.00", 1.005, "1.00"), ("0%", 0.5, "50%"), ("0_ ", 7, "7"),
            ("[Red]0", 3, "3"),
            ("\\第0回", 2, "第2回"), ("@", 12, "12"), ("0.0", -2.25, "-2.3"), ("\"", 1, ""), ("", 1, ""), ("[", 2, ""),
        ] as [(String, Double, String)])
    func number_isShownInItsFormat(_ code: String, _ number: Double, _ shown: String) {
        #expect(CellFormat(code).shown(number, countsFrom1904: false) == shown)
    }

    @Test func days_ofOldMacintoshes_countFrom1904() {
        #expect(CellFormat("yyyy/m/d").shown(44_657, countsFrom1904: true) == "2026/4/7")
    }

    @Test func days_beforeMarch1900_followTheSpreadsheetsCalendar() {
        #expect(CellFormat("yyyy/m/d").shown(1, countsFrom1904: false) == "1900/1/1")
        #expect(CellFormat("yyyy/m/d").shown(61, countsFrom1904: false) == "1900/3/1")
        #expect(CellFormat("yyyy/m/d").shown(-1, countsFrom1904: false) == "-1")
    }
}
