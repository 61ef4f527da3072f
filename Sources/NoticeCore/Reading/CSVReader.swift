/// Takes a table apart byte by byte: UTF-8 never has a quote, separator or line break inside a character.
struct CSVReader {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    /// The line of the file, for the position of an open quote; 1 is the first.
    private var line = 1
    /// The row as a spreadsheet counts, for the position of a long cell.
    private var row = 0

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let tab = UInt8(ascii: "\t")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ text: String) {
        bytes = Array(text.utf8)
        let firstLine = bytes.prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
        separator = firstLine.contains(Self.tab) && !firstLine.contains(Self.comma) ? Self.tab : Self.comma
    }

    /// - Returns: The cells of the next row, or `nil` at the end. A final line break opens no further row.
    mutating func nextRow() throws(NoticeError) -> [String]? {
        guard position < bytes.count else { return nil }
        row += 1
        var cells: [String] = []
        while true {
            let cell = try nextCell()
            guard cells.count < CSVTable.maximumColumns else { throw .tooManyColumns }
            guard cell.unicodeScalars.count <= CSVTable.maximumCellLength else {
                throw .invalid([Flaw(.tooLong, row: row, value: String(CSVTable.maximumCellLength))])
            }
            cells.append(cell)
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
        }
        skipLineBreak()
        return cells
    }

    /// Reads up to the next separator or line break, which stays.
    private mutating func nextCell() throws(NoticeError) -> String {
        var cell: [UInt8] = []
        if position < bytes.count, bytes[position] == Self.quote { cell = try quotedPart() }
        while position < bytes.count, !isEnd(bytes[position]) {
            cell.append(bytes[position])
            position += 1
        }
        return String(decoding: cell, as: UTF8.self)
    }

    private mutating func quotedPart() throws(NoticeError) -> [UInt8] {
        let opened = line
        var part: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.quote {
                guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else {
                    position += 1
                    return part
                }
                position += 1
            } else if byte == Self.lineFeed || (byte == Self.carriageReturn && !isFollowedByLineFeed) {
                line += 1
            }
            part.append(byte)
            position += 1
        }
        throw .unclosedQuote(line: opened)
    }

    private mutating func skipLineBreak() {
        guard position < bytes.count else { return }
        if bytes[position] == Self.carriageReturn, isFollowedByLineFeed { position += 1 }
        position += 1
        line += 1
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private var isFollowedByLineFeed: Bool {
        position + 1 < bytes.count && bytes[position + 1] == Self.lineFeed
    }
}
