import Foundation

/// Reads places and things to bring out of a sentence.
struct ItemDetails {
    let text: LetterText
    let audiences: AudienceScanner

    // MARK: - Things to bring

    private static let itemLabels: [Word] = ["持ち物", "持物", "もちもの", "もってくるもの", "用意するもの", "準備物", "各自持参"]

    /// The things behind 持ち物 in a line, or the lunch that it asks for.
    func items(in span: LetterText.Span) -> [String] {
        if let label = text.first(of: Self.itemLabels, in: span) {
            var start = label.upperBound
            if start < span.upperBound, text.scalars[start] == "(",
                let close = text.closing(of: start, before: span.upperBound)
            {
                // 「持ち物（エプロン、三角巾）も変わりません」 names them in the bracket.
                if text.end(of: ["も", "は", "に", "など"], at: close, before: span.upperBound) != nil {
                    return list(start + 1..<close - 1)
                }
                start = close
            }
            while let next = text.end(of: [":", " ", "…", "・", "は", "】", "-", "→"], at: start, before: span.upperBound)
            { start = next }
            var end = span.upperBound
            if let stop = text.first(of: ["。", "※", "\n・", "\n※", "|"], in: start..<end) { end = stop.lowerBound }
            return list(start..<end)
        }
        if let cell = bareItems(in: span) { return cell }
        if let asked = asked(in: span) { return asked }
        for (word, item) in Self.lunches where text.contains([word], in: span) { return [item] }
        return []
    }

    /// 「お弁当・水筒を持たせてください」
    private func asked(in span: LetterText.Span) -> [String]? {
        let verbs: [Word] = [
            "を もってき", "を 持ってき", "を もたせ", "を 持たせ", "を持たせて", "を持ってき", "をお持ち", "をご持参", "をもってき", "をもたせて", "を持参して", "を必ず持",
            "を忘れずに", "が必要です",
            "をご用意", "を持ってくる", "を持って来", "をわすれずに",
        ]
        guard let verb = text.first(of: verbs, in: span) else { return nil }
        var start = verb.lowerBound
        while start > span.lowerBound, !"。は)(|:".unicodeScalars.contains(text.scalars[start - 1]) {
            if text.has("  ", at: start - 2, before: start) {
                // The blanks at the beginning of a wrapped line are no gap.
                let words = text.trimmed(span.lowerBound..<start).upperBound
                guard words > span.lowerBound, text.scalars[words..<start].contains("\n") else { break }
                start = words
            } else {
                start -= 1
            }
        }
        let things = pairs(list(start..<verb.lowerBound)).map(Self.cleaned).filter {
            $0.count <= 14 && !$0.contains("を") && !$0.contains("ため") && !$0.contains("ので")
        }
        return things.isEmpty ? nil : things
    }

    /// 「4月6日(火) 13:00～14:30  上履き、ぞうきん」: a cell that lists nothing but things.
    private func bareItems(in span: LetterText.Span) -> [String]? {
        for cell in text.cells(of: span).dropFirst() {
            let things = list(cell)
            let known = things.count { thing in Self.things.contains { thing.hasSuffix($0) } }
            if things.count >= 2, known * 2 >= things.count, things.allSatisfy({ $0.count <= 12 }) { return things }
        }
        return nil
    }

    private static let things = [
        "上履き", "上ばき", "ぞうきん", "雑巾", "水筒", "弁当", "筆記用具", "体操服", "タオル", "帽子", "赤白帽", "軍手", "雨具", "しおり", "ハンカチ", "エプロン",
        "三角巾", "三角きん", "長靴", "靴下", "はし", "マスク", "バッグ", "袋", "ノート", "通知表", "連絡帳", "スリッパ", "名札", "水着", "鎌", "飲み物", "カード",
        "宿題", "教科書", "ビニール袋",
        "シート", "着替え",
    ]

