/// The dark dots of a page, each the mean of a few pixels so that grain disappears.
struct PageDots: Equatable {
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    /// Rows of dots on the page, dark or not.
    let height: Int
    /// The shade below which a dot is ink.
    let darkness: UInt8

    /// Dots are looked at, not pixels: about this many across.
    static let across = 800

    init(of image: GreyImage) {
        let step = max(1, image.width / Self.across)
        let columns = image.width / step
        height = image.height / step
        let means = Self.means(of: image, step: step, columns: columns, rows: height)
        let dark = Self.darkness(means)
        darkness = dark
        for row in 0..<height {
            for column in 0..<columns where means[row * columns + column] < dark {
                x.append(Double(column))
                y.append(Double(row))
            }
        }
    }

    /// Whether nothing is written there: specks and the shadow of an edge at most.
    var isEmpty: Bool { x.count < 100 }

    private static func means(of image: GreyImage, step: Int, columns: Int, rows: Int) -> [UInt8] {
        var means: [UInt8] = []
        means.reserveCapacity(columns * rows)
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<rows {
                for column in 0..<columns {
                    // Two rows of a dot are enough to even out the grain.
                    let first = row * step * image.width + column * step
                    let second = first + (step > 1 ? image.width : 0)
                    var sum = 0
                    for offset in 0..<step { sum += Int(pixels[first + offset]) + Int(pixels[second + offset]) }
                    means.append(UInt8(sum / (2 * step)))
                }
            }
        }
        return means
    }

    /// Where ink begins: three quarters of the commonest shade, which is the paper's.
    private static func darkness(_ means: [UInt8]) -> UInt8 {
        var counts = [Int](repeating: 0, count: 256)
        for mean in means { counts[Int(mean)] += 1 }
        let paper = counts.indices.max { counts[$0] < counts[$1] } ?? 255
        return UInt8(paper * 3 / 4)
    }
}
