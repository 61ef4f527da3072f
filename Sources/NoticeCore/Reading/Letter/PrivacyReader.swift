/// Proposes privacy flags from the text of a letter (SECURITY, "Consent and images"); codes of `testdata/SCHEMA.md`.
struct PrivacyReader {
    let flags: [PrivacyFlag]
    /// Where rows of single children stand.
    let childRows: [LetterText.Span]
    let explicit: LetterText.Span?

    private static let confidential: [Word] = [
        "取扱注意", "取り扱い注意", "取扱いにご注意", "取り扱いにご注意", "取扱いには", "取り扱いには", "見せないで", "部外秘", "口外", "転載を禁", "外部に出さない", "ほかのご家庭に",
        "他のご家庭に", "他言", "秘)", "公開しないで", "お見せにならない", "個人情報が含まれ", "個人情報を含",
    ]

    init(text: LetterText, lines: [LetterLine]) {
        explicit = text.first(of: Self.confidential, in: 0..<text.count)
        let people: [Word] = [
            "たんじょう", "誕生", "生まれ", "うまれ", "金賞", "銀賞", "銅賞", "佳作", "入賞", "優勝", "表彰", "特選", "入選", "最優秀", "優秀賞", "氏名", "名簿",
            "メンバー",
        ]
        var near = 0
        var rows: [LetterText.Span] = []
        var slots = 0
        var named = 0
        var areas = 0
        for line in text.lines {
            if text.contains(people, in: line) {
                near = 8
            } else if text.trimmed(line).isEmpty {
                near = 0
            } else {
                near -= 1
            }
            let names = NameFinder(text: text, allowsKana: near > 0)
            let count = names.names(in: line)
            named += count
            if count > 0 { rows.append(line) }
            let times = TimeScanner(text: text).times(in: line)
            if count > 0, !times.isEmpty, !Self.isArea(line, text: text) { slots += 1 }
            areas += Self.cells(of: line, text: text).count { Self.isArea($0, text: text) }
        }
        childRows = rows
        var flags: [PrivacyFlag] = []
        if named >= 2 || (named == 1 && explicit != nil) { flags.append(.namesChildren) }
        if slots >= 2 { flags.append(.perChildSlots) }
        if areas >= 3 { flags.append(.areaAssignment) }
        self.flags = flags
    }

    /// A row between rules is one cell; elsewhere wide gaps part what stands side by side.
    private static func cells(of line: LetterText.Span, text: LetterText) -> [LetterText.Span] {
        if text.scalars[line].contains("|") || !text.contains(["…", "...", "・・・"], in: line) { return [line] }
        return text.cells(of: line, gap: 4)
    }

    /// 1班 … 公園前 7:30: a row of a rota by district.
    private static func isArea(_ line: LetterText.Span, text: LetterText) -> Bool {
        guard let area = text.first(of: ["班", "丁目", "町内", "地区", "通学団", "町"], in: line),
            area.lowerBound - line.lowerBound <= 40
        else { return false }
        guard !text.contains(["町立", "。", "町長"], in: line) else { return false }
        return text.contains(
            [
                "前", "角", "交差点", "横断", "公園", "信号", "橋", "踏切", "入口", "店", "正門", "の角", "たもと", "集会所", "神社", "広場", "駐車場",
                "ポスト", "グラウンド", "バス停", "公民館",
            ],
            in: line)
    }
}

/// Finds children's names: a family name and a given name side by side, as class lists write them.
struct NameFinder {
    let text: LetterText
    /// Where birthdays or prizes are told, names in kana count too.
    var allowsKana = false

    private static let titles: [Word] = [
        "校長", "教頭", "会長", "担任", "委員長", "部長", "教諭", "養護", "講師", "先生", "医", "副会長", "主任", "事務", "顧問", "監督", "栄養", "発行",
        "責任者", "氏", "館長", "代表", "市長", "理事", "書記", "会計", "監査", "文責", "コーチ", "名誉", "カウンセラー",
    ]

    /// How many names stand in a line.
    func names(in line: LetterText.Span) -> Int {
        guard !text.contains(Self.titles, in: line), !text.contains(["。"], in: line),
            !text.contains(LetterWords.menu, in: line)
        else { return 0 }
        return text.all(in: line) { place in
            let end =
                name(at: place, before: line.upperBound)
                ?? (allowsKana ? kanaName(at: place, before: line.upperBound) : nil)
                ?? called(at: place, before: line.upperBound)
            return end.map { ((), $0) }
        }.count
    }

    /// 山本 りく, 北村 あおい: kanji, one blank, two to four kana (or kanji before a gap).
    private func name(at place: Int, before limit: Int) -> Int? {
        guard place == 0 || !isKanji(text.scalars[place - 1]) else { return nil }
        var family = place
        while family < limit, isKanji(text.scalars[family]) { family += 1 }
        guard (1...3).contains(family - place), family < limit, text.scalars[family] == " " else { return nil }
        let given = text.skippingSpaces(family, before: limit)
        guard given - family <= 2 else { return nil }
        var end = given
        while end < limit, isKana(text.scalars[end]) { end += 1 }
        guard (2...4).contains(end - given), end == limit || !isKanji(text.scalars[end]) && !isKana(text.scalars[end])
        else { return nil }
        let words: [Word] = [
            "から", "まで", "など", "ほか", "のみ", "より", "です", "では", "ます", "こと", "もの", "とき", "ところ", "について", "について", "あり", "なし",
            "ごろ", "ください", "みんな", "すべて", "たち", "おやつ", "タオル", "プリント",
        ]
        if words.contains(where: { text.has($0, at: given, before: end) }) { return nil }
        return end
    }

    /// 「はせがわ ひな」
    private func kanaName(at place: Int, before limit: Int) -> Int? {
        guard place == 0 || !isLetter(text.scalars[place - 1]) else { return nil }
        var family = place
        while family < limit, isKana(text.scalars[family]) { family += 1 }
        guard (2...5).contains(family - place), family < limit, text.scalars[family] == " ", family + 1 < limit,
            text.scalars[family + 1] != " "
        else { return nil }
        var end = family + 1
        while end < limit, isKana(text.scalars[end]) { end += 1 }
        guard (2...4).contains(end - family - 1) else { return nil }
        return end == limit || !isKanji(text.scalars[end]) ? end : nil
    }

    /// 「かなもり いつきさん」: two words and さん, くん or 君.
    private func called(at place: Int, before limit: Int) -> Int? {
        guard place == 0 || !isLetter(text.scalars[place - 1]) else { return nil }
        var family = place
        while family < limit, isLetter(text.scalars[family]) { family += 1 }
        guard (1...5).contains(family - place), family < limit, text.scalars[family] == " " else { return nil }
        let given = text.skippingSpaces(family, before: limit)
        guard given - family <= 2 else { return nil }
        var end = given
        while end < limit, isLetter(text.scalars[end]),
            text.end(of: ["さん", "くん", "君", "ちゃん"], at: end, before: limit) == nil
        { end += 1 }
        guard (1...5).contains(end - given) else { return nil }
        return text.end(of: ["さん", "くん", "君", "ちゃん"], at: end, before: limit)
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool { isKanji(scalar) || isKana(scalar) }
    private func isKanji(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) || scalar == "々" }
    private func isKana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x30FF).contains(scalar.value) }
}
