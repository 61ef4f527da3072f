/// Takes a number format apart.
struct CellFormatReader {
    private let code: [Character]
    private var position = 0

    init(_ code: String) {
        self.code = Array(code)
    }

    /// The pieces of the first section.
    mutating func pieces() -> [CellFormat.Piece] {
        var pieces: [CellFormat.Piece] = []
        while position < code.count, code[position] != ";" {
            guard let piece = next() else { continue }
            if case .text(let text) = piece, case .text(let before)? = pieces.last {
                pieces[pieces.count - 1] = .text(before + text)
            } else {
                pieces.append(piece)
            }
        }
        return Self.withMinutes(pieces)
    }

    private mutating func next() -> CellFormat.Piece? {
        let character = code[position]
        switch character {
        case "\"": return .text(quoted())
        case "\\", "!": return .text(escaped())
        // A space as wide as, or a filling of, the next character.
        case "_", "*":
            position += 2
            return nil
        case "[": return bracket()
        case "@":
            position += 1
            return .general
        case "0", "#", "?": return number()
        case "%":
            position += 1
            return .percent
        default: return word() ?? literal()
        }
    }

    private mutating func literal() -> CellFormat.Piece {
        defer { position += 1 }
        return .text(String(code[position]))
    }

    private mutating func quoted() -> String {
        let text = code[(position + 1)...].prefix { $0 != "\"" }
        position += text.count + 2
        return String(text)
    }

    private mutating func escaped() -> String {
        defer { position += 2 }
        return position + 1 < code.count ? String(code[position + 1]) : ""
    }

    /// A colour, a condition or a locale says nothing here; [h] counts hours beyond a day.
    private mutating func bracket() -> CellFormat.Piece? {
        let content = String(code[(position + 1)...].prefix { $0 != "]" })
        position += content.count + 2
        return ["h", "hh"].contains(content.lowercased()) ? .elapsedHours : nil
    }

    private mutating func number() -> CellFormat.Piece {
        let digits = code[position...].prefix { "0#?,.".contains($0) }
        position += digits.count
        let decimals = digits.drop { $0 != "." }.dropFirst()
        return .number(decimals: decimals.count { $0 == "0" }, hasThousands: digits.dropLast().contains(","))
    }

    private mutating func word() -> CellFormat.Piece? {
        for general in ["General", "G/標準"] where has(general) {
            position += general.count
            return .general
        }
        for half in ["AM/PM", "A/P"] where has(half) {
            position += half.count
            return .halfDay
        }
        let letter = Character(code[position].lowercased())
        guard "ymdaeghs".contains(letter) else { return nil }
        let count = code[position...].prefix { $0.lowercased() == String(letter) }.count
        position += count
        return .field(letter, count: count)
    }

    private func has(_ word: String) -> Bool {
        code[position...].starts(with: word) { $0.lowercased() == $1.lowercased() }
    }

    /// `m` means minutes behind hours and before seconds.
    private static func withMinutes(_ pieces: [CellFormat.Piece]) -> [CellFormat.Piece] {
        let fields = pieces.indices.filter {
            switch pieces[$0] {
            case .field, .elapsedHours: true
            case .text, .minutes, .halfDay, .number, .percent, .general: false
            }
        }
        var result = pieces
        for (order, index) in fields.enumerated() {
            guard case .field("m", let count) = pieces[index] else { continue }
            let before = order > 0 ? pieces[fields[order - 1]] : nil
            let after = order + 1 < fields.count ? pieces[fields[order + 1]] : nil
            if isField("h", before) || before == .elapsedHours || isField("s", after) {
                result[index] = .minutes(count: count)
            }
        }
        return result
    }

    private static func isField(_ letter: Character, _ piece: CellFormat.Piece?) -> Bool {
        guard case .field(letter, _)? = piece else { return false }
        return true
    }
}
