import Glibc

/// By how much a scanned page is turned.
///
/// Lines of writing cast the sharpest shadow sideways when one looks along them: the page is looked at from many angles, and the
/// one under which the dark dots fall into the fewest rows is its own.
struct PageSkew: Equatable {
    /// Clockwise, in degrees; 0 when the page is straight or nothing on it says otherwise.
    let degrees: Double

    /// Feeders and hands turn a page by less than this; a page on its side is another matter.
    private static let limit = 6.0
    /// Angles below it cost the recognition nothing.
    private static let negligible = 0.25

    init(of dots: PageDots) {
        var best = (angle: 0.0, sharpness: Self.sharpness(of: dots, at: 0))
        let straight = best.sharpness
        for angle in stride(from: -Self.limit, through: Self.limit, by: 0.5) {
            let sharpness = Self.sharpness(of: dots, at: angle)
            if sharpness > best.sharpness { best = (angle, sharpness) }
        }
        let coarse = best.angle
        for angle in stride(from: coarse - 0.4, through: coarse + 0.4, by: 0.1) {
            let sharpness = Self.sharpness(of: dots, at: angle)
            if sharpness > best.sharpness { best = (angle, sharpness) }
        }
        // A page without lines (a drawing, vertical writing) has no angle that is much better than another.
        let isCertain = best.sharpness > straight * 1.1 && abs(best.angle) >= Self.negligible
        degrees = isCertain ? best.angle : 0
    }

    private static func sharpness(of dots: PageDots, at degrees: Double) -> Double {
        let slope = tan(degrees * .pi / 180)
        let margin = Int(abs(slope) * Double(2 * PageDots.across)) + 2
        var rows = [Int32](repeating: 0, count: dots.height + 2 * margin)
        for index in dots.x.indices {
            let row = Int(dots.y[index] - dots.x[index] * slope) + margin
            if rows.indices.contains(row) { rows[row] += 1 }
        }
        return zip(rows, rows.dropFirst()).reduce(0) { sum, pair in
            let difference = Double(pair.0 - pair.1)
            return sum + difference * difference
        }
    }
}
