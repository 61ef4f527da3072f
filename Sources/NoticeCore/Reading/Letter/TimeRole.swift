/// What a clock time in a sentence is the time of.
enum TimeRole {
    /// It begins or happens then.
    case event
    /// The family must be there: 集合, 登校.
    case gathering
    case reception
    /// It is over: 終了, 閉式.
    case end
    /// 下校, 解散
    case dismissal
    /// When a mail is sent or a call is taken.
    case aside

    private static let behind: [(Word, TimeRole)] = longestFirst([
        ("受付開始", .reception), ("受付", .reception), ("より受付", .reception), ("から受付", .reception), ("下校", .dismissal),
        ("一斉下校", .dismissal), ("に下校", .dismissal), ("に一斉下校", .dismissal), ("完全下校", .dismissal),
        ("解散", .dismissal), ("帰着", .dismissal), ("帰校", .dismissal), ("到着", .dismissal), ("に解散", .dismissal),
        ("降園", .dismissal), ("放課", .dismissal), ("頃下校", .dismissal), ("に終", .end),
        ("終了", .end), ("閉会", .end), ("閉式", .end), ("閉式予定", .end), ("終了予定", .end), ("集合", .gathering),
        ("登校", .gathering), ("に集合", .gathering), ("までに集合", .gathering), ("までに登校", .gathering),
        ("までに学校", .gathering), ("までに がっこう", .gathering), ("までに体育館", .gathering), ("に登校", .gathering), ("に配信", .aside),
        ("に連絡", .aside), ("に放送", .aside), ("にメール", .aside),
        ("に判断", .aside), ("に決定", .aside), ("にPTA", .aside), ("に学校から", .aside),
        ("にお知らせ", .aside), ("の時点", .aside), ("現在", .aside), ("開門", .aside), ("から入れ", .aside), ("から入場", .aside),
        ("開場", .aside), ("以降", .event),
    ])
    private static let before: [(Word, TimeRole)] = longestFirst([
        ("受付", .reception), ("受付時間", .reception), ("受付:", .reception), ("受付は", .reception), ("下校", .dismissal),
        ("下校は", .dismissal), ("下校時刻", .dismissal), ("下校予定", .dismissal), ("下校:", .dismissal), ("解散", .dismissal),
        ("解散:", .dismissal),
        ("帰校", .dismissal), ("到着", .dismissal), ("終了", .end), ("閉会", .end), ("閉会式", .end), ("閉会は", .end), ("終了は", .end),
        ("閉式", .end), ("集合", .gathering), ("集合:", .gathering),
        ("登校", .gathering), ("集合は", .gathering), ("登校は", .gathering), ("配信", .aside), ("開門", .aside),
        ("校門", .aside), ("正門前", .aside),
    ])

    private static func longestFirst(_ words: [(Word, TimeRole)]) -> [(Word, TimeRole)] {
        words.sorted { $0.0.count > $1.0.count }
    }

    /// By the words that touch the time.
    static func role(of time: TimeMention, in span: LetterText.Span, text: LetterText) -> TimeRole {
        let next = text.skippingSpaces(time.span.upperBound, before: span.upperBound)
        let isNear = next - time.span.upperBound <= 1
        for (word, role) in behind
        where isNear && text.has(word, at: next, before: span.upperBound) { return role }
        // 「16:00ごろ学校で解散」
        var stop = next
        while stop < min(span.upperBound, next + 9), !"、。(  ~".unicodeScalars.contains(text.scalars[stop]) { stop += 1 }
        if text.ends(with: ["解散", "解散の予定", "下校"], next..<stop) != nil || text.contains(["で解散", "で下校"], in: next..<stop)
        {
            return .dismissal
        }
        if text.contains(["に集合", "へ集合", "で集合", "学校集合"], in: next..<stop) { return .gathering }
        if time.start == nil, time.end != nil { return .end }
        var end = time.span.lowerBound
        while end > span.lowerBound, LetterText.isSpace(text.scalars[end - 1]) || text.scalars[end - 1] == "(" {
            end -= 1
        }
        for (word, role) in before
        where text.ends(with: [word], span.lowerBound..<end) != nil { return role }
        return .event
    }
}

/// The hours of an item, put together from the times of its sentence.
struct ItemHours: Equatable {
    var start: WallTime?
    var end: WallTime?
    var reception: WallTime?
    var dismissal: WallTime?
    /// 帰校, 帰着, 解散: an outing is over then, unlike a school day's 下校.
    var parting: WallTime?
    /// Where the first of them stands.
    var span: LetterText.Span?

    init() {}

    init(in span: LetterText.Span, text: LetterText) {
        var gathering: WallTime?
        for time in TimeScanner(text: text).times(in: span) {
            switch TimeRole.role(of: time, in: span, text: text) {
            case .event:
                guard start == nil else { continue }
                start = time.start
                end = time.end ?? end
                self.span = time.span
            case .gathering:
                gathering = gathering ?? time.start
                if let last = time.end { dismissal = dismissal ?? last }
            case .reception: reception = reception ?? time.start
            case .end: end = end ?? time.end ?? time.start
            case .dismissal:
                dismissal = dismissal ?? time.start ?? time.end
                let near =
                    max(span.lowerBound, time.span.lowerBound - 5)..<min(span.upperBound, time.span.upperBound + 10)
                if text.contains(["帰校", "帰着", "解散", "学校着"], in: near) { parting = parting ?? time.start ?? time.end }
            case .aside: continue
            }
        }
        // The family must be there when the children gather (SCHEMA, "doubtful cases").
        if let gathering {
            start = gathering
            end = end ?? dismissal
        }
    }
}
