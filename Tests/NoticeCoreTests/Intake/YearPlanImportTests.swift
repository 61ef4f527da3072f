import Testing

@testable import NoticeCore

/// Year plans and loosely named lists in the store: identity from one table to the next, and what is remembered.
@Suite struct YearPlanImportTests {
    /// A plan of December to February, whose cells a test changes.
    private func plan(_ cells: [String: String]) -> [UInt8] {
        let days = (1...31).map { day in
            ([String(day)] + [12, 1, 2].map { cells["\($0)/\(day)"] ?? "" }).joined(separator: ",")
        }
        return Array((["令和8年度,", "日,12月,1月,2月"] + days).joined(separator: "\r\n").utf8)
    }

    private static let cells = ["12/5": "運動会", "12/7": "面談(1年)", "12/8": "面談(1年)", "1/8": "始業式", "2/5": "駅伝(2・3年)"]

    private func published(_ cells: [String: String] = cells) async throws -> TestStore {
        let test = try await TestStore.make()
        let report = try await test.store.importEvents(plan(cells), ImportOptions(), by: test.officer)
        #expect(report.layout == "matrix" && report.schoolYear == 2026)
        _ = try await test.store.publish(try #require(report.changeSet), by: test.officer)
        return test
    }

    @Test func samePlanTwice_changesNothing() async throws {
        let test = try await published()
        let again = try await test.store.importEvents(
            plan(Self.cells), ImportOptions(layout: .matrix), by: test.officer)
        #expect(again.changeSet == nil && again.unchanged == 4 && again.missing.isEmpty)
        try await test.end()
    }

    @Test(
        arguments: [
            ("12/5", "運動会", "12/12", "運動会", "time"), ("12/5", "運動会", "12/5", "大運動会", "title"),
            ("2/5", "駅伝(2・3年)", "2/5", "駅伝(全)", "audience"), ("2/5", "駅伝(2・3年)", "2/5", "駅伝(2・3年希望者)", "groups"),
            ("1/8", "始業式", "1/8", "8:30 始業式", "time"),
        ])
    func changedCell_isARevision(day: String, old: String, newDay: String, new: String, field: String) async throws {
        let test = try await published()
        var cells = Self.cells
        #expect(cells.removeValue(forKey: day) == old)
        cells[newDay] = new
        let report = try await test.store.importEvents(plan(cells), ImportOptions(), by: test.officer)
        #expect(report.created.isEmpty && report.missing.isEmpty && report.unchanged == 3)
        #expect(report.revised.map(\.fields) == [[field]] && report.revised.map(\.guessed) == [true])
        try await test.end()
    }

    @Test func rainDate_addedLater_isARevision() async throws {
        let test = try await published()
        let cells = Self.cells.merging(["12/6": "(運動会予備日)"]) { $1 }
        let report = try await test.store.importEvents(plan(cells), ImportOptions(), by: test.officer)
        #expect(report.revised.map(\.fields) == [["rain_dates"]] && report.created.isEmpty)
        #expect(report.revised.map(\.column) == ["12月"] && report.revised.map(\.row) == [7])
        try await test.end()
    }

    @Test func severalCandidates_areNotGuessedAt() async throws {
        let test = try await published(["12/5": "集会", "1/8": "集会"])
        let report = try await test.store.importEvents(
            plan(["12/6": "集会", "1/9": "集会"]), ImportOptions(), by: test.officer)
        #expect(report.created.count == 2 && report.missing.count == 2 && report.revised.isEmpty)
        try await test.end()
    }

    // MARK: - Headings

    private static let list = Array("いつ,行事\n12/5,運動会\n".utf8)

    @Test func headings_areRememberedForTheSchool() async throws {
        let test = try await TestStore.make()
        let year = SchoolYear(2026)
        let map = try ColumnMap(parsing: ["いつ=開始日"])
        let trial = ImportOptions(schoolYear: year, columns: map, dryRun: true)
        #expect(try await test.store.importEvents(Self.list, trial, by: test.officer).created.count == 1)
        await #expect(throws: NoticeError.self) {
            try await test.store.importEvents(Self.list, ImportOptions(schoolYear: year), by: test.officer)
        }
        _ = try await test.store.importEvents(
            Self.list, ImportOptions(schoolYear: year, columns: map), by: test.officer)
        let next = try await test.store.importEvents(Self.list, ImportOptions(schoolYear: year), by: test.officer)
        #expect(next.unchanged == 1 && next.columns.map(\.origin) == ["remembered", "synonym"])
        let forget = ImportOptions(schoolYear: year, columns: try ColumnMap(parsing: ["いつ=自動", "日付=開始日"]))
        await #expect(throws: NoticeError.self) {
            try await test.store.importEvents(Self.list, forget, by: test.officer)
        }
        #expect(try await test.store.importEvents(Self.list, trial, by: test.officer).columns[0].origin == "given")
        try await test.end()
    }

    @Test func headings_ofOneSchool_areNotAnothers() async throws {
        let test = try await TestStore.make(associations: [.fixture(schools: [.juniorHigh, .elementary])])
        let map = try ColumnMap(parsing: ["いつ=開始日"])
        let year = SchoolYear(2026)
        _ = try await test.store.importEvents(
            Self.list, ImportOptions(school: School.juniorHigh.id, schoolYear: year, columns: map), by: test.officer)
        await #expect(throws: NoticeError.self) {
            try await test.store.importEvents(
                Self.list, ImportOptions(school: School.elementary.id, schoolYear: year), by: test.officer)
        }
        try await test.end()
    }
}
