/// Tells what a careful reader would be told before confirming the drafts of a letter.
struct WarningReader {
    let walk: LetterWalk
    let drafts: [LetterDraft]
    let privacy: PrivacyReader

    private var text: LetterText { walk.text }
    private var whole: LetterText.Span { 0..<text.count }

    func warnings() -> [ReadingWarning] {
        [
            mismatches,
            [changes, tentative, nextYear, rollover, contingency, columns, health, confidential].compactMap { $0 },
        ].flatMap { $0 }
    }

    private var mismatches: [ReadingWarning] {
        walk.mismatches.map { mismatch in
            var warning = warning(.weekdayMismatch, mismatch.span)
            warning.numeric = mismatch.numeric.text
            warning.realWeekday = Self.weekdays[mismatch.numeric.weekday - 1]
            warning.alternatives = mismatch.alternatives.map(\.text)
            warning.resolved = mismatch.resolved?.text
            return warning
        }
    }

    private static let weekdays = ["月", "火", "水", "木", "金", "土", "日"]

    /// A correction or a postponement, with what it replaces.
    private var changes: ReadingWarning? {
        let replaces = drafts.compactMap { draft in
            draft.superseded.map {
                ReadingWarning.Replaced(
                    title: draft.title, start: $0.text + (draft.supersededStart.map { "T" + $0.text } ?? ""))
            }
        }
        let correction = text.first(of: LetterWords.corrections, in: whole)
        if let correction, !replaces.isEmpty || text.contains(["正しくは", "訂正"], in: whole) {
            var warning = warning(.correction, line(around: correction))
            warning.replaces = replaces
            return warning
        }
        guard
            let moved = walk.moves.first
                ?? drafts.first(where: { $0.superseded != nil || $0.status == .rescheduled })?.evidence
        else { return nil }
        var warning = warning(.reschedule, moved)
        warning.replaces = replaces
        return warning
    }

    private var tentative: ReadingWarning? {
        let words: [Word] = [
            "変更する場合があ", "変更になる場合があ", "変更になることがあ", "変更することがあ", "変更となる場合があ", "変更の場合があ", "予定は変更", "予定です。変", "変更もあり",
            "変更があり得", "変わることがあ", "変わる場合があ", "(案)", "素案", "現時点での予定", "現時点の予定", "変更となることがあ", "変わるとき", "変更するとき", "計画です",
            "現在の計画", "現在の予定", "変更が生じる", "変更になるときが",
        ]
        return text.first(of: words, in: whole).map { warning(.tentativeDocument, line(around: $0)) }
    }

    private var nextYear: ReadingWarning? {
        drafts.first { $0.first.schoolYear > walk.facts.issued.schoolYear }.map {
            warning(.nextSchoolYear, $0.evidence)
        }
    }

    private var rollover: ReadingWarning? {
        if let draft = drafts.first(where: { $0.isNewGrade && $0.first.schoolYear > walk.facts.issued.schoolYear }) {
            return warning(.gradeRollover, draft.evidence)
        }
        // The families of next year's first grade are in no grade yet.
        if walk.facts.isForNewcomers,
            let draft = drafts.first(where: { $0.first.schoolYear > walk.facts.issued.schoolYear })
        {
            return warning(.gradeRollover, draft.evidence)
        }
        return nil
    }

    private var contingency: ReadingWarning? {
        let swaps: [Word] = ["入れかえ", "入れ替え", "入替", "入れ換え"]
        for line in walk.lines
        where text.contains(["場合は臨時休業", "場合は休校", "場合は、臨時休業", "場合は、休校"], in: line.span)
            || text.contains(swaps, in: line.span) && text.contains(["雨", "荒天", "天候"], in: line.span)
        {
            return warning(.contingency, line.span)
        }
        return walk.contingencies.first.map { warning(.contingency, $0) }
    }

    /// Days of two columns on one line: the second jumps ahead of the next line's first.
    private var columns: ReadingWarning? {
        let scanner = DateScanner(text: text)
        var wide = 0
        var pairs: [(first: Int, second: Int, line: LetterText.Span)] = []
        for line in text.lines {
            let dates = scanner.dates(in: line).filter { $0.month == nil && $0.weekday != nil }
            guard dates.count == 2, case .number(let first) = dates[0].day, case .number(let second) = dates[1].day,
                dates[0].span.lowerBound - line.lowerBound <= 6
            else { continue }
            let gap = dates[0].span.upperBound..<dates[1].span.lowerBound
            guard text.string(gap).trimmed.count != 1 else { continue }
            if text.first(of: ["  "], in: gap) != nil { wide += 1 }
            pairs.append((first, second, line))
        }
        let crossed = zip(pairs, pairs.dropFirst()).filter {
            $0.second > $1.first && $0.first < $1.first && $0.second < $1.second
        }
        if let heading = text.columnHeading {
            return ReadingWarning(code: .ocrColumns, text: heading.trimmed)
        }
        // A scan may lose the gap between its columns.
        guard crossed.count >= (wide >= 3 ? 2 : 5), let line = pairs.first?.line else { return nil }
        return warning(.ocrColumns, line)
    }

    private static let illnesses: [Word] = [
        "インフルエンザ", "かぜ", "風邪", "感染性胃腸炎", "コロナ", "水ぼうそう", "水痘", "手足口病", "溶連菌", "胃腸炎", "おたふく", "発熱", "感染症", "りんご病", "百日咳",
        "マイコプラズマ", "はしか", "嘔吐",
    ]
    private static let spreads: [Word] = [
        "欠席した", "診断され", "欠席が増", "欠席が急", "による欠席", "欠席者", "流行", "学級閉鎖", "学年閉鎖", "出席停止", "り患", "罹患", "発症", "感染が広", "患者",
        "体調不良", "かかって",
        "休んで", "感染者",
        "が増えて",
    ]

    /// Illness in a class.
    private var health: ReadingWarning? {
        for line in walk.lines
        where text.contains(Self.illnesses, in: line.span) && text.contains(Self.spreads, in: line.span) {
            return warning(.sensitiveHealth, line.span)
        }
        return nil
    }

    private var confidential: ReadingWarning? {
        if let explicit = privacy.explicit { return warning(.doNotPublish, line(around: explicit)) }
        guard privacy.flags.contains(.namesChildren), privacy.childRows.count >= 2 else { return nil }
        return privacy.childRows.first.map { warning(.doNotPublish, $0) }
    }

    // MARK: -

    private func warning(_ code: ReadingWarning.Code, _ span: LetterText.Span) -> ReadingWarning {
        ReadingWarning(code: code, text: text.evidence(span))
    }

    private func line(around span: LetterText.Span) -> LetterText.Span {
        text.lines.first { $0.contains(span.lowerBound) } ?? span
    }
}