    private static let lunches: [(Word, String)] = [
        ("  お弁当", "お弁当"), ("  弁当", "弁当"), ("お弁当の日", "お弁当"), ("ためお弁当", "お弁当"), ("(お弁当)", "お弁当"), ("※お弁当", "お弁当"),
        ("※弁当", "弁当"), ("(弁当)", "弁当"),
        ("ため弁当", "弁当"), ("お弁当です", "お弁当"), ("弁当です", "弁当"), ("体操服登校", "体操服"), ("体操服で登校", "体操服"), ("ジャージ登校", "ジャージ"),
        ("弁当の日", "弁当"), ("弁当持参", "弁当"), ("要弁当", "弁当"), ("弁当が必要", "弁当"), ("弁当をご用意", "弁当"),
        ("弁当を用意", "弁当"), ("お弁当を持", "お弁当"), ("弁当を持", "弁当"),
    ]

    /// 体操服、赤白帽子、水筒（多めに）: quantities and remarks dropped.
    func list(_ span: LetterText.Span) -> [String] {
        var items: [String] = []
        var depth = 0
        var item = String.UnicodeScalarView()
        func flush() {
            let clean = Self.cleaned(String(item))
            if !clean.isEmpty, clean.count <= 24 { items.append(clean) }
            item = String.UnicodeScalarView()
        }
        for scalar in text.scalars[span] {
            switch scalar {
            case "(":
                depth += 1
            case ")":
                depth = max(0, depth - 1)
            case "、", ",", "・", "/", ";":
                if depth == 0 { flush() }
            case " ", "\n":
                if depth == 0, !item.isEmpty, String(item).count >= 2 { flush() }
            default:
                if depth == 0, !(0x2460...0x24FF).contains(scalar.value) { item.append(scalar) }
            }
        }
        flush()
        return items
    }

    /// 「弁当と水筒」
    private func pairs(_ items: [String]) -> [String] {
        items.flatMap { item -> [String] in
            let parts = item.split(separator: "と").map(String.init)
            let isPair = parts.count == 2 && parts.allSatisfy { $0.count >= 2 && !$0.hasSuffix("ひ") }
            return isPair && !item.hasSuffix("と") ? parts : [item]
        }
    }

    private static func cleaned(_ item: String) -> String {
        var item = item.trimmed
        if item.contains("を") || item.contains("が"),
            let verb = item.range(of: "(を|が)(忘れずに|必ず|各自)?(持|ご|お|も|用意|必要).*$", options: .regularExpression),
            verb.lowerBound > item.startIndex
        {
            item.removeSubrange(verb)
        }
        for head in ["生徒は", "児童は", "参加者は", "保護者は"] where item.hasPrefix(head) {
            item = String(item.dropFirst(head.count))
        }
        for tail in [
            "など", "等", "をご持参ください", "をお持ちください", "を持たせてください", "を持参してください", "をご用意ください", "です", "を持ってきてください", "をもってきてください",
            "を忘れずに", "ほか", "を持参", "が必要です", "のみ", "登校",
        ] where item.hasSuffix(tail) {
            item = String(item.dropLast(tail.count))
        }
        if item.contains(where: \.isNumber),
            let number = item.range(
                of: "[ ]*[0-9一二三]+(枚|本|個|組|足|つ|冊|回分|日分|食|袋|着|セット|円).*$", options: .regularExpression),
            number.lowerBound > item.startIndex
        {
            item.removeSubrange(number)
        }
        for head in ["各自", "必ず", "※"] where item.hasPrefix(head) { item = String(item.dropFirst(head.count)) }
        return item.trimmed
    }

    // MARK: - Place

    /// 「体育館で音楽会を」: the end of 「体育館で」.
    static func standingPlace(in text: LetterText, at start: Int, before limit: Int) -> Int? {
        for place in start..<min(limit, start + 12)
        where text.scalars[place] == "で" || text.has("にて", at: place, before: limit) {
            guard text.ends(with: endings, start..<place) != nil else { return nil }
            return text.scalars[place] == "で" ? place + 1 : place + 2
        }
        return nil
    }

    /// Whether a word beside a title is where it happens: 体育館, 各教室, 視聴覚室.
    static func isRoom(_ span: LetterText.Span, in text: LetterText) -> Bool {
        rooms.contains { text.has($0, at: span.lowerBound, before: span.upperBound) && $0.count == span.count }
    }

