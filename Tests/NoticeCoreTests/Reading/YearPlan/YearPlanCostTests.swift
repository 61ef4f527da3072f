import Testing

@testable import NoticeCore

/// Tables that are made to cost much: each within a mebibyte, as the server lets in, and each answered in bounded time.
@Suite struct YearPlanCostTests {
    private static let school = TableSchool(grades: 1...6, today: .at("2026-04-01"))

    /// Generous for a debug build on a busy machine; what these tables cost without bounds is minutes.
    private static let patience: Duration = .seconds(20)

    private func answer(_ rows: [String]) throws -> TableReading? {
        let clock = ContinuousClock()
        let table = try CSVTable(rows.joined(separator: "\n"))
        let began = clock.now
        let reading = YearPlanReader.read(table, of: Self.school, schoolYear: SchoolYear(2026), isExpected: true)
        if reading == nil { _ = EventListReader.read(table, of: Self.school) }
        #expect(began.duration(to: clock.now) < Self.patience)
        return reading
    }

    private func plan(_ cell: String) -> [String] {
        ["日,4月,5月,6月"] + (1...31).map { "\($0),\"\(cell)\",\"\(cell)\",\"\(cell)\"" }
    }

    @Test(arguments: ["あ・", "(あ", "a ", "1年・", "予備日・", "遠足\n〃\n", "(1年) ", "～8日", "遠足(1年) "])
    func cell_ofManyPieces_isRefused(piece: String) throws {
        let reading = try #require(try answer(plan(String(repeating: piece, count: 9_000 / piece.count))))
        #expect(reading.rows.isEmpty && Set(reading.flaws.map(\.code)) == [.tooLong, .impossibleDate])
    }

    @Test(arguments: ["あ・", "a b ", "1年・", "予備日・", "遠足(1年) 見学(2年) "])
    func cell_nearTheBounds_isRead(piece: String) throws {
        let cell = String(String(repeating: piece, count: 200 / piece.count).prefix(98))
        _ = try answer(plan(cell))
    }

    @Test func cells_ofHeadingsAlone_areNoPlan() throws {
        #expect(
            try answer(Array(repeating: Array(repeating: "4月", count: 200).joined(separator: ","), count: 900)) == nil)
    }

    @Test func manyShortCells_areNoPlan() throws {
        for cell in ["あ", "1", "月", "水", "1月1"] {
            let count = 900_000 / (cell.utf8.count + 1) / 200
            #expect(
                try answer(Array(repeating: Array(repeating: cell, count: 200).joined(separator: ","), count: count))
                    == nil)
        }
    }
}
