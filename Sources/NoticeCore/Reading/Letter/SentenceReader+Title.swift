extension SentenceReader {
    // MARK: - Title

    func title(of clause: Clause, kind: EventKind) -> String? {
        guard var title = ownTitle(of: clause, kind: kind) else { return nil }
        if let group = walk.rowGroup?.title, !title.contains(group) {
            return group + " "
                + (title == walk.scopes[walk.scope].title ? walk.cutter.subject(before: clause.before) ?? title : title)
        }
        // 「西小6年  7月9日(木)」 under 「小学6年生の部活動体験」
        if let whose = schoolGrade(title), let thing = walk.parent?.title ?? walk.scopes[walk.scope].title {
            title = thing + "(" + whose + ")"
        }
        if title == "授業", text.contains(["下校"], in: sentence) { title = "下校" }
        // 「標記の大会を5月31日に行います」
        let references = ["標記の", "標題の", "上記の", "表記の", "首記の", "標記"]
        if let main = walk.facts.title, references.contains(where: title.hasPrefix) { return main }
        return title
    }

    /// 西小6年, 東中2年
    private func schoolGrade(_ title: String) -> String? {
        let bare = title.hasSuffix("生") ? String(title.dropLast()) : title
        guard bare.count <= 8, bare.hasSuffix("年"), bare.contains("小") || bare.contains("中"),
            bare.dropLast().last?.isNumber == true
        else { return nil }
        return title
    }

    private func ownTitle(of clause: Clause, kind: EventKind) -> String? {
        if isMain {
            if let own = clause.isAfter ? nil : walk.cutter.subject(before: clause.before) { return own }
            return mainTitle ?? walk.cutter.title(from: clause.after)
        }
        if kind == .deadline { return deadline(clause) }
        if let old = former?.title, replacesFormer(clause) { return old }
        // 「児童の安全を第一に考え、23日は臨時休業とします」: behind 「日は」 stands what happens.
        let isTopic = text.end(of: ["は"], at: clause.phrase.span.upperBound, before: sentence.upperBound) != nil
        if isTopic, let title = walk.cutter.title(from: clause.after), !isBeside(title, clause) { return title }
        let said = clause.isAfter ? nil : walk.cutter.subject(before: clause.before)
        // 「学年委員さんは、10月14日19時に図書室へ」: who, not what.
        let before = said.flatMap { each in
            ["した人", "する人", "した方", "する方", "られない方", "委員さん", "係さん", "役員さん", "員の方", "係の方", "皆様", "皆さん"].contains(
                where: each.hasSuffix) ? nil : each
        }
        if let spoken = spokenEvent(before, clause) { return spoken }
        // 「入賞した人は、19日の表彰式に出ます」
        if text.has("の", at: clause.phrase.span.upperBound, before: sentence.upperBound),
            let title = walk.cutter.title(from: clause.after), !walk.details.isPlace(title)
        {
            return title
        }
        if let done = doneThing(clause) { return done }
        if !isDestination(clause), let title = before ?? walk.cutter.title(from: clause.after), !isBeside(title, clause)
        {
            return title
        }
        return former?.title ?? walk.parent?.title ?? saidBefore ?? walk.scopes[walk.scope].title ?? drafts.last?.title
            ?? walk.mainTitle
    }

    /// 「職業講話の日が入れかわっていました。正しくは…」
    var saidBefore: String? {
        guard let last = lastSentence, text.contains(LetterWords.corrections, in: line.span),
            let topic = text.first(of: ["の日が", "の日程が", "の日時が", "が", "は"], in: last)
        else { return nil }
        return walk.cutter.subject(before: last.lowerBound..<topic.lowerBound)
    }

    /// Under 「① 楽器運搬のお手伝い」 a row such as 「7月12日 音楽室前に集合」 says where, not what.
    func isBeside(_ title: String, _ clause: Clause) -> Bool {
        let hasOther = walk.parent?.title ?? walk.scopes[walk.scope].title ?? (isListed ? nil : walk.mainTitle)
        if clause.isAfter, hasOther != nil, walk.details.isPlace(title) { return true }
        guard let parent = walk.parent, parent.title != nil, line.indent > parent.indent, clause.isAfter else {
            return false
        }
        if ["集合", "解散", "のぞく", "除く", "出発", "到着"].contains(where: title.hasSuffix) { return true }
        return walk.details.place(in: clause.after).map { title.hasPrefix($0) || $0.hasPrefix(title) } ?? false
    }

    /// 「練習  11/9(月)から業間休みに「かけ足運動」を行います」: a short head says less than what is done.
    func spokenEvent(_ before: String?, _ clause: Clause) -> String? {
        guard let before, before.count <= 2, let verb = text.first(of: ["を行", "を実施", "を開"], in: clause.after) else {
            return nil
        }
        let start = text.wordStart(before: verb.lowerBound, downTo: clause.after.lowerBound, stops: "、。に ")
        return walk.cutter.title(from: start..<verb.lowerBound)
    }

    /// 「7月3日には根岸先生をお招きし、3校時に歯みがき教室を行います」: what is done comes last.
    private func doneThing(_ clause: Clause) -> String? {
        guard clause.isAfter, let comma = text.first(of: ["し、", "して、", "き、", "いて、"], in: clause.after),
            text.contains(["を"], in: clause.after.lowerBound..<comma.lowerBound),
            let verb = text.first(of: ["を行い", "を開き", "を実施し", "を開催"], in: comma.upperBound..<clause.after.upperBound)
        else { return nil }
        var start = verb.lowerBound
        while start > comma.upperBound, !"、。にで \n".unicodeScalars.contains(text.scalars[start - 1]),
            // 「1・2年生が歯みがき教室を」
            text.scalars[start - 1] != "が" || start < 2 || !text.scalars[start - 2].properties.isIdeographic
        { start -= 1 }
        return walk.cutter.title(from: start..<verb.lowerBound)
    }

    /// 「9月3日～4日、少年の家へ行きます」 says where to.
    func isDestination(_ clause: Clause) -> Bool {
        clause.isAfter && text.contains(["へ行きます", "に行きます", "へ行く", "へ出かけます", "に宿泊します"], in: clause.after)
            && (walk.parent?.title ?? walk.scopes[walk.scope].title) != nil
    }

    static let actions: [(Word, String)] = [
        ("引き落", "口座引き落とし"), ("引落", "口座引き落とし"), ("振替", "口座振替"), ("申込", "申込"), ("申し込", "申込"), ("回答", "回答"), ("集金", "集金"),
        ("納入", "納入"), ("応募", "応募"), ("返信", "返信"), ("連絡", "連絡"), ("申請", "申請"), ("振り替え", "口座振替"), ("返却", "返却"),
        ("ひきおと", "口座引き落とし"), ("ひき落と", "口座引き落とし"), ("返して", "返却"), ("返し", "返却"), ("持たせて", "持参"),
    ]

    /// 「参観者カード 提出」: what, and what to do with it.
    func deadline(_ clause: Clause) -> String? {
        if let old = former?.title, replacesFormer(clause) {
            return Self.actions.contains { old.contains($0.0.text) } || old.contains("提出") ? old : old + " 提出"
        }
        if let row = collection(clause) { return row }
        let subject = subject(of: clause)
        if let deadlineTitle, subject == nil || !prefersSubject {
            return deadlineTitle + (subject.map { " " + $0 } ?? "")
        }
        let object = object(of: clause)
        let isPlaceOnly =
            text.contains(["ます", "ません", "ください"], in: clause.after) && !text.contains(["を"], in: clause.after)
        let behind =
            clause.isAfter && !isPlaceOnly
            ? walk.cutter.title(from: behindTime(clause)..<max(behindTime(clause), clause.after.upperBound)).map {
                String($0.split(separator: "は").first ?? "")
            } : nil
        var thing = subject ?? object ?? behind.flatMap { walk.details.isPlace($0) ? nil : $0 }
        if let subject, let object, !subject.contains(object), Self.isGeneric(subject) {
            thing = subject + " " + object
        }
        if thing == nil || Self.isGeneric(thing ?? "") || Self.isPerson(thing ?? "") {
            let about =
                priorSubject ?? saidNoun ?? walk.parent?.title ?? drafts.last { $0.kind != .deadline }?.title
                ?? walk.scopes[
                    walk.scope
                ].title
                ?? recentTitle ?? walk.mainTitle
            let isWho = thing.map(Self.isPerson) ?? false
            thing = [about, about != nil && isWho ? nil : thing].compactMap { $0 }.joined(separator: " ")
        }
        guard let thing, !thing.isEmpty else { return tableTitle(clause) }
        let whole = clause.before.lowerBound..<min(sentence.upperBound, clause.after.upperBound)
        let action = Self.actions.first { text.contains([$0.0], in: whole) }?.1 ?? "提出"
        return thing.contains(action) || thing.hasSuffix("申込") ? thing : thing + " " + action
    }

    /// A row of the table 「回  学年  振替日  再振替日  金額」: 学校徴収金 口座振替(1回目).
    private func collection(_ clause: Clause) -> String? {
        guard let head = walk.tableHead(at: clause.phrase.span.lowerBound),
            let action = text.first(of: ["振替", "引落", "引き落とし", "集金", "納入"], in: head)
        else { return nil }
        let verb = text.has("集金", at: action.lowerBound, before: action.upperBound) ? "集金" : "口座振替"
        let cell = text.cells(of: clause.before, rules: ["|"]).first
        let name = cell.flatMap { each in
            text.contains(["回", "期", "月分"], in: each) ? "(" + text.string(each) + ")" : walk.cutter.title(from: each)
        }
        return [walk.facts.title.map { $0.replacing("の納入", with: "") } ?? walk.mainTitle, verb, name].compactMap { $0 }
            .joined(separator: " ")
    }

    /// 「次に、健康カードの締め切りです。」 before it.
    private var saidNoun: String? {
        guard let last = lastSentence, text.contains(["締め切りです", "締切です", "期限です", "提出です", "提出日です", "〆切です"], in: last)
        else {
            return nil
        }
        return walk.cutter.title(from: last)
    }

    /// What is to be handed in, before the day.
    private func subject(of clause: Clause) -> String? {
        let before = text.trimmed(clause.before)
        // 「家庭から一言を書いて、17日までに返してください」: how, not what.
        if text.ends(with: ["て、", "で、", "え、", "し、"], before) != nil, priorTopic != nil { return nil }
        let subject = walk.cutter.subject(before: clause.before)
        guard let subject, Self.isPerson(subject) else { return subject }
        // 「駐車許可証が必要な場合は」, 「希望日調査票をまだ出していないご家庭は」
        let marks: [Word] = ["が必要", "を希望", "の希望", "をまだ", "を出", "を申", "を利用", "を欠席", "が心配", "を購入", "を登録"]
        guard let mark = text.first(of: marks, in: before),
            let noun = walk.cutter.subject(before: before.lowerBound..<mark.lowerBound), !Self.isPerson(noun)
        else { return subject }
        return noun.split(separator: "で").last.map { String($0) } ?? noun
    }

    /// 「通知表は10日に渡します。」 before it.
    private var priorTopic: String? {
        guard let last = lastSentence, let topic = text.first(of: ["は"], in: last) else { return nil }
        return walk.cutter.title(from: last.lowerBound..<topic.lowerBound)
    }

    /// 「大きい荷物は先に送ります。6月1日の朝8時までに体育館へ」: what the sentence before speaks of.
    var lastSentence: LetterText.Span? {
        guard sentence.lowerBound > line.content.lowerBound else { return nil }
        return walk.sentences(in: line.content.lowerBound..<sentence.lowerBound).last
    }

    var priorSubject: String? {
        if recentTitle == nil || drafts.isEmpty, let topic = priorTopic { return topic }
        guard recentTitle == nil, sentence.lowerBound > line.content.lowerBound, line.label == nil else { return nil }
        let before = line.content.lowerBound..<sentence.lowerBound
        guard let last = walk.sentences(in: before).last, let topic = text.first(of: ["は"], in: last) else {
            return nil
        }
        return walk.cutter.title(from: last.lowerBound..<topic.lowerBound)
    }

    /// The event of the sentence before, when this one only says 「申込書は…」.
    var recentTitle: String? {
        walk.drafts.dropFirst(walk.itemStart).last { $0.kind != .deadline }?.title
    }

    func tableTitle(_ clause: Clause) -> String? {
        guard let head = walk.tableHead(at: clause.phrase.span.lowerBound) else { return nil }
        return [walk.mainTitle, walk.cutter.title(from: head)].compactMap { $0 }.joined(separator: " ")
    }

    /// 「までに届出書を事務室へ提出」: the noun before を.
    func object(of clause: Clause) -> String? {
        guard let particle = text.first(of: ["を"], in: clause.after) else { return nil }
        let start = text.wordStart(before: particle.lowerBound, downTo: clause.after.lowerBound, stops: "、。 に\n")
        return walk.cutter.title(from: start..<particle.lowerBound)
    }

    /// 「どうしても来られない方」 says who.
    static func isPerson(_ title: String) -> Bool {
        ["方", "人", "場合", "とき", "ご家庭", "児童", "生徒", "先生", "担任"].contains(where: title.hasSuffix)
    }

    static let generic = [
        "承諾書の締切", "申込の締切", "締め切り", "出欠票の締切", "ご出欠", "下の用紙", "用紙", "承諾書の提出",
        "申込書", "申込", "承諾書", "出欠票", "出欠", "調査票", "返信", "締切", "回答", "参加申込", "申し込み", "承諾", "提出", "申請", "〆切", "参加", "回収",
        "同意書", "応募", "アンケート", "希望調査票", "参加票", "出席票",
    ]

    static func isGeneric(_ title: String) -> Bool { generic.contains(title) || title.count <= 2 }
}
