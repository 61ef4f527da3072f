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
    /// The headings that stood side by side over columns; the text has the columns one below the other.
    let columnHeading: String?

    init(_ letter: String) {
        let page = PageColumns(letter)
        columnHeading = page.heading
        source = Array(page.text.unicodeScalars)
        var scalars: [Unicode.Scalar] = []
        var origin: [Int] = []
        scalars.reserveCapacity(source.count)
        origin.reserveCapacity(source.count)
        let padding = Self.padding(in: source).union(Self.readings(in: source))
        for (place, scalar) in source.enumerated() where !padding.contains(place) {
            if let voiced = Self.voiced(scalar, after: scalars.last) {
                scalars[scalars.count - 1] = voiced
            } else {
                Self.normalise(scalar) {
                    scalars.append($0)
                    origin.append(place)
                }
            }
        }
        Self.mendDigits(&scalars)
        self.scalars = scalars
        self.origin = origin
        lines = Self.lines(of: scalars)
    }

    private init(_ whole: LetterText, without joints: [Span]) {
        source = whole.source
        columnHeading = whole.columnHeading
        var scalars: [Unicode.Scalar] = []
        var origin: [Int] = []
        scalars.reserveCapacity(whole.count)
        origin.reserveCapacity(whole.count)
        var place = 0
        for joint in joints + [whole.count..<whole.count] {
            scalars += whole.scalars[place..<joint.lowerBound]
            origin += whole.origin[place..<joint.lowerBound]
            place = joint.upperBound
        }
        self.scalars = scalars
        self.origin = origin
        lines = Self.lines(of: scalars)
    }

    /// The same text without some of its blanks; each character still knows its place in the letter.
    func removing(_ joints: [Span]) -> LetterText { joints.isEmpty ? self : LetterText(self, without: joints) }

    private static func lines(of scalars: [Unicode.Scalar]) -> [Span] {
        var lines: [Span] = []
        var start = 0
        for (place, scalar) in scalars.enumerated() where scalar == "\n" {
            lines.append(start..<place)
            start = place + 1
        }
        return lines + [start..<scalars.count]
    }

    /// The length of the matching form.
    var count: Int { scalars.count }

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
        var place = origin[span.lowerBound]..<max(end, origin[last] + 1)
        // Lines that stood side by side on the page are no substring of the letter: the first speaks for all.
        if columnHeading != nil, let stop = source[place].firstIndex(of: "\n") { place = place.lowerBound..<stop }
        view.append(contentsOf: source[place])
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

    /// Whether a line without words is a table's rule: ─────, ├──┼──┤.
    func isRule(_ line: Span) -> Bool { line.contains { (0x2500...0x257F).contains(source[origin[$0]].value) } }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\n" || scalar == "\t"
    }

    /// What character recognition mistakes inside numbers: l0日 is 10日, 3O日 is 30日, ll:3O is 11:30.
    private static func mendDigits(_ scalars: inout [Unicode.Scalar]) {
        func isLike(_ scalar: Unicode.Scalar) -> Bool { "0123456789:lIOo".unicodeScalars.contains(scalar) }
        var place = 0
        while place < scalars.count {
            guard isLike(scalars[place]) else {
                place += 1
                continue
            }
            var end = place
            while end < scalars.count, isLike(scalars[end]) { end += 1 }
            let run = scalars[place..<end]
            if end + 1 < scalars.count, scalars[end] == "\u{4E00}", isLike(scalars[end + 1]), end > place {
                scalars[end] = "-"
            }
            let isWord =
                place > 0 && scalars[place - 1].value < 0x80 && scalars[place - 1].properties.isAlphabetic
                || end < scalars.count && scalars[end].value < 0x80 && scalars[end].properties.isAlphabetic
            let isDay = run.count == 2 && end < scalars.count && "月火水木金土日(".unicodeScalars.contains(scalars[end])
            if !isWord, run.count <= 5, run.contains(where: { digit($0) != nil }) || isDay {
                for index in place..<end {
                    if scalars[index] == "l" || scalars[index] == "I" { scalars[index] = "1" }
                    if scalars[index] == "O" || scalars[index] == "o" { scalars[index] = "0" }
                }
            }
            place = end
        }
    }

    /// The blanks of words that are spread over their line: 「個 人 懇 談 の お 知 ら せ」, 「会　員　各　位」.
    ///
    /// Three single characters at least, one blank between each; a row of weekdays (月 火 水) is no word.
    private static func padding(in source: [Unicode.Scalar]) -> Set<Int> {
        var padding: Set<Int> = []
        var run: [Int] = []
        func flush() {
            // 「一　日　時」: the number is the list's.
            if run.count >= 3, "一二三四五六七八九十".unicodeScalars.contains(source[run[0]]) { run.removeFirst() }
            let isWord =
                run.count >= 3
                || run.count == 2 && pairs.contains(String(String.UnicodeScalarView(run.map { source[$0] })))
            if isWord, !run.allSatisfy({ "月火水木金土日曜祝".unicodeScalars.contains(source[$0]) }) {
                padding.formUnion(zip(run, run.dropFirst()).flatMap { $0 + 1..<$1 })
            }
            run = []
        }
        for place in source.indices where isWide(source[place]) {
            let isAlone =
                (place == 0 || !isWide(source[place - 1])) && (place + 1 == source.count || !isWide(source[place + 1]))
            guard isAlone else { flush(); continue }
            if let last = run.last,
                place - last > 3 || place - last < 2 || !source[last + 1..<place].allSatisfy(isBlank)
                    || place - last == 3 && run.count > 1
            {
                flush()
            }
            run.append(place)
        }
        flush()
        return padding
    }

    /// 授業（じゅぎょう）: how words are read, in a letter that tells it throughout.
    private static func readings(in source: [Unicode.Scalar]) -> Set<Int> {
        var readings: [Range<Int>] = []
        for place in source.indices.dropFirst() where source[place] == "(" || source[place] == "\u{FF08}" {
            guard (0x4E00...0x9FFF).contains(source[place - 1].value) else { continue }
            var end = place + 1
            while end < source.count, end - place <= 12, (0x3041...0x3096).contains(source[end].value) { end += 1 }
            guard end > place + 1, end < source.count, source[end] == ")" || source[end] == "\u{FF09}" else { continue }
            readings.append(place..<end + 1)
        }
        return readings.count >= 5 ? Set(readings.joined()) : []
    }

    /// Words of two characters that are often set wide.
    private static let pairs: Set<String> = [
        "日時", "場所", "期日", "会場", "時間", "時程", "対象", "期間", "受付", "集合", "解散", "費用", "内容", "休業", "行事", "議案", "議題", "提出",
        "中止", "延期", "締切", "申込", "下校", "練習", "応援", "日程", "出欠", "雨天", "順延", "総会", "開始", "休み", "年始", "会長", "校長", "教頭",
        "部長", "委員", "顧問", "担任", "学年", "品名", "品目", "価格", "金額", "氏名", "種目", "地区",
    ]

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x30FE).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" }

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
        // 曰 is what character recognition makes of 日; no letter says 曰く.
        case 0x66F0: append("日")
        case 0x2026, 0x22EF, 0x2025: append("…")
        case 0x3041...0x30FE, 0x4E00...0x9FFF, 0x2460...0x24FF, 0x2776...0x2793: append(scalar)
        case 0xFF01...0xFF5D: append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case 0x3008: append("(")
        case 0x3009: append(")")
        default: for each in String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars { append(each) }
        }
    }
}