    private static let rooms: [Word] = [
        "体育館", "本校体育館", "運動場", "グラウンド", "校庭", "図書室", "音楽室", "家庭科室", "理科室", "会議室", "多目的室", "多目的ホール", "視聴覚室", "武道場",
        "プール",
        "保健室", "各教室", "教室", "ランチルーム", "中庭", "学習室", "PTA室", "格技場", "講堂", "アリーナ",
    ]

    /// Whether a title is nothing but a place: 体育館, 「県立 自然の家」.
    func isPlace(_ title: String) -> Bool {
        let bare = title.filter { !"「」『』".contains($0) }
        // 図書室 is a place, 水泳教室 is a lesson.
        if bare.hasSuffix("教室") {
            return ["各教室", "教室", "特別教室"].contains(bare) || bare.hasSuffix("組教室") || bare.hasSuffix("年教室")
                || bare.hasSuffix("の教室")
        }
        return Self.endings.contains {
            $0.text.count >= 2 && bare.hasSuffix($0.text) || bare.hasSuffix("室") || bare.hasSuffix("館")
        }
            && !["見学", "訪問", "開放", "清掃", "掃除"].contains(where: bare.contains)
    }

    private static let endings: [Word] = [
        "各教室", "教室", "各学級", "各校", "各会場", "講堂", "アリーナ", "校門", "正門", "格技場", "活動場所", "交番", "消防署", "体育館", "運動場", "グラウンド",
        "校庭", "図書室",
        "図書館", "音楽室", "家庭科室",
        "理科室", "会議室",
        "多目的ホール",
        "ホール", "多目的室", "視聴覚室", "武道場", "プール", "公民館", "市民会館", "会館",
        "文化会館", "公園", "センター", "昇降口", "玄関", "玄関前", "正門", "正門前", "校門前", "駅", "駅前", "集会所", "事業所", "PTA室", "室", "館", "競技場",
        "球場", "スタジアム", "アリーナ", "コミュニティセンター", "神社", "寺", "広場", "体育館前", "昇降口前", "ロータリー",
        "小学校", "中学校", "高校", "高等学校", "本校", "保健室", "職員室", "校長室", "駐車場", "ランチルーム", "プレイルーム", "中庭", "農園", "学校園", "キャンプ場",
        "スキー場", "少年自然の家", "自然の家", "青年の家", "周辺", "運動公園", "コート", "道場", "ピロティ", "屋", "園", "署", "工場", "博物館", "美術館", "水族館",
        "科学館", "会場", "体育館2階", "オンライン",
        "高原", "スキー場", "牧場", "動物園", "学校田", "田", "割烹", "ホール正面広場", "事務室", "相談室", "棟", "きょうしつ", "うんどうじょう", "たいいくかん", "横断歩道",
        "通学路", "集積所", "和室", "別館", "校舎", "保育園", "幼稚園", "こども園",
        "方面", "市役所", "役場", "裏", "海岸", "河川敷", "川原", "浜", "山", "畑",
        "田んぼ",
    ]

    /// 本校体育館, 正門前, 校舎裏
    private func endsLikePlace(_ cell: LetterText.Span) -> Bool {
        if text.ends(with: Self.endings, cell) != nil { return true }
        guard let last = cell.last, "前横裏側内".unicodeScalars.contains(text.scalars[last]) else { return false }
        return text.ends(with: Self.endings, cell.lowerBound..<last) != nil
    }

    /// 場所 in a clause: a cell or bracket that ends like a place, or 「体育館で行います」.
    func place(in span: LetterText.Span) -> String? {
        let scanner = TimeScanner(text: text)
        for cell in text.cells(of: span, rules: Self.placeRules) {
            var cell = text.trimmed(cell)
            while let time = scanner.mention(at: cell.lowerBound, before: cell.upperBound),
                time.span.upperBound > cell.lowerBound
            {
                cell = text.trimmed(time.span.upperBound..<cell.upperBound)
            }
            if let found = whole(cell) { return joined(found, after: cell, in: span) }
        }
        return spoken(in: span)
    }

