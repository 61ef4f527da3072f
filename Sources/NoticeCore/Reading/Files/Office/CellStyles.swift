/// How a workbook shows its numbers, which are dates as often as not.
struct CellStyles: Equatable {
    private let formats: [CellFormat]
    /// Workbooks of old Macintoshes count days from 1904.
    private let countsFrom1904: Bool

    /// - Parameter lines: As ``OfficeStylesheet/styles`` writes them.
    init(lines: [Substring], countsFrom1904: Bool) {
        self.countsFrom1904 = countsFrom1904
        var codes = Self.builtIn
        var formats: [CellFormat] = []
        for line in lines {
            let cells = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            if cells.first == "f", cells.count == 3, let number = Int(cells[1]) { codes[number] = String(cells[2]) }
            if cells.first == "x", cells.count == 2 {
                formats.append(CellFormat(Int(cells[1]).flatMap { codes[$0] } ?? "General"))
            }
        }
        self.formats = formats
    }

    /// A number as a cell of that style shows it; anything else as it is.
    func shown(_ value: String, style: Int) -> String {
        guard let number = Double(value), number.isFinite, abs(number) < 1e15 else { return value }
        let format = formats.indices.contains(style) ? formats[style] : CellFormat("General")
        return format.shown(number, countsFrom1904: countsFrom1904)
    }

    /// ECMA-376, part 1, 18.8.30 (numFmt), as a Japanese Excel shows them; the others are plain numbers.
    private static let builtIn: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
        14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
        21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "ge.m.d", 28: "ggge年m月d日", 29: "ggge年m月d日", 30: "m/d/yy",
        31: "yyyy年m月d日",
        32: "h時mm分", 33: "h時mm分ss秒", 34: "yyyy年m月", 35: "m月d日", 36: "ge.m.d", 45: "mm:ss", 46: "[h]:mm:ss",
        50: "ge.m.d",
        51: "ggge年m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "ggge年m月d日", 55: "yyyy年m月", 56: "m月d日", 57: "ge.m.d",
        58: "ggge年m月d日",
    ]
}
