import Testing

@testable import NoticeCore

@Suite struct CSVTableTests {
    // MARK: - The hostile kit

    @Test func utf8_withByteOrderMark_hasACleanHeader() throws {
        let table = try CSVTable(bytes: CSVFixture.bytes("utf8_bom"))
        #expect(table.header.cells == ["code", "school", "grade", "class"])
        #expect(table.rows.map(\.cells) == [["A1", "第一小", "1", "2"]])
    }

    @Test func cp932_withExtensionsAndFullWidthDigits_isRead() throws {
        let table = try CSVTable(bytes: CSVFixture.bytes("cp932"))
        #expect(table.rows.map(\.cells) == [["A1", "髙﨑第一小①", "１", "２"]])
        #expect(AudienceCell.grades(table.rows[0].cells[2], of: 1...6) == .values([1]))
    }

    @Test func cells_thatLookLikeFormulas_areOrdinaryText() throws {
        let table = try CSVTable(bytes: CSVFixture.bytes("formula_cells"))
        #expect(table.rows[0].cells == ["=HYPERLINK(\"http://x.invalid\")", "=1+1", "1", "1"])
        #expect(table.rows.map { $0.cells[0] } == ["=HYPERLINK(\"http://x.invalid\")", "+1", "-1", "\r=1"])
    }

    @Test func lineEnds_ofEveryKind_separateRows() throws {
        let table = try CSVTable(bytes: CSVFixture.bytes("mixed_newlines"))
        #expect(table.rows.map(\.cells) == [["A1", "x", "1", "1"], ["A2", "x", "1", "1"], ["A3", "x", "1", "1"]])
        #expect(table.rows.map(\.number) == [2, 3, 4])
    }

    @Test func quotes_holdQuotesCommasAndLineBreaks() throws {
        let table = try CSVTable(bytes: CSVFixture.bytes("quotes"))
        #expect(table.rows.map(\.cells) == [["A\"1", "第一小\r\n分校", "1", "1"], ["A2", "x, y", "1", "1"]])
        #expect(table.rows.map(\.number) == [2, 3], "a quoted line break adds no row")
    }

    @Test func quote_neverClosed_isRefusedWithItsLine() {
        #expect(throws: NoticeError.unclosedQuote(line: 2)) { try CSVTable(bytes: CSVFixture.bytes("unclosed_quote")) }
    }

    @Test func quote_neverClosedBehindQuotedLineBreaks_countsLinesOfTheFile() {
        #expect(throws: NoticeError.unclosedQuote(line: 4)) { try CSVTable("a\n\"1\r\n2\r3\",x,\"y\nz") }
    }

    @Test func columns_overTheLimit_areRefused() {
        let million = [UInt8](repeating: UInt8(ascii: ","), count: 1_000_000)
        #expect(throws: NoticeError.tooManyColumns) { try CSVTable(bytes: Array("code".utf8) + million) }
    }

    @Test func columns_atTheLimit_areRead() throws {
        let table = try CSVTable(String(repeating: "a,", count: CSVTable.maximumColumns - 1) + "b")
        #expect(table.header.cells.count == CSVTable.maximumColumns)
    }

    // MARK: - Limits and shapes

    @Test func rows_overTheLimit_areRefused() throws {
        let rows = String(repeating: "x\n", count: CSVTable.maximumRows)
        #expect(try CSVTable("a\n" + rows).rows.count == CSVTable.maximumRows)
        let flaw = Flaw(.tooMany, row: CSVTable.maximumRows + 2, value: "20000")
        #expect(throws: NoticeError.invalid([flaw])) { try CSVTable("a\n" + rows + "x\n") }
    }

    @Test func cell_overTheLimit_isRefusedWithItsRow() throws {
        let longest = String(repeating: "あ", count: CSVTable.maximumCellLength)
        #expect(try CSVTable("a\n" + longest).rows[0].cells == [longest])
        let flaw = Flaw(.tooLong, row: 2, value: "10000")
        #expect(throws: NoticeError.invalid([flaw])) { try CSVTable("a\n" + longest + "あ") }
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\n", ",,\r\n , ,\n"])
    func table_withoutAnyText_isEmpty(text: String) {
        #expect(throws: NoticeError.emptyFile) { try CSVTable(bytes: Array(text.utf8)) }
    }

    @Test func emptyRows_areLeftOutAndCounted() throws {
        let table = try CSVTable("\na,b\n\n,\n1,2\n")
        #expect(table.header == CSVTable.Row(number: 2, cells: ["a", "b"]))
        #expect(table.rows == [CSVTable.Row(number: 5, cells: ["1", "2"])])
    }

    @Test func quote_insideOrBehindACell_isReadAsSpreadsheetsDo() throws {
        #expect(try CSVTable("a\"b,\"c\"d,\"\"").header.cells == ["a\"b", "cd", ""])
    }

    @Test func tabs_withoutCommas_separateCells() throws {
        let table = try CSVTable("行事名\t種別\n合唱, 合奏\t行事")
        #expect(table.rows.map(\.cells) == [["合唱, 合奏", "行事"]])
    }

    // MARK: - Properties

    @Test func anyTable_writtenWithAnyLineEnd_isReadBack() throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet = ["a", "行", "\"", ",", "\n", "\r\n", "\r", " ", "ｶ", "🎌", "e\u{301}", "\t"]
        for _ in 0..<500 {
            let width = Int.random(in: 1...6, using: &generator)
            var rows: [[String]] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                var cells = ["x"]
                for _ in 0..<width {
                    let length = Int.random(in: 0...5, using: &generator)
                    cells.append((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }.joined())
                }
                rows.append(cells)
            }
            let text = rows.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
                    + (["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n")
            }.joined()
            let table = try CSVTable(text)
            let read = ([table.header] + table.rows).map { $0.cells.map { Array($0.utf8) } }
            #expect(
                read == rows.map { $0.map { Array($0.utf8) } }, "byte for byte: line breaks in cells stay as they are")
        }
    }

    @Test func anyText_isReadOrRefusedWithinTheLimits() {
        var generator = SeededGenerator(seed: 11)
        let alphabet = Array("\",\n\r\ta行".utf8)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let breaks = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" }
            do throws(NoticeError) {
                let table = try CSVTable(text)
                #expect(table.rows.count <= breaks)
                #expect(zip([table.header] + table.rows, table.rows).allSatisfy { $0.number < $1.number })
            } catch {
                switch error {
                case .emptyFile: break
                case .unclosedQuote(let line): #expect((1...breaks + 1).contains(line))
                default: Issue.record("\(error) for \(text)")
                }
            }
        }
    }
}
