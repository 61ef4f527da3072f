/// What the words of a title say of an event: whether school is closed, something is due, or a public holiday is meant.
///
/// A new wording is one line here and one test.
enum EventWords {
    /// A closure's name ends like this: 「夏季休業」, 「夏休み」, but not 「夏休み作品展」.
    private static let closureEndings = [
        "休業", "休業日", "休校", "休校日", "休日", "代休", "代休日", "振休", "休み", "やすみ", "閉庁日", "閉庁", "学級閉鎖", "学年閉鎖", "学校閉鎖",
        "開校記念日", "創立記念日", "開学記念日", "県民の日", "都民の日", "府民の日", "道民の日", "市民の日", "家庭学習日", "自宅学習日",
    ]

    /// What rests there is not the school.
    private static let notClosures = [
        "部活", "クラブ", "給食", "昼休み", "中休み", "業間休み", "20分休み", "朝練", "委員会", "図書", "プール", "弁当", "学童", "休み明け", "相談",
    ]

    private static let deadlineEndings = [
        "締切", "締切日", "締め切り", "締切り", "〆切", "〆切日", "しめきり", "必着", "提出", "提出日", "提出期限", "申込期限", "引き落とし", "引落し", "引落",
        "引き落とし日", "引落日", "口座振替", "口座振替日", "集金", "集金日",
    ]

    /// - Parameter title: Without its audience; what stands in brackets behind it says nothing of the kind.
    static func kind(of title: String) -> EventKind {
        let whole = matchingKey(of: title)
        let name = whole.prefix { $0 != "(" }
        let key = name.isEmpty ? whole : String(name)
        if isClosure(key) { return .closure }
        return deadlineEndings.contains { key.hasSuffix($0) } ? .deadline : .event
    }

    /// - Parameter key: As ``matchingKey(of:)`` gives it.
    static func isClosure(_ key: String) -> Bool {
        closureEndings.contains { key.hasSuffix($0) } && !notClosures.contains { key.contains(matchingKey(of: $0)) }
    }

    /// Begin and end of a closure, where a plan names only these: 「夏季休業開始」 … 「夏季休業終了」.
    ///
    /// - Returns: The closure's name and whether it begins.
    static func edgeOfClosure(_ key: String) -> (name: String, begins: Bool)? {
        for (ending, begins) in edges where key.hasSuffix(ending) {
            let name = String(key.dropLast(ending.count))
            if isClosure(name) { return (name, begins) }
        }
        return nil
    }

    private static let edges: [(ending: String, begins: Bool)] = [
        ("(始)", true), ("開始日", true), ("開始", true), ("始まり", true), ("始め", true), ("初日", true), ("始", true),
        ("(終)", false), ("終了日", false), ("終了", false), ("終わり", false), ("最終日", false), ("終", false),
    ]

    /// People who are not at the school yet are meant: nobody's calendar.
    static func isForNewcomers(_ title: String, on day: SchoolDay) -> Bool {
        guard !(4...7).contains(day.month) else { return false }
        let key = matchingKey(of: title)
        if key.contains("就学時健") { return true }
        let names = ["新入学児童", "新入生", "新1年生", "入学予定"].contains { key.contains($0) }
        return names && ["説明会", "保護者会", "体験入学", "一日入学", "1日入学", "半日入学"].contains { key.hasSuffix($0) }
    }
}

/// The names of the national holidays as plans write them (国民の祝日に関する法律 第2条).
enum HolidayWords {
    private static let names: Set<String> = [
        "元日", "元旦", "成人の日", "建国記念の日", "建国記念日", "天皇誕生日", "春分の日", "昭和の日", "憲法記念日", "みどりの日", "緑の日", "こどもの日",
        "子供の日", "子どもの日", "海の日", "山の日", "敬老の日", "秋分の日", "スポーツの日", "体育の日", "文化の日", "勤労感謝の日", "国民の休日",
    ]

    /// Words that mean the school's own day off where the calendar has no holiday.
    private static let ambiguous: Set<String> = ["振替休日", "振休", "休日", "祝日", "国民の祝日", "祝"]

    enum Reading: Equatable {
        /// A holiday of the calendar, named on its day.
        case holiday
        /// A holiday's name on a day that is none.
        case misplaced
    }

    /// - Returns: `nil` when the text names no public holiday; 「振替休日」 on an ordinary day is the school's.
    static func read(_ text: String, on day: SchoolDay, holidays: Holidays) -> Reading? {
        var key = matchingKey(of: text)
        if ambiguous.contains(key) { return isHoliday(day, holidays) ? .holiday : nil }
        for mark in [
            "(祝日)", "(国民の祝日)", "(祝)", "(休)", "[祝]", "【祝】", "【祝日】", "〔祝〕", "祝日(", "祝(", "国民の祝日", "祝日", "㊗", ")",
        ] {
            key = key.replacing(mark, with: "")
        }
        if key.isEmpty || ambiguous.contains(key) { return isHoliday(day, holidays) ? .holiday : nil }
        guard names.contains(key) else { return nil }
        return isHoliday(day, holidays) ? .holiday : .misplaced
    }

    /// A holiday that an association took away is still one in the school's plan.
    private static func isHoliday(_ day: SchoolDay, _ holidays: Holidays) -> Bool {
        Holidays().name(of: day) != nil || holidays.name(of: day) != nil
    }
}
