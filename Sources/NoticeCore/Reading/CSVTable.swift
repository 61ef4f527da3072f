/// A table as spreadsheets save it: RFC 4180, with the liberties that they take.
///
/// RFC 4180: <https://www.rfc-editor.org/rfc/rfc4180>. Line ends may be mixed, the last one absent; a quote inside an
/// unquoted cell is an ordinary character, text after a closing quote belongs to the cell (both as Excel reads them).
/// Cells are separated by tabs when the first line has tabs and no comma: Excel's 「Unicode テキスト」.
public struct CSVTable: Equatable, Sendable {
    public struct Row: Equatable, Sendable {
        /// The row as a spreadsheet shows it: empty rows count, a line break inside quotes does not.
        public let number: Int
        public let cells: [String]
    }

    /// The first row that is not empty.
    public let header: Row
    /// The other rows that are not empty. They may have fewer cells than the header (Excel drops empty ones at the end)
    /// or more.
    public let rows: [Row]

    public static let maximumColumns = 256
    public static let maximumRows = 20_000
    /// In characters.
    public static let maximumCellLength = 10_000

    /// - Throws: ``NoticeError/badEncoding``, ``NoticeError/emptyFile``, ``NoticeError/tooManyColumns``,
    ///   ``NoticeError/unclosedQuote(line:)`` with the line on which the quote opens, or ``NoticeError/invalid(_:)`` for too
    ///   many rows or too long a cell.
    public init(bytes: [UInt8]) throws(NoticeError) {
        try self.init(TextDecoding.text(from: bytes))
    }

    /// - Throws: As ``init(bytes:)``.
    public init(_ text: String) throws(NoticeError) {
        var reader = CSVReader(text)
        var rows: [Row] = []
        var number = 0
        while let cells = try reader.nextRow() {
            number += 1
            guard number <= Self.maximumRows + 1 else {
                throw .invalid([Flaw(.tooMany, row: number, value: String(Self.maximumRows))])
            }
            if cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
                rows.append(Row(number: number, cells: cells))
            }
        }
        guard let header = rows.first else { throw .emptyFile }
        self.header = header
        self.rows = Array(rows.dropFirst())
    }
}
