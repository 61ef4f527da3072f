/// The white space that stands for a gap between two words: as many full-width spaces as kanji would fit, as one types it.
enum PrintedSpace {
    /// - Parameter ems: The gap in widths of a kanji.
    static func text(ems: Double) -> String {
        let wide = min(40, Int(ems + 0.3))
        // What remains is at most one half-width space.
        let isHalfLeft = ems - Double(wide) > 0.15
        return String(repeating: "\u{3000}", count: max(0, wide)) + (isHalfLeft || wide == 0 ? " " : "")
    }

    /// The indentation of a line: nothing for less than half a kanji.
    static func indent(ems: Double) -> String { ems < 0.5 ? "" : text(ems: ems) }
}
