import Foundation

/// A letter in the form used for matching, each character tied to its place in the source.
///
/// Matching form: NFKC, the many wave dashes as `~`, the many hyphens as `-`, vertical rules as `|`, every other table rule as
/// a space. Circled numbers (①) stay what they are, because NFKC would turn a list's number into part of a date. Evidence is
/// cut out of the source, so it is always an exact substring of the letter.
struct LetterText: Sendable {
    typealias Span = Range<Int>

    let source: [Unicode.Scalar]
    let scalars: [Unicode.Scalar]
    /// For each scalar of the matching form, the place in `source` it came from.
    private let origin: [Int]
    /// The lines without their line breaks.
    let lines: [Span]

    init(_ text: String) {
        source = Array(text.unicodeScalars)
        var scalars: [Unicode.Scalar] = []
        var origin: [Int] = []
        scalars.reserveCapacity(source.count)
        origin.reserveCapacity(source.count)
        for (place, scalar) in source.enumerated() {
            if let voiced = Self.voiced(scalar, after: scalars.last) {
                scalars[scalars.count - 1] = voiced
            } else {
                Self.normalise(scalar) {
                    scalars.append($0)
                    origin.append(place)
                }
            }
        }
        self.scalars = scalars
        self.origin = origin
        var lines: [Span] = []
        var start = 0
        for (place, scalar) in scalars.enumerated() where scalar == "\n" {
            lines.append(start..<place)
            start = place + 1
        }
        lines.append(start..<scalars.count)
        self.lines = lines
    }

    /// The matching form of a span.
    func string(_ span: Span) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[span])
        return String(view)
    }

    /// The very characters of the letter from which a span came.
    func evidence(_ span: Span) -> String {
        let span = trimmed(span)
        guard let last = span.last else { return "" }
        let end = span.upperBound < origin.count ? origin[span.upperBound] : source.count
        var view = String.UnicodeScalarView()
        // One source character may give several (㈪ is "(月)"): take all that it gave.
        view.append(contentsOf: source[origin[span.lowerBound]..<max(end, origin[last] + 1)])
        return String(view).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The span without white space at its ends.
    func trimmed(_ span: Span) -> Span {
        var low = span.lowerBound
        var high = span.upperBound
        while low < high, Self.isSpace(scalars[low]) { low += 1 }
        while high > low, Self.isSpace(scalars[high - 1]) { high -= 1 }
        return low..<high
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\n" || scalar == "\t"
    }

    /// ｶ and ﾞ are two characters in half-width writing.
    private static func voiced(_ mark: Unicode.Scalar, after last: Unicode.Scalar?) -> Unicode.Scalar? {
        let combining: Unicode.Scalar
        switch mark {
        case "\u{FF9E}", "\u{3099}": combining = "\u{3099}"
        case "\u{FF9F}", "\u{309A}": combining = "\u{309A}"
        default: return nil
        }
        guard let last else { return nil }
        var pair = String.UnicodeScalarView()
        pair.append(last)
        pair.append(combining)
        let composed = String(pair).precomposedStringWithCanonicalMapping.unicodeScalars
        return composed.count == 1 ? composed.first : nil
    }

    private static func normalise(_ scalar: Unicode.Scalar, append: (Unicode.Scalar) -> Void) {
        switch scalar.value {
        case 0x0A: append("\n")
        case 0x0D, 0xFEFF, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: break
        case 0x09: for _ in 0..<2 { append(" ") }
        case 0x21...0x7B, 0x7D: append(scalar)
        case 0x0C: append("\n")
        case 0x20, 0xA0, 0x2002...0x200A: append(" ")
        // A full-width blank is two columns wide: two blanks are a gap between cells.
        case 0x3000: for _ in 0..<2 { append(" ") }
        case 0x7C, 0xFF5C, 0x2502, 0x2503, 0x2551, 0xFFE8: append("|")
        case 0x2500...0x257F: append(" ")
        case 0x7E, 0x301C, 0xFF5E, 0x223C, 0x2053, 0x02DC: append("~")
        case 0x2010...0x2015, 0x2212, 0xFF0D, 0xFE63: append("-")
        case 0x3041...0x30FE, 0x4E00...0x9FFF, 0x2460...0x24FF, 0x2776...0x2793: append(scalar)
        case 0xFF01...0xFF5D: append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case 0x3008: append("(")
        case 0x3009: append(")")
        default: for each in String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars { append(each) }
        }
    }
}
