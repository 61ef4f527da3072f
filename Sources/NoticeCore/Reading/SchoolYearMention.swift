/// The school years that a heading names: 令和8年度, R8年度, 2026年度, 令和8(2026)年度.
///
/// 「令和8年4月7日現在」 names none: only 年度 does.
enum SchoolYearMention {
    /// In the order of the text, each once.
    static func years(in text: String) -> [SchoolYear] {
        var found: [SchoolYear] = []
        var scanner = TextScanner(text)
        while !scanner.isAtEnd {
            var ahead = scanner
            if let year = year(&ahead) {
                if !found.contains(year) { found.append(year) }
                scanner = ahead
            } else if scanner.isAtNumber {
                // The digits of one number are looked at once: 「12026年度」 is no year.
                _ = scanner.digits()
            } else {
                scanner.skip()
            }
        }
        return found
    }

    private static func year(_ scanner: inout TextScanner) -> SchoolYear? {
        guard let year = JapaneseDate.year(&scanner), (2000...2100).contains(year) else { return nil }
        let hasYearSign = scanner.take("年度", "年")
        if hasYearSign == "年度" { return SchoolYear(year) }
        if scanner.take("(") != nil {
            guard JapaneseDate.year(&scanner) != nil else { return nil }
            _ = scanner.take("年度", "年")
            guard scanner.take(")") != nil else { return nil }
            return scanner.take("年度") != nil || (hasYearSign != nil && scanner.take("度") != nil)
                ? SchoolYear(year) : nil
        }
        return nil
    }
}
