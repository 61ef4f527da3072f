/// A column of an event list, by the heading that the guide for officers gives it.
public enum EventListColumn: String, CaseIterable, Sendable {
    case externalID = "行事ID"
    case title = "行事名"
    case kind = "種別"
    case firstDay = "開始日"
    case month = "月"
    case dayOfMonth = "日"
    case weekday = "曜日"
    case lastDay = "終了日"
    case start = "開始時刻"
    case end = "終了時刻"
    case grades = "対象学年"
    case classes = "対象学級"
    case place = "場所"
    case rainDates = "予備日"
    case items = "持ち物"
    case status = "状態"
    case note = "備考"

    /// Other headings that schools write above such a column, the likeliest first.
    ///
    /// A new one is one word here and one test. Numbers of rows (No., 番号) are no identity: they move when a row is inserted.
    var synonyms: [String] {
        switch self {
        case .externalID: ["行事番号", "行事コード", "id"]
        case .title:
            [
                "行事", "行事内容", "行事等", "主な行事", "学校行事", "行事予定", "行事・予定", "予定", "内容", "名称", "行事名称", "件名", "題名", "タイトル",
                "項目",
                "イベント", "イベント名",
            ]
        case .kind: ["種類", "区分", "分類"]
        case .firstDay: ["日付", "月日", "期日", "年月日", "実施日", "開催日", "実施期日", "日にち", "日程", "日時", "開始", "開始年月日", "開始月日"]
        case .month, .dayOfMonth: []
        case .weekday: ["曜", "曜日(祝)"]
        case .lastDay: ["終了", "最終日", "終了年月日", "終了月日"]
        case .start: ["時間", "時刻", "開始時間", "開始時", "時間帯"]
        case .end: ["終了時間", "終了時"]
        case .grades: ["学年", "対象", "対象者", "参加学年", "該当学年", "対象児童", "対象生徒"]
        case .classes: ["学級", "組", "クラス"]
        case .place: ["会場", "開催場所", "実施場所", "集合場所"]
        case .rainDates: ["雨天順延", "順延日", "雨天時", "雨天予備日", "延期日"]
        case .items: ["持物", "もちもの", "準備物", "準備するもの", "携行品"]
        case .status: ["状況", "確定"]
        case .note: ["注意", "注意事項", "補足", "連絡", "連絡事項", "その他", "摘要"]
        }
    }

    /// What a heading means: by our own name, else by a synonym.
    static func named(_ heading: String) -> (column: EventListColumn, isName: Bool)? { byKey[matchingKey(of: heading)] }

    private static let byKey: [String: (column: EventListColumn, isName: Bool)] = {
        var found: [String: (column: EventListColumn, isName: Bool)] = [:]
        for column in allCases {
            for word in column.synonyms { found[matchingKey(of: word)] = (column, false) }
        }
        for column in allCases { found[matchingKey(of: column.rawValue)] = (column, true) }
        return found
    }()

    /// Words for it in English, for officers who type them.
    var englishWord: String {
        switch self {
        case .externalID: "external_id"
        case .title: "title"
        case .kind: "kind"
        case .firstDay: "first_day"
        case .month: "month"
        case .dayOfMonth: "day"
        case .weekday: "weekday"
        case .lastDay: "last_day"
        case .start: "start"
        case .end: "end"
        case .grades: "grades"
        case .classes: "classes"
        case .place: "place"
        case .rainDates: "rain_dates"
        case .items: "items"
        case .status: "status"
        case .note: "note"
        }
    }

    /// Reads 開始日 or `first_day`.
    init?(word: String) {
        let key = matchingKey(of: word)
        let found = Self.allCases.first { matchingKey(of: $0.rawValue) == key || $0.englishWord == key }
        guard let found else { return nil }
        self = found
    }
}
