/// A number format of a spreadsheet, as far as school tables use them.
///
/// ECMA-376, part 1, 18.8.31 (numFmts), with the letters of the Japanese Excel: e and ggg for eras, aaa for weekdays. Only the
/// section for positive numbers is looked at.
struct CellFormat: Equatable {
    enum Piece: Equatable {
        case text(String)
        /// A run of one letter that stands for a part of a date or time: y, m, d, a, e, g, h, s.
        case field(Character, count: Int)
        /// `m` beside hours or seconds.
        case minutes(count: Int)
        case elapsedHours
        case halfDay
        /// Digits, in one run: how many decimals, and whether thousands are set apart.
        case number(decimals: Int, hasThousands: Bool)
        case percent
        case general
    }

    let pieces: [Piece]

    init(_ code: String) {
        var reader = CellFormatReader(code)
        pieces = reader.pieces()
    }

    /// Whether the number is a day or a time.
    var isDate: Bool {
        pieces.contains {
            switch $0 {
            case .field, .minutes, .elapsedHours, .halfDay: true
            case .text, .number, .percent, .general: false
            }
        }
    }

    func shown(_ number: Double, countsFrom1904: Bool) -> String {
        if isDate {
            guard number >= 0, let moment = CellMoment(serial: number, countsFrom1904: countsFrom1904) else {
                return CellFormat.plain(number)
            }
            let isTwelveHours = pieces.contains(.halfDay)
            return pieces.map { moment.shown($0, isTwelveHours: isTwelveHours) }.joined()
        }
        return pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .number(let decimals, let hasThousands):
                CellFormat.decimal(
                    pieces.contains(.percent) ? number * 100 : number, decimals: decimals, hasThousands: hasThousands)
            case .percent: "%"
            case .general: CellFormat.plain(number)
            case .field, .minutes, .elapsedHours, .halfDay: ""
            }
        }.joined()
    }

    /// As General shows it: 4, not 4.0.
    static func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    private static func decimal(_ number: Double, decimals: Int, hasThousands: Bool) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        guard abs(number) * scale < 1e15 else { return plain(number) }
        let rounded = Int((abs(number) * scale).rounded())
        var whole = String(rounded / Int(scale))
        if hasThousands {
            for place in stride(from: whole.count - 3, to: 0, by: -3) {
                whole.insert(",", at: whole.index(whole.startIndex, offsetBy: place))
            }
        }
        let fraction = String(rounded % Int(scale))
        let zeros = String(repeating: "0", count: max(0, decimals - fraction.count))
        return (number < 0 && rounded > 0 ? "-" : "") + whole + (decimals > 0 ? "." + zeros + fraction : "")
    }
}
