/// A registration slip (登録カード): a paper with a one-time code that a child brings home.
enum Slip {
    typealias ID = EntityID<Slip>

    /// Whether a serial was printed before another: stacks as they were ordered (Z before AA), slips by number.
    static func isPrinted(_ left: String, before right: String) -> Bool { order(left) < order(right) }

    private static func order(_ serial: String) -> (Int, Substring, Int) {
        let letters = serial.prefix { $0 != "-" }
        return (letters.utf8.count, letters, Int(serial.dropFirst(letters.count + 1)) ?? 0)
    }

    /// `A-023`: the stack's letters and the slip's place in it. Printed, listed, not secret.
    ///
    /// - Parameters:
    ///   - series: 1 for the association's first stack.
    ///   - number: 1 for the first slip of it.
    static func serial(series: Int, number: Int) -> String {
        var letters = ""
        var rest = series
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest /= 26
        }
        let digits = String(number)
        return letters + "-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

/// The slips that were ordered as one, for one class.
enum SlipBatch {}
