/// The sheets of an xlsx as CSV, each cell as the spreadsheet shows it.
struct Workbook: Sendable {
    let package: OfficePackage

    private static let part = "xl/workbook.xml"

    private struct Sheet {
        let name: String
        let part: String
    }

    /// - Throws: ``NoticeError/typeMismatch`` for a zip that is no xlsx.
    init(_ package: OfficePackage) throws(NoticeError) {
        guard package.holds(Self.part) else { throw .typeMismatch }
        self.package = package
    }

    func text() async throws -> ExtractedText {
        var sheets: [Sheet] = []
        var countsFrom1904 = false
        let targets = try await targets()
        for line in try await package.lines(of: Self.part, by: .workbook) {
            let cells = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
            if cells.first == "d", cells.count > 1 { countsFrom1904 = cells[1] == "1" || cells[1] == "true" }
            // A hidden sheet is not what the person who handed it in sees.
            guard cells.count == 4, cells[0] == "s", cells[2].isEmpty || cells[2] == "visible",
                let part = targets[String(cells[1])]
            else { continue }
            sheets.append(Sheet(name: String(cells[3]), part: part))
        }
        let read = sheets.prefix(package.bounds.sheets)
        let styles = CellStyles(
            lines: try await lines(of: "xl/styles.xml", by: .styles), countsFrom1904: countsFrom1904)
        let strings = try await lines(of: "xl/sharedStrings.xml", by: .sharedStrings).map(Worksheet.restored)
        var pages: [String] = []
        for sheet in read {
            let lines = try await package.lines(of: sheet.part, by: .worksheet)
            pages.append(Worksheet(lines: lines, strings: strings, styles: styles).csv)
        }
        return ExtractedText(origin: .xlsx, pages: pages, pageCount: sheets.count, sheetNames: read.map(\.name))
    }

    /// Parts that a workbook of numbers alone may lack.
    private func lines(of part: String, by stylesheet: OfficeStylesheet) async throws -> [Substring] {
        package.holds(part) ? try await package.lines(of: part, by: stylesheet) : []
    }

    /// The part that each relation of the workbook names.
    private func targets() async throws -> [String: String] {
        var targets: [String: String] = [:]
        for line in try await package.lines(of: "xl/_rels/workbook.xml.rels", by: .relations) {
            let cells = line.split(separator: "\t")
            guard cells.count == 2 else { continue }
            targets[String(cells[0])] = cells[1].hasPrefix("/") ? String(cells[1].dropFirst()) : "xl/" + cells[1]
        }
        return targets
    }
}
