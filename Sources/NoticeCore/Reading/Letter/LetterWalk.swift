/// Walks through a letter from top to bottom and collects drafts.
struct LetterWalk {
    let text: LetterText
    let lines: [LetterLine]
    let facts: LetterFacts
    let context: LetterContext
    let audiences: AudienceScanner
    let cutter: TitleCutter
    let details: ItemDetails

    var resolver: DateResolver
    var drafts: [LetterDraft] = []
    var scopes: [LetterScope] = [LetterScope()]
    var scope = 0
    /// The block of the letter outside the bullet that is being read.
    var outer = 0
    /// The bullet line whose sub-lines follow, and what it is about.
    var parent:
        (title: String?, indent: Int, scope: Int, audience: AudienceMention?, hours: ItemHours, isDeadlineList: Bool)?
    /// The label whose content goes on in the following lines.
    var pending: LetterLabel?
    var pendingIndent = 0
    /// Nothing stood behind the label: the next line is its content, however far it is indented.
    var pendingIsOpen = false
    var mismatches: [WeekdayMismatch] = []
    var contingencies: [LetterText.Span] = []
    var moves: [LetterText.Span] = []
    /// Columns of a table that name what its days are.
    var tableHeads: [(column: Int, span: LetterText.Span)] = []
    var isInMenu = false
    /// Under 「○月生まれのおともだち」.
    var listsPeople = false
    /// The days over the columns of a week's plan.
    var grid: [(place: Int, day: SchoolDay)] = []
    /// A/B/C plans: the closures they name, and in which of them.
    var branches = BranchPlan()
    private(set) var hasPlans = false
    /// The days over the columns of a table of plans.
    var branchDays: [(place: Int, day: SchoolDay)] = []
    /// Where the columns 誤 and 正 (変更前, 変更後) of a table stand, until it ends.
    var columns: (former: Int, new: Int)?
    /// The drafts of the bullet or list row that is being read begin here.
    var itemStart = 0
    var itemIndent = 0
    var dayBlockIndent = 0
    /// 「私立高校」 before rows that belong to it.
    var rowGroup: (title: String, indent: Int)?
    /// Below 「きりとり」: only a deadline counts there.
    var isBelowCut = false
    /// What was planned, until the day that replaces it is read.
    var former: FormerDay?
    /// Lines that begin before it were read with a table above them.
    var readUntil = 0
    /// 「総会の前日までに」, where the 総会 is named further below: read again at the end.
    var deferred: [DeferredSentence] = []

    init(text: LetterText, lines: [LetterLine], facts: LetterFacts, context: LetterContext) {
        self.text = text
        self.lines = lines
        self.facts = facts
        self.context = context
        let own = facts.grades.count == 1 ? facts.grades.first : nil
        audiences = AudienceScanner(text: text, grades: context.grades, ownGrade: own)
        cutter = TitleCutter(text: text, audiences: audiences)
        details = ItemDetails(text: text, audiences: audiences)
        resolver = DateResolver(issued: facts.issued)
    }

