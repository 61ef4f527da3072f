import Foundation

/// Finds what a letter is about: the line that ends in について, のお知らせ or ご案内.
struct LetterTitle {
    let text: LetterText
    let lines: [LetterLine]
    let head: Int

    private static let endings: [Word] = [
        "について", "のお知らせ", "お知らせ", "のご案内", "ご案内", "案内", "のお願い", "お願い", "の実施", "の開催", "の募集", "募集", "おしらせ", "通知", "しおり",
        "手引き", "が始まります", "がはじまります", "ご質問", "時間割", "割り当て", "分担表", "一覧表", "動き", "要項",
        "のご連絡", "連絡",
        "お詫び", "訂正", "延期", "中止", "変更", "計画", "予定", "日程", "当番表", "割当", "一覧", "ご協力", "おねがい",
    ]
    private static let newsletters: [Word] = ["だより", "便り", "通信", "たより", "号", "News", "NEWS", "ニュース", "会報", "広報"]
    private static let people: [Word] = [
        "みなさん", "おうち", "ひとへ", "方へ", "家庭へ", "校長", "会長", "教頭", "担任", "保護者", "各位", "皆様", "様", "委員長", "発行",
    ]

    static func isTitle(_ span: LetterText.Span, of text: LetterText) -> Bool {
        text.contains(endings, in: span)
    }

    func find() -> (String?, LetterText.Span?) {
        var best: (score: Int, span: LetterText.Span)?
        for (index, line) in lines.prefix(max(head, 1) + 1).enumerated() where line.label == nil {
            for cell in cells(of: line.span) {
                let score = score(cell, index: index)
                if score > 0, score > best?.score ?? 0 { best = (score, cell) }
            }
        }
        guard let best, let title = cleaned(best.span) else { return (nil, nil) }
        // A calendar or a newsletter is no event.
        guard !["予定", "行事", "カレンダー", "だより"].contains(where: title.contains) || title.contains("行事の") else {
            return (nil, nil)
        }
        return (title, best.span)
    }

    /// Without a title line: 「左記により記念式典を挙行いたしたく」 says what the letter is about.
    func announced() -> (String?, LetterText.Span?) {
        let verbs: [Word] = ["を挙行", "を開催", "を実施", "を行います", "を行いま", "を催", "を開き"]
        for line in lines.prefix(20) where line.label == nil {
            guard let verb = text.first(of: verbs, in: line.span) else { continue }
            var start = verb.lowerBound
            while start > line.span.lowerBound, !" 、。\n".unicodeScalars.contains(text.scalars[start - 1]),
                text.ends(with: ["により", "のとおり", "の通り", "では", "には"], line.span.lowerBound..<start) == nil
            { start -= 1 }
            guard verb.lowerBound - start >= 2, verb.lowerBound - start <= 24,
                DateScanner(text: text).dates(in: start..<verb.lowerBound).isEmpty
            else { continue }
            return (Self.withoutYear(text.string(start..<verb.lowerBound)), start..<verb.lowerBound)
        }
        return (nil, nil)
    }

    /// Blanks that part what stands side by side in a head: six, as sender and date are set far from the title.
    static let gap = 6

    /// The parts of a head line that wide gaps separate; a narrow gap belongs to the title (令和7年度　運動会について).
    private func cells(of span: LetterText.Span) -> [LetterText.Span] {
        text.cells(of: span, gap: Self.gap)
    }

    private func score(_ cell: LetterText.Span, index: Int) -> Int {
        guard cell.count >= 3, cell.count <= 60, text.scalars[cell].dropLast().contains("。") == false else { return 0 }
        if text.contains(["申し上げ", "存じ", "いたしま", "ください"], in: cell) { return 0 }
        var score = 0
        if text.contains(Self.endings, in: cell) { score += 10 }
        if text.ends(with: Self.endings, withoutBrackets(cell)) != nil { score += 6 }
        if text.contains(Self.people, in: cell) { score -= 8 }
        if text.contains(Self.newsletters, in: cell), !text.contains(["について", "案内", "お知らせ", "募集"], in: cell) {
            score -= 20
        }
        if text.contains(["学校", "小学", "中学"], in: cell), !text.contains(["について", "案内"], in: cell) { score -= 3 }
        return score - index / 4
    }

