/// Puts the columns of a page one below the other, where two or three headings stand side by side.
///
/// A scan or a PDF of a two-column page gives its lines across the whole width:
///
/// ```
///   【行事】                     【提出するもの】
/// 12/1(水) 生徒会朝会           12/3(金) 進路希望調査
/// ```
///
/// Read line by line, each event would take its neighbour's words. A block ends where a line runs across the gap.
struct PageColumns {
    /// The letter, columns one below the other; the letter itself when it has none.
    let text: String
    /// The line with the headings of the first block.
    let heading: String?

    init(_ letter: String) {
        let lines = letter.split(separator: "\n", omittingEmptySubsequences: false).map { PageLine($0) }
        var result: [Substring] = []
        var heading: String?
        var index = 0
        while index < lines.count {
            guard let block = Self.block(from: index, in: lines) else {
                result.append(lines[index].text)
                index += 1
                continue
            }
            heading = heading ?? String(lines[index].text)
            for column in block.columns { result += column }
            result.append(Self.blockEnd)
            index = block.end
        }
        self.heading = heading
        text = heading == nil ? letter : result.joined(separator: "\n")
    }

    /// A line of its own behind the last column: what follows is under none of its headings.
    private static let blockEnd: Substring = "\u{1D}"

    private struct Block {
        let columns: [[Substring]]
        let end: Int
    }

    private static func block(from index: Int, in lines: [PageLine]) -> Block? {
        let repeated = lines[index].repeatedHead
        let heads = repeated ?? lines[index].cells
        guard repeated != nil || (2...3).contains(heads.count) && heads.allSatisfy({ $0.isHeading }) else { return nil }
        let lefts = heads.map(\.column)
        var columns = heads.map { repeated == nil ? [$0.text] : [] }
        var end = index + 1
        var sides = Array(repeating: 0, count: heads.count)
        var first = Int.max
        while end < lines.count, let cells = lines[end].split(at: lefts) {
            for (side, cell) in cells.enumerated() {
                columns[side].append(cell?.text ?? "")
                if cell != nil { sides[side] += 1 }
            }
            if let cell = cells[0] { first = min(first, cell.column) }
            end += 1
        }
        // A table's rows begin with a label, left of its heads; here each column has lines of its own.
        guard sides.allSatisfy({ $0 >= 1 }), first + 9 > lefts[0] else { return nil }
        return Block(columns: columns, end: end)
    }
}

/// A line of a page, cut where wide gaps are; columns count half-width characters.
private struct PageLine {
    struct Cell {
        let text: Substring
        let column: Int
        let width: Int

        /// 【行事】, ≪本部より≫, 〈2月〉, 3月: what stands over a column.
        var isHeading: Bool {
            guard let first = text.first, let last = text.last, text.count >= 2, text.count <= 20 else { return false }
            let isEnclosed = zip("【≪《〈＜<[［〔「『", "】≫》〉＞>]］〕」』").contains { $0 == (first, last) }
            let inner = text.dropFirst().dropLast().filter { !$0.isWhitespace }
            if isEnclosed { return !PageColumns.opposites.contains(String(inner)) }
            return last == "月" && text.count <= 4 && text.dropLast().allSatisfy { $0.isNumber || $0.isWhitespace }
        }
    }

    let text: Substring
    let cells: [Cell]

    init(_ line: Substring) {
        var cells: [Cell] = []
        var start: (index: Substring.Index, column: Int)?
        var end = (index: line.startIndex, column: 0)
        var column = 0
        func close() {
            guard let start else { return }
            cells.append(
                Cell(text: line[start.index..<end.index], column: start.column, width: end.column - start.column))
        }
        for index in line.indices {
            let width = Self.width(of: line[index])
            if !line[index].isWhitespace {
                if start == nil || column - end.column >= Self.gap {
                    close()
                    start = (index, column)
                }
                end = (line.index(after: index), column + width)
            }
            column += width
        }
        close()
        text = line
        self.cells = cells
    }

    /// 「日 曜 行事　　　日 曜 行事」 over a month in two halves: where each half begins.
    var repeatedHead: [Cell]? {
        let words = cells.map { $0.text.filter { !$0.isWhitespace } }
        guard words.joined().contains("行事") || words.joined().contains("予定") else { return nil }
        for period in 1...4 where words.count == 2 * period && Array(words[..<period]) == Array(words[period...]) {
            return words[0].hasPrefix("日") ? [cells[0], cells[period]] : nil
        }
        return nil
    }

    /// Half-width columns of blank that part what stands side by side.
    private static let gap = 3

    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        return scalar.value < 0x2000 || (0xFF61...0xFF9F).contains(scalar.value) ? 1 : 2
    }

    /// What the line has under each heading, or `nil` when it runs across the gap before one.
    func split(at lefts: [Int]) -> [Cell?]? {
        var sides: [[Cell]] = Array(repeating: [], count: lefts.count)
        for cell in cells {
            // A heading stands in the middle of its column.
            guard let side = lefts.indices.last(where: { cell.column + Self.tolerance >= lefts[$0] || $0 == 0 }) else {
                return nil
            }
            if side + 1 < lefts.count, cell.column + cell.width > lefts[side + 1] - 1 { return nil }
            sides[side].append(cell)
        }
        return sides.map { cells in
            guard let first = cells.first, let last = cells.last else { return nil }
            return Cell(
                text: text[first.text.startIndex..<last.text.endIndex], column: first.column,
                width: last.column + last.width - first.column)
        }
    }

    private static let tolerance = 8
}

extension PageColumns {
    /// Heads of a table that sets what was beside what is; its rows are read together.
    fileprivate static let opposites: Set<String> = ["誤", "正", "変更前", "変更後", "旧", "新", "延期前", "延期後", "当初", "訂正後"]
}
