/// What the first word of a line promises: 日時, 場所, 持ち物 …
///
/// A new wording is one word in ``words``.
enum LetterLabel: CaseIterable {
    case former, when, hours, place, items, audience, rain, reserve, gathering, parting, reception, deadline,
        deadlineList, target, aside

    /// The wordings of each label, the longer before the shorter that it begins with.
    var words: [Word] {
        switch self {
        case .former: ["変更前", "変更前の日時", "旧日程", "当初の予定", "当初の日程", "誤", "(誤)", "旧", "延期前"]
        case .when:
            [
                "開催日時", "実施日時", "日時", "試験日", "検査日", "日付", "にちじ", "期日", "期間", "実施期間", "日程", "日にち", "実施日", "開催日", "閉鎖の期間",
                "閉鎖期間", "休業期間",
                "休業の期間", "期間・時間", "日時等", "とき", "いつ", "いつ・どこで", "日と場所", "日時・場所", "日時と場所", "日時及び場所", "月日", "日取り",
                "実施期日", "会期", "新日程", "変更後の日時", "変更後", "正", "(正)", "新", "延期後",
            ]
        case .hours: ["時間", "じかん", "時こく", "開始", "時程", "時刻", "開始時刻", "タイムテーブル", "当日日程", "当日の時程", "式後", "式の後"]
        case .place:
            ["開催場所", "実施場所", "場所", "会場", "ところ", "どこ", "ばしょ", "行き先", "行先", "目的地", "見学先", "コース", "会場校", "宿泊先", "方面"]
        case .items:
            [
                "持ち物", "持物", "もちもの", "もってくるもの", "もっていくもの", "用意するもの", "準備物", "持参品", "用意する物", "もち物", "準備するもの", "携行品",
                "ご持参いただくもの", "ご持参品", "御持参品", "当日の持ち物",
                "お持ちいただくもの", "お持ちください", "持ってくるもの", "持ってくる物", "もって来る物", "持っていくもの", "必要な物", "準備",
            ]
        case .audience: ["対象学年", "対象者", "対象", "参加対象", "参加者", "出席者", "出席", "参加", "だれが"]
        case .rain:
            [
                "雨天の場合", "雨天などの場合", "雨天時", "雨天", "天候による対応", "荒天の場合", "荒天時", "悪天候の場合", "延期の場合", "雨のとき", "天候について",
                "天気が悪いとき",
                "天気がわるいとき", "雨の場合", "雨天のとき", "悪天候時", "天候不良の場合", "雨天順延", "雨だったら", "あめのとき",
            ]
        case .reserve: ["予備日", "順延日", "延期日", "よびび"]
        case .gathering: ["生徒集合", "児童集合", "集合時刻", "集合時間", "集合", "集合場所", "出発"]
        case .parting: ["解散時刻", "解散時間", "解散", "帰着", "到着"]
        case .reception: ["受付時間", "受付"]
        case .deadline:
            [
                "提出期限", "提出締切", "提出〆切", "回答期限", "返信期限", "締切日", "締め切り", "締切", "〆切", "しめきり", "申込期限", "申込締切", "申込〆切",
                "申し込み〆切", "申込しめきり", "申込期間",
                "申し込み期限",
                "応募締切", "応募期限", "期限", "提出期日", "申請期限", "納入期限", "回収日",
            ]
        case .deadlineList:
            ["提出物", "提出書類", "提出していただくもの", "出すもの", "集めるもの", "申込方法", "申込み方法", "申込み", "申込", "申し込み", "出欠", "返信", "提出"]
        case .target: ["内容", "活動内容", "行事名", "名称", "件名", "行事"]
        case .aside:
            [
                "議題", "費用", "参加費", "経費", "会費", "問い合わせ", "問合せ", "問合せ先", "連絡先", "講師", "主催", "服装", "交通", "次第", "内訳", "定員",
                "流れ", "日課", "次第", "当日の流れ", "当日の日程", "応援", "主な流れ",
            ]
        }
    }
}

extension LetterText {
    struct FoundLabel: Equatable {
        let label: LetterLabel
        /// The label's own words, 「応募締切」.
        let span: Span
        /// Where what it labels begins.
        let content: Int
    }

    /// The label with which the span begins; blanks may stand between its letters (日　時).
    func label(at start: Int, before limit: Int) -> FoundLabel? {
        var open = start
        if let inside = end(of: ["【", "[", "<", "《", "「", "≪", "〔"], at: start, before: limit) { open = inside }
        var best: FoundLabel?
        for label in LetterLabel.allCases {
            for word in label.words {
                guard let end = spaced(word, at: open, before: limit),
                    let content = word.text.hasSuffix(")")
                        ? skippingSpaces(end, before: limit)
                        : content(after: end, isEnclosed: open > start, before: limit)
                else { continue }
                if let best, best.span.count >= end - open { continue }
                best = FoundLabel(label: label, span: open..<end, content: content)
            }
        }
        return best
    }

    private func spaced(_ word: Word, at start: Int, before limit: Int) -> Int? {
        var place = start
        for (index, scalar) in word.text.unicodeScalars.enumerated() {
            if index > 0 { place = skippingSpaces(place, before: limit) }
            guard place < limit, scalars[place] == scalar else { return nil }
            place += 1
        }
        return place
    }

    /// A label is followed by a colon, a gap, a remark in brackets or the line's end, else it is an ordinary word.
    private func content(after end: Int, isEnclosed: Bool, before limit: Int) -> Int? {
        var place = end
        if isEnclosed {
            guard
                let close = self.end(
                    of: ["】", "]", ">", "》", "」", "≫", "〕"], at: skippingSpaces(place, before: limit), before: limit)
            else { return nil }
            return skippingSpaces(self.end(of: [":", "…"], at: close, before: limit) ?? close, before: limit)
        }
        if place < limit, scalars[place] == "(", let close = closing(of: place, before: limit) {
            place = close
            if place == limit || LetterText.isSpace(scalars[place]) || scalars[place] == ":" {
                return skippingSpaces(self.end(of: [":"], at: place, before: limit) ?? place, before: limit)
            }
            return nil
        }
        guard place < limit else { return limit }
        if LetterText.isSpace(scalars[place]) {
            place = skippingSpaces(place, before: limit)
            return skippingSpaces(
                self.end(of: [":", "…", "-", "|", "→"], at: place, before: limit) ?? place, before: limit)
        }
        guard let close = self.end(of: [":", "……", "…", "・・・", "|", "->", "→", "="], at: place, before: limit) else {
            return nil
        }
        place = close
        while let more = self.end(of: ["…", "・", ":", "."], at: place, before: limit) { place = more }
        return skippingSpaces(place, before: limit)
    }

    /// The place after the bracket that closes the one at `open`, on the same line.
    func closing(of open: Int, before limit: Int) -> Int? {
        var depth = 0
        var place = open
        while place < limit {
            switch scalars[place] {
            case "(": depth += 1
            case ")":
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
            place += 1
        }
        return nil
    }
}
