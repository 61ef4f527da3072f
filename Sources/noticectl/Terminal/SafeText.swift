/// Foreign text made harmless for a terminal: a title must not move the cursor or hide a line.
enum SafeText {
    /// One line: controls become visible, line breaks a space.
    static func line(_ text: some StringProtocol) -> String {
        cleaned(text, keepingLines: false)
    }

    /// Several lines, as a letter's text has them.
    static func paragraph(_ text: some StringProtocol) -> String {
        cleaned(text, keepingLines: true)
    }

    private static func cleaned(_ text: some StringProtocol, keepingLines: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where keepingLines: result.append(scalar)
            case 0x0D: continue
            case 0x09, 0x0A, 0x2028, 0x2029: result.append(" ")
            // C0 and C1 controls, and the marks that reverse the direction of writing.
            case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
