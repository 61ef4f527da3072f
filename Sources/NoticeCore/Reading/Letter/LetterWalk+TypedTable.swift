/// What the column of a table holds, by the words of its head.
enum TableColumn: Equatable {
    /// What the row is about: 品名, 係, 会場
    case name
    case audience
    case day, deadline, reserve
    case hours
    case place
    case aside

    private static let words: [(TableColumn, [Word])] = [
        (.reserve, ["予備日", "順延日", "延期日"]),
        (.aside, ["お渡し", "配付", "配布", "価格", "金額", "値段", "備考", "再振替", "担当者", "班長", "氏名", "定員"]),
        (.deadline, ["締切", "〆切", "期限", "締め切り", "しめきり", "提出日", "集金日"]),
        (.hours, ["時間", "時刻", "受付"]),
        (.day, ["期日", "日時", "日にち", "実施日", "開催日", "月日", "回目", "日程", "日付"]),
        (.place, ["場所", "会場", "集合場所", "集積所"]),
        (.audience, ["学年", "対象", "学級", "クラス"]),
        (.name, ["品名", "品目", "係", "内容", "種目", "行事", "活動", "講座", "地区", "競技", "検査", "名称", "提出物", "書類"]),
    ]

    init?(head: LetterText.Span, text: LetterText) {
        for (column, words) in Self.words where text.contains(words, in: head) {
            self = column
            return
        }
        return nil
    }
}

extension LetterWalk {
    /// A row of a table that does not begin with its day: who or what, then one day or several.
    ///
    /// ```
    /// 学年      1回目      2回目      予備日     時間
    /// 1・2年    6/17(火)   6/24(火)   7/1(火)    10:45～12:20
    /// ```
    mutating func readTypedRow(_ line: LetterLine) -> Bool {
        guard tableHeads.count >= 3, line.bullet == nil, !line.followsBlank else { return false }
        let heads = tableHeads.map { (column: $0.column, kind: TableColumn(head: $0.span, text: text), span: $0.span) }
        let first = heads[0].kind
        guard first == .name || first == .audience || first == .place,
            heads.contains(where: { $0.kind == .day || $0.kind == .deadline }),
            heads.count(where: { $0.kind == nil }) <= 1
        else { return false }
        var cells: [(head: (column: Int, kind: TableColumn?, span: LetterText.Span), span: LetterText.Span)] = []
        for cell in columns(of: line.content) {
            let column = text.column(of: cell.lowerBound)
            guard let head = heads.min(by: { abs($0.column - column) < abs($1.column - column) }) else { return false }
            cells.append((head, cell))
        }
        let days = cells.filter { $0.head.kind == .day || $0.head.kind == .deadline }
        guard let name = cells.first(where: { $0.head.column == heads[0].column })?.span,
            days.contains(where: { !DateScanner(text: text).dates(in: $0.span).isEmpty })
        else { return false }
        (itemStart, itemIndent) = (drafts.count, line.indent)
        for day in days {
            add(day.span, head: day.head, name: name, cells: cells.map { ($0.head.kind, $0.span) }, line: line)
        }
        return true
    }

    private mutating func add(
        _ cell: LetterText.Span, head: (column: Int, kind: TableColumn?, span: LetterText.Span), name: LetterText.Span,
        cells: [(kind: TableColumn?, span: LetterText.Span)], line: LetterLine
    ) {
        guard let days = days(in: cell).first else { return }
        if let mismatch = days.mismatch { mismatches.append(mismatch) }
        let kind: EventKind = head.kind == .deadline ? .deadline : .event
        var draft = LetterDraft(
            title: rowTitle(name: name, head: head, kind: kind), kind: kind, first: days.first, last: days.last,
            evidence: name.lowerBound..<cell.upperBound, scope: scope)
        draft.mismatch = days.mismatch
        draft.isListed = true
        let mentions = cells.filter { $0.kind == .audience || $0.span == name }.flatMap {
            audiences.mentions(in: $0.span)
        }
        draft.grades = mentions.reduce(into: []) { $0.formUnion($1.grades) }
        draft.classes = mentions.reduce(into: []) { $0.formUnion($1.classes) }
        draft.groups = mentions.flatMap(\.groups)
        // 「7月7日（火）  19:00～20:15」 are two cells under one head.
        let own =
            cells.filter { $0.kind == head.kind && $0.span.lowerBound >= cell.lowerBound }.map {
                ItemHours(in: $0.span, text: text)
            }
            .first { $0.start != nil } ?? ItemHours(in: cell, text: text)
        if kind == .deadline {
            draft.start = TimeScanner(text: text).times(in: cell).first?.start
        } else {
            let told = cells.first { $0.kind == .hours }
            let hours = own.start == nil ? told.map { ItemHours(in: $0.span, text: text) } : own
            draft.start = hours?.start ?? hours?.reception
            draft.end = hours?.end
            draft.place = cells.first { $0.kind == .place }.map { text.string($0.span) }
            for reserve in cells where reserve.kind == .reserve {
                draft.rainDates += self.days(in: reserve.span).map(\.first)
            }
            draft.isPart = true
        }
        drafts.append(draft)
    }

    private mutating func days(in cell: LetterText.Span) -> [DatePhrase.Days] {
        DatePhraseFinder(text: text, facts: facts).phrases(in: cell, resolver: &resolver).flatMap(\.days)
    }

    /// 「水泳学習 1回目(1・2年)」, 「算数セット 申込」, 「就学時健康診断(潮見台小学校)」
    private func rowTitle(
        name: LetterText.Span, head: (column: Int, kind: TableColumn?, span: LetterText.Span), kind: EventKind
    ) -> String {
        let base = scopes[scope].title ?? scopes[outer].title
        let label = text.string(name)
        if kind == .deadline { return label + (facts.title.map { $0.contains("申込") } == true ? " 申込" : " 提出") }
        let isWhole = audiences.mention(at: name.lowerBound, before: name.upperBound)?.span == name
        let subject =
            base.flatMap { title in
                title.contains(anyOf: Self.genericHeadings) || title.hasSuffix("別")
                    || title.contains(anyOf: ["日時", "日程", "会場"]) ? nil : title
            }
            ?? facts.title
        let turn = text.contains(["回目"], in: head.span) ? text.string(head.span) : ""
        guard let subject else { return label + turn }
        let isOfAreas = tableHeads.first.map { text.contains(["地区", "班", "町内", "会場"], in: $0.span) } ?? false
        return isWhole || isOfAreas || details.isPlace(label)
            || ["町", "班", "地区", "丁目"].contains(where: label.hasSuffix)
            ? subject + turn + "(" + label + ")" : label + turn
    }
}
