/// The words that schools add to the name of an event or leave out. A new one is an entry here and a test.
enum EventNameWords {
    /// Different spellings of one thing, in the form in which titles are compared.
    static let synonyms: [(written: String, means: String)] = [
        ("育友会", "pta"), ("父母と教師の会", "pta"), ("父母教師会", "pta"),
        ("健康診断", "検診"), ("健診", "検診"),
        ("夏休み", "夏季休業"), ("夏期休業", "夏季休業"), ("夏季休暇", "夏季休業"),
        ("冬休み", "冬季休業"), ("冬期休業", "冬季休業"), ("冬季休暇", "冬季休業"),
        ("春休み", "学年末休業"), ("春季休業", "学年末休業"),
        ("振替休日", "振替休業"), ("振替休業日", "振替休業"), ("代休", "振替休業"), ("休業日", "休業"),
        ("〆切", "締切"), ("締め切り", "締切"), ("しめきり", "締切"),
    ]

    /// What a letter does with an event, not what the event is.
    static let endings = [
        "について", "に関して", "のお知らせ", "お知らせ", "のご案内", "ご案内", "の案内", "の開催", "の実施", "を開催", "を実施", "開催", "実施", "当日", "の日程",
        "の予定", "のお願い", "の提出", "提出締切", "提出期限", "提出日", "提出", "の締切", "締切", "締切日", "申込締切", "の回収", "回収日", "期限",
    ]

    /// Behind a name: not the event, but the day to which rain moves it.
    static let rainDates = ["の予備日", "予備日", "雨天順延日", "雨天順延", "順延日"]

    /// Behind a name they say what everybody knows: 心電図（検査）, 個人懇談（会）.
    static let fillers: Set<String> = [
        "会", "大会", "式", "日", "検査", "検診", "行事", "活動", "授業", "学習", "教室", "期間", "週間", "調査", "票", "用紙", "の日", "等", "など",
    ]

    /// Marks that list things of equal rank.
    static let listMarks: Set<Character> = ["・", "･", "、", "，", ",", "/", "／", "＆", "&", "+", "＋"]

    /// Behind a grade they make it a word of the name itself: 1年生を迎える会.
    static let particles: Set<Character> = ["を", "の", "に", "が", "は", "と", "間", "度"]
}
