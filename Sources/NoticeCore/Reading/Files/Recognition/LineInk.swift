/// Where along a line of a page there is no ink.
///
/// Tesseract places characters only to within half of their width. How far apart words were printed, the picture itself tells.
struct LineInk: Equatable {
    struct Gap: Equatable {
        /// Columns of pixels.
        let columns: Range<Int>
        /// A ruled line runs through it: the border of a table's cell.
        let hasRule: Bool
    }

    /// From left to right, between the first and the last ink.
    let gaps: [Gap]

    /// - Parameters:
    ///   - darkness: Below it a pixel is ink.
    ///   - narrowest: Of the gaps that matter, in pixels.
    init(_ image: GreyImage, box: RecognisedPage.Box, darkness: UInt8, narrowest: Int) {
        let left = max(0, box.left)
        let right = min(image.width, box.left + box.width)
        let top = max(0, box.top)
        let bottom = min(image.height, box.top + box.height)
        guard left < right, top < bottom else {
            gaps = []
            return
        }
        var counts = [Int](repeating: 0, count: right - left)
        image.pixels.withUnsafeBufferPointer { pixels in
            for row in top..<bottom {
                for column in left..<right where pixels[row * image.width + column] < darkness {
                    counts[column - left] += 1
                }
            }
        }
        gaps = Self.gaps(in: counts, height: bottom - top, narrowest: narrowest).map {
            Gap(columns: $0.columns.lowerBound + left..<$0.columns.upperBound + left, hasRule: $0.hasRule)
        }
    }

    /// A speck is no ink, a thin line from top to bottom is no letter.
    private static func gaps(in counts: [Int], height: Int, narrowest: Int) -> [Gap] {
        var gaps: [Gap] = []
        var end: Int?
        var rule: Int?
        var column = 0
        while column < counts.count {
            let run = counts[column...].prefix { $0 > 1 }
            guard !run.isEmpty else {
                column += 1
                continue
            }
            if isRule(run, height: height) {
                rule = column
            } else {
                if let end, column - end >= narrowest || rule != nil {
                    gaps.append(Gap(columns: end..<column, hasRule: rule != nil))
                }
                end = column + run.count
                rule = nil
            }
            column += run.count
        }
        return gaps
    }

    private static func isRule(_ run: ArraySlice<Int>, height: Int) -> Bool {
        run.count * 6 <= height && run.contains { $0 * 20 >= height * 19 }
    }
}
