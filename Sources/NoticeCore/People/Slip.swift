/// A registration slip (登録カード): a paper with a one-time code that a child brings home.
enum Slip {
    typealias ID = EntityID<Slip>

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