    /// 「川瀬野中学校 図書室」: a house and a room in it.
    private func joined(_ place: String, after cell: LetterText.Span, in span: LetterText.Span) -> String {
        let next = cell.upperBound + 1
        guard next < span.upperBound, text.scalars[cell.upperBound] == " ", !LetterText.isSpace(text.scalars[next])
        else { return place }
        var end = next
        while end < span.upperBound, !" ()|。、/\n".unicodeScalars.contains(text.scalars[end]) { end += 1 }
        guard let room = whole(next..<end) else { return place }
        return place + " " + room
    }

    private static let placeRules = Set("()|。、/\n ".unicodeScalars)

    private func whole(_ cell: LetterText.Span) -> String? {
        var cell = cell
        if let end = text.end(
            of: ["於:", "於", "会場:", "会場は", "会場", "場所:", "場所は", "場所", "から"], at: cell.lowerBound, before: cell.upperBound),
            end < cell.upperBound
        {
            cell = text.trimmed(end..<cell.upperBound)
        }
        if let tail = text.ends(with: ["にて", "集合", "で", "です", "へ", "前集合"], cell), tail.text != "前集合" {
            cell = cell.lowerBound..<cell.upperBound - tail.count
        }
        guard cell.count >= 2, cell.count <= 22, endsLikePlace(cell),
            !text.contains(["支援学級", "見学", "の日", "開放", "清掃", "下校", "登校", "大会"], in: cell),
            !isLesson(cell), !text.contains(["を"], in: cell),
            !text.contains(["は"], in: cell) || text.contains(["または"], in: cell)
        else { return nil }
        return text.string(cell)
    }

    /// 租税教室 is a lesson, 各教室 a place.
    private func isLesson(_ cell: LetterText.Span) -> Bool {
        text.ends(with: ["教室"], cell) != nil && !isPlace(text.string(cell))
    }

    /// 「家庭科室で行います」, 「会議室にて開催」, 「体育館に集合」.
    private func spoken(in span: LetterText.Span) -> String? {
        let verbs: [Word] = [
            "で行", "にて", "で開", "で実施", "において", "で待", "に集合", "へ集合", "で受", "で説明", "で見", "でおこな", "で配", "で集", "で練習", "で、",
            "で交流", "で開催", "で撮影", "で学習",
        ]
        guard let verb = text.first(of: verbs, in: span) ?? standing(in: span) else { return nil }
        var start = verb.lowerBound
        while start > span.lowerBound, !isBoundary(text.scalars[start - 1], at: start - 1) { start -= 1 }
        let cell = text.trimmed(start..<verb.lowerBound)
        guard cell.count >= 2, cell.count <= 22, endsLikePlace(cell) else { return nil }
        return text.string(cell)
    }

    /// 「各学級で学年委員の選出」: a place directly before で.
    private func standing(in span: LetterText.Span) -> LetterText.Span? {
        for place in span
        where text.scalars[place] == "で" && text.ends(with: Self.endings, span.lowerBound..<place) != nil {
            return place..<place + 1
        }
        return nil
    }

    /// A line that lists nothing but things: お弁当・水筒・黒い靴下.
    func bareList(_ span: LetterText.Span) -> [String]? {
        let span = text.ends(with: ["。"], span) != nil ? span.lowerBound..<span.upperBound - 1 : span
        guard !text.contains(["。", "ます", "です", "は", "ください"] + Self.itemLabels, in: span),
            TimeScanner(text: text).times(in: span).isEmpty,
            DateScanner(text: text).dates(in: span).isEmpty
        else { return nil }
        let items = list(span)
        let known = items.count { item in Self.things.contains { item.hasSuffix($0) } }
        return items.count >= 2 && known * 2 >= items.count ? items : nil
    }

    private func isBoundary(_ scalar: Unicode.Scalar, at place: Int) -> Bool {
        if "、。,() \n|:~".unicodeScalars.contains(scalar) { return true }
        if ["は", "を", "に"].contains(scalar) { return true }
        return ["から", "より", "まで"].contains { text.ends(with: [Word(stringLiteral: $0)], 0..<place + 1) != nil }
    }
}