    private func withoutBrackets(_ span: LetterText.Span) -> LetterText.Span {
        var span = text.trimmed(span)
        while span.count > 1, [")", "】", "》", ">", "」"].contains(text.scalars[span.upperBound - 1]),
            let open = text.scalars[span].lastIndex(where: { ["(", "【", "《", "<", "「"].contains($0) })
        {
            let rest = text.trimmed(span.lowerBound..<open)
            if rest.isEmpty { return text.trimmed(open + 1..<span.upperBound - 1) }
            span = rest
        }
        return span
    }

    /// 令和7年度　運動会の開催について（ご案内） → 運動会.
    func cleaned(_ span: LetterText.Span) -> String? {
        var title = text.string(withoutBrackets(span))
        for head in ["件名:", "件名", "表題:", "タイトル:"] where title.hasPrefix(head) {
            title = String(title.dropFirst(head.count)).trimmed
        }
        title = Self.withoutYear(title)
        if let close = title.firstIndex(of: "】"), title.hasPrefix("【") {
            title = String(title[title.index(after: close)...]).trimmed
        }
        for mark in ["のご案内", "のお知らせ", "のお願い", "について"] {
            if let range = title.range(of: mark), range.lowerBound > title.startIndex,
                title[range.upperBound...].contains(where: { "&・と/".contains($0) })
            {
                title = String(title[..<range.lowerBound])
            }
        }
        // 「修学旅行　台風が近づいた場合の対応」
        if let gap = title.range(of: "  "), ["場合", "とき", "対応"].contains(where: title[gap.upperBound...].contains) {
            title = String(title[..<gap.lowerBound])
        }
        // 「台風接近に伴う校外学習」: why is not what.
        for reason in ["に伴う", "にともなう", "による"] {
            if let range = title.range(of: reason), title[range.upperBound...].count >= 3 {
                title = String(title[range.upperBound...])
            }
        }
        var didCut = true
        while didCut {
            didCut = false
            for ending in Self.cuts where title.hasSuffix(ending) && title.count > ending.count {
                title = String(title.dropLast(ending.count)).trimmed
                didCut = true
            }
        }
        return title.isEmpty ? nil : title
    }

    /// Endings that say what the letter does, not what happens.
    private static let cuts = [
        "について", "に関して", "に関する", "のお知らせ", "お知らせ", "おしらせ", "のおしらせ", "のご案内", "ご案内", "の案内", "案内", "のお願い", "お願い", "おねがい",
        "の開催", "の実施", "の挙行",
        "の日程変更", "日程変更", "の期日", "の日時", "の日程", "の締切", "の実施計画", "実施計画", "の変更", "の延期", "延期", "の中止", "中止", "の募集", "の通知",
        "実施要項", "の日程", "のご連絡", "の連絡", "の訂正", "訂正",
        "のお詫び", "お詫び", "と訂正", "の",
        "・", "と", "、", "に伴う", "開催", "実施", "(", "への参加", "へのご参加", "のご協力", "への協力", "へのご協力", "です。", "です", "。", "のしおり",
        "しおり", "の手引き", "の時間割", "時間割", "当日の動き", "その1", "その2", "その3", "(保護者版)", "(保護者用)", "第1報", "第2報", "の時間", "・訂正", "等",
        "延期・",
        "に係る", "の対応", "が始まります", "がはじまります", "地区別分担表", "分担表",
    ]

    static func withoutYear(_ title: String) -> String {
        var title = title
        if let match = title.range(of: "^(令和|R|20)[0-9元〇一二三四五六七八九十]+年?度?[ ]*", options: .regularExpression) {
            title.removeSubrange(match)
        }
        if let match = title.range(of: "^第[0-9〇一二三四五六七八九十]+回[ ]*", options: .regularExpression) {
            title.removeSubrange(match)
        }
        if let match = title.range(of: "^(第?[0-9]+(学年|年生|年)|[0-9]年[0-9]組)[ の]+", options: .regularExpression) {
            title.removeSubrange(match)
        }
        if let match = title.range(of: "^[0-9]+月の", options: .regularExpression) { title.removeSubrange(match) }
        return title.trimmed
    }
}

extension String {
    var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
