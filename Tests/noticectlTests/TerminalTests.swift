import Testing

@testable import noticectl

@Suite struct TerminalTests {
    @Test(arguments: [
        ("abc", 3), ("学年", 4), ("ｱｲｳ", 3), ("３年２組", 8), ("が", 2), ("か\u{3099}", 2), ("e\u{301}", 1), ("🎒", 2),
        ("☀\u{FE0F}", 2), ("", 0), ("𠮷野", 4), ("～〜", 4),
    ])
    func width_countsFullWidthCharactersTwice(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func table_alignsColumns() {
        let table = TextTable(["学年", "ID"], rows: [["1", "a"], ["１・３年", "bb"]])
        #expect(
            table.text == """
                学年      ID
                --------  --
                1         a
                １・３年  bb
                """)
    }

    @Test func table_ofShortRows_leavesNoTrailingSpace() {
        #expect(TextTable(["a", "b"], rows: [["x", ""]]).text == "a  b\n-  -\nx")
    }

    @Test func foreignText_cannotMoveTheCursor() {
        #expect(SafeText.line("a\u{1B}[31mb\r\nc\u{9B}d\u{202E}e") == "a\u{FFFD}[31mb c\u{FFFD}d\u{FFFD}e")
        #expect(SafeText.paragraph("a\r\nb\u{07}") == "a\nb\u{FFFD}")
        #expect(TextTable(["h"], rows: [["x\ny"]]).text == "h\n---\nx y")
    }
}