    /// Where a line stands among the others.
    func index(of line: LetterLine) -> Int? {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].span.lowerBound < line.span.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low] == line ? low : nil
    }

    mutating func run() {
        hasPlans = namesPlans()
        for line in lines {
            if isCut(line) { isBelowCut = true }
            if line.span.lowerBound >= readUntil { read(line) }
        }
        readDeferred()
        settleBranches()
        settleScopes()
    }

    mutating func read(_ line: LetterLine) {
        resolver.startLine()
        if startsColumns(line) { return }
        if readBranchTable(line) || readBranch(line) || readGrid(line) || readEventColumns(line) { return }
        if line.isHeading {
            enter(heading: line.content)
            return
        }
        if line.followsBlank, !pendingIsOpen { pending = nil }
        if line.followsBlank || line.bullet == .head { tableHeads = [] }
        if line.bullet != nil, line.bullet != .remark, line.label == nil, columns == nil { former = nil }
        if readColumns(line) { return }
        if line.prefix != nil, readPart(line) { return }
        if let prefix = line.prefix { enter(prefix: prefix, of: line) }
        if line.bullet != nil || line.followsBlank || line.prefix != nil { rowGroup = nil }
        // A remark below a table is for its rows.
        let isOfRows = line.bullet == .remark && drafts.last?.isPart == true && line.indent >= itemIndent
        if !isOfRows, line.bullet != nil || line.indent < itemIndent || line.followsBlank || startsWithDay(line) {
            (itemStart, itemIndent) = (drafts.count, line.indent)
        }
        if text.scalars[line.span].count(where: { $0 == "|" }) >= 2, isTableHead(line) { return }
        if let label = line.label {
            if line.bullet == .head || line.bullet == .number || parent.map({ line.indent <= $0.indent }) == true {
                leaveParent()
            }
            read(label, of: line)
            return
        }
        enterRow(line)
        if isTableHead(line) || readTypedRow(line) || readTableRow(line) || readRowBelow(line) { return }
        let isNested = parent.map { line.indent > $0.indent && line.bullet != .head } ?? false
        if !isNested { leaveParent() }
        if line.bullet == .head || line.bullet != nil && line.indent <= pendingIndent { pending = nil }
        if let label = pending, continues(label, line) { return }
        if line.indent > itemIndent, drafts.count > itemStart, let things = details.bareList(line.content) {
            for index in itemStart..<drafts.count where drafts[index].items.isEmpty { drafts[index].items = things }
            return
        }
        if readDayBlock(line) { return }
        addressItem(line)
        if line.bullet == .head || line.bullet == .number { open(line) }
        for sentence in sentences(in: line.content) { read(sentence: sentence, of: line) }
    }

    /// 「- - - きりとり - - -」: below it stands a form to fill in.
    func isCut(_ line: LetterLine) -> Bool {
        let word = text.scalars[line.span].filter { !" -.…‥·・✂―_=~".unicodeScalars.contains($0) }
        let cuts = ["きりとり", "キリトリ", "切り取り", "切取り", "切りとり", "切り取り線", "キリトリ線", "切取線", "きりとりせん", "切り離さず"]
        var view = String.UnicodeScalarView()
        view.append(contentsOf: word)
        return cuts.contains(String(view))
    }

    /// 「4～6年の希望者  申し込みは…」 below a row says for whom the row is.
    mutating func addressItem(_ line: LetterLine) {
        if addressAll(line) { return }
        guard drafts.count > itemStart, line.indent > itemIndent,
            let mention = audiences.mention(at: line.content.lowerBound, before: line.content.upperBound),
            !mention.grades.isEmpty, !SentenceReader.isException(mention, in: line.content, text: text)
        else { return }
        let next =
            text.end(
                of: ["の希望者", "希望者", "の児童", "の生徒", "のみ", "対象"], at: mention.span.upperBound,
                before: line.content.upperBound) ?? mention.span.upperBound
        guard next == line.content.upperBound || text.has("  ", at: next, before: line.content.upperBound) else {
            return
        }
        for index in itemStart..<drafts.count where drafts[index].grades.isEmpty {
            drafts[index].grades = mention.grades
        }
    }

    /// 「小学5年生、中学1年生」 alone on a line, a remark behind it aside.
    private mutating func addressAll(_ line: LetterLine) -> Bool {
        guard drafts.count > itemStart, line.indent > itemIndent, line.bullet == nil,
            let cell = text.cells(of: line.content).first
        else { return false }
        let mentions = audiences.mentions(in: cell)
        var rest = cell.lowerBound
        var between: [Unicode.Scalar] = []
        for mention in mentions {
            between += text.scalars[rest..<mention.span.lowerBound]
            rest = mention.span.upperBound
        }
        between += text.scalars[rest..<cell.upperBound]
        guard
            mentions.count >= 2
                || mentions.count == 1 && mentions[0].groups.contains(where: { $0.hasPrefix("elementary") }),
            between.allSatisfy({ "、・とのみ生徒児童 ".unicodeScalars.contains($0) })
        else { return false }
        for index in itemStart..<drafts.count where drafts[index].grades.isEmpty && drafts[index].kind == .event {
            drafts[index].grades = mentions.reduce(into: []) { $0.formUnion($1.grades) }
            drafts[index].groups += mentions.flatMap(\.groups).filter { !drafts[index].groups.contains($0) }
        }
        return true
    }

    func startsWithDay(_ line: LetterLine) -> Bool {
        let head = line.content.lowerBound..<min(line.content.upperBound, line.content.lowerBound + 14)
        return DateScanner(text: text).dates(in: head).first.map {
            $0.span.lowerBound == line.content.lowerBound && !$0.isWeak
        } ?? false
    }

    // MARK: - Headings and bullets

    mutating func enter(heading span: LetterText.Span) {
        leaveParent()
        pending = nil
        tableHeads = []
        itemStart = drafts.count
        let layout = LetterLayout(text)
        if let month = layout.month(in: span), let number = text.number(at: month.lowerBound, before: month.upperBound)
        {
            resolver.enter(month: number.value)
        }
        openScope(title: headingTitle(span), span: span, listsDeadlines: listsDeadlines(span))
        enterRelativeDay(span)
        listsPeople = text.contains(["たんじょう", "誕生", "生まれ", "うまれ", "入賞", "表彰者"], in: span)
        isInMenu = text.contains(["献立"], in: span)
        if text.contains(["持ち物", "もちもの"], in: span) { (pending, pendingIsOpen, pendingIndent) = (.items, true, 0) }
    }

    mutating func enter(prefix span: LetterText.Span, of line: LetterLine) {
        leaveParent()
        let layout = LetterLayout(text)
        if let month = layout.month(in: span), let number = text.number(at: month.lowerBound, before: month.upperBound)
        {
            resolver.enter(month: number.value, isStrict: true)
            openScope(title: nil, span: span, listsDeadlines: false)
        } else if text.contains(["その", "第", "訂正", "変更"], in: span)
            || text.number(at: span.lowerBound, before: span.upperBound)?.end == span.upperBound, span.count <= 4,
            DateScanner(text: text).dates(in: line.content).isEmpty
        {
            openScope(title: cutter.title(from: line.content), span: line.content, listsDeadlines: false)
        } else {
            openScope(title: headingTitle(span), span: span, listsDeadlines: listsDeadlines(span))
        }
    }

    /// 資源回収 is something that happens, 回収 alone is something to hand in.
    func listsDeadlines(_ span: LetterText.Span) -> Bool {
        text.contains(LetterWords.deadlineHeadings, in: span) && !text.contains(["資源", "リサイクル", "廃品", "古紙"], in: span)
    }

    mutating func openScope(title: String?, span: LetterText.Span?, listsDeadlines: Bool) {
        var new = LetterScope()
        new.title = title
        new.titleSpan = span
        new.listsDeadlines = listsDeadlines
        scopes.append(new)
        scope = scopes.count - 1
        outer = scope
    }

    static let genericHeadings: [Word] = [
        "予定", "お願い", "お知らせ", "提出", "その他", "持ち物", "連絡", "行事", "カレンダー", "について", "締切", "集金", "変更", "献立", "しめきり", "よてい",
        "もちもの", "訂正", "正", "誤", "記", "注意", "だより", "準備", "おねがい", "ください", "これから", "こと", "おめでとう", "うまれ", "生まれ", "誕生", "重要",
        "変更すること", "変更点", "訂正箇所", "緊急", "至急", "再送", "速報", "たんじょう",
    ]

    func headingTitle(_ span: LetterText.Span) -> String? {
        guard text.ends(with: ["?", "より≫", "より】", "より", "から≫", "から】", "皆さんへ", "みなさんへ"], span) == nil else { return nil }
        var inner = span
        while let first = inner.first, "【《≪<〔[「『◆■★☆●◎▼~-♪(=*○◇".unicodeScalars.contains(text.scalars[first]) {
            inner = text.trimmed(first + 1..<inner.upperBound)
        }
        while let last = inner.last, "】》≫>〕]」』◆■★☆●◎▼~-♪)=*○◇".unicodeScalars.contains(text.scalars[last]) {
            inner = text.trimmed(inner.lowerBound..<last)
        }
        guard
            var title = LetterTitle(text: text, lines: [], head: 0).cleaned(inner).flatMap({ cutter.title(of: $0) })
                ?? cutter.title(from: inner)
        else { return nil }
        for tail in ["の持ち物", "持ち物"] where title.hasSuffix(tail) && title.count > tail.count {
            title = String(title.dropLast(tail.count))
        }
        guard !title.contains(anyOf: Self.genericHeadings) else { return nil }
        for tail in ["に向けて", "にむけて", "の準備", "のこと"] where title.hasSuffix(tail) {
            return String(title.dropLast(tail.count))
        }
        return title
    }

    mutating func leaveParent() {
        parent = nil
        scope = outer
    }

    /// A bullet line opens a block of its own: labels and lines indented below it belong to it.
    mutating func open(_ line: LetterLine) {
        var new = LetterScope()
        new.day = scopes[outer].day
        scopes.append(new)
        scope = scopes.count - 1
        let content = line.content
        let phrases = DateScanner(text: text).dates(in: content)
        let head = content.lowerBound..<(phrases.first { !$0.isWeak }?.span.lowerBound ?? content.upperBound)
        // 「授業参観：子どもの勉強を見る日です」
        let colon = text.first(of: [":"], in: head).map { head.lowerBound..<$0.lowerBound }.flatMap {
            cutter.title(from: $0)
        }
        var own = colon ?? cutter.title(from: head)
        // 「六　練　習　　合唱リハーサル（体育館）」: the second cell says more.
        let cells = text.cells(of: head)
        if colon == nil, cells.count == 2, cells[0].count <= 4, !text.contains(["は", "を", "。"], in: cells[1]),
            let second = cutter.title(from: cells[1]), !details.isPlace(second),
            audiences.mentions(in: cells[1]).isEmpty
        {
            own = second
        }
        for tail in ["の皆さん", "のみなさん", "の方", "の皆様"] where own?.hasSuffix(tail) == true {
            own = own.map { String($0.dropLast(tail.count)) }
        }
        let title = own.flatMap { each in
            Self.genericHeadings.contains { $0.count > 1 && each.contains($0.text) && each.count - $0.count <= 2 }
                ? nil : each
        }
        let mention = audiences.mentions(in: head).first { !$0.grades.isEmpty || !$0.groups.isEmpty }
        let isList = listsDeadlines(head) && phrases.isEmpty && head.count < 20
        parent = (title, line.indent, scope, mention, ItemHours(in: content, text: text), isList)
        scopes[scope].title = title
        if let named = text.first(of: ["(会場:", "(場所:", "(会場 ", "(場所 "], in: content) {
            scopes[scope].place = details.place(in: named.lowerBound..<content.upperBound)
        }
    }

    // MARK: - Sentences

    /// Parts of a line that 。 or ※ separates, brackets kept whole.
    func sentences(in span: LetterText.Span) -> [LetterText.Span] {
        var sentences: [LetterText.Span] = []
        var start = span.lowerBound
        var depth = 0
        for place in span {
            let scalar = text.scalars[place]
            if scalar == "(" || scalar == "「" { depth += 1 }
            if scalar == ")" || scalar == "」" { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            let isStar = scalar == "*" && place > span.lowerBound && LetterText.isSpace(text.scalars[place - 1])
            if scalar == "。" || scalar == "※" || isStar {
                if start < place + 1 { sentences.append(start..<(scalar == "。" ? place + 1 : place)) }
                start = place + 1
            }
        }
        if start < span.upperBound { sentences.append(start..<span.upperBound) }
        return sentences.map(text.trimmed).filter { $0.count > 1 }
    }

    mutating func read(sentence: LetterText.Span, of line: LetterLine) {
        if defers(sentence, of: line) { return }
        var reader = SentenceReader(walk: self, line: line, sentence: sentence)
        reader.read()
        take(reader)
    }
}
