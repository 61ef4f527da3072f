import ICalKit

/// The calendar and the rules that the benchmark reads: invented, deterministic, Japanese.
struct Corpus {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func number(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % below
    }

    private mutating func one(_ choices: [String]) -> String { choices[number(choices.count)] }

    private static let subjects = [
        "運動会", "授業参観", "個人面談", "遠足", "避難訓練", "学校公開日", "PTA総会", "修学旅行", "読み聞かせ", "給食試食会", "クラブ活動",
    ]
    private static let sentences = [
        "持ち物は水筒、帽子、タオルです。", "雨天の場合は翌日に延期します。", "車での来校はご遠慮ください；近隣の迷惑になります。", "参加の可否を連絡帳でお知らせください。",
        "開始の十分前までに体育館へお集まりください。", "詳しくは学年だより（第3号）をご覧ください。",
    ]
    private static let rules = [
        "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=DAILY;INTERVAL=2", "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=4,10;BYDAY=1MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;WKST=SU", "FREQ=YEARLY;BYMONTH=1,5,9",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=DAILY;BYMONTH=5,6;BYDAY=SA", "FREQ=WEEKLY;COUNT=30",
    ]

    /// A start between 2024 and 2027 that is an instance of the rule, and never near midnight in UTC.
    private mutating func start(_ rule: String? = nil) throws -> String {
        let day = CalendarDate(daysSince1970: 19_723 + number(1_460))
        let start = CalendarTime.floating(LocalDateTime(day, secondOfDay: (10 + number(6)) * 3_600))
        guard let rule else { return start.wireForm }
        let set = RecurrenceSet(start: start, rules: [try RecurrenceRule(rule)], includesStart: false)
        return set.instances().first { _ in true }.map { start.replacingLocal($0.local).wireForm } ?? start.wireForm
    }

    /// A VCALENDAR with so many events, one in five of them recurring.
    mutating func calendar(events: Int) throws -> [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//otayori//benchmark//JA", "BEGIN:VTIMEZONE", "TZID:Asia/Tokyo",
            "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "TZNAME:JST",
            "END:STANDARD", "END:VTIMEZONE",
        ]
        for index in 0..<events { lines += try event(index) }
        lines.append("END:VCALENDAR")
        var bytes: [UInt8] = []
        for line in lines { Self.fold(line, into: &bytes) }
        return bytes
    }

    private mutating func event(_ index: Int) throws -> [String] {
        let rule = index % 5 == 0 ? one(Self.rules) : nil
        let start = try start(rule)
        let subject = one(Self.subjects)
        var lines = [
            "BEGIN:VEVENT", "UID:event-\(index)@otayori.example", "DTSTAMP:20260401T000000Z",
            "DTSTART;TZID=Asia/Tokyo:\(start)",
            "DTEND;TZID=Asia/Tokyo:\(start.dropLast(4))3000", "SEQUENCE:\(number(5))",
            "SUMMARY:\(subject)（\(1 + number(6))年\\, \(1 + number(4))組）",
            "LOCATION:\(one(["体育館", "校庭", "図書室", "家庭科室"]))\\; 正門から入る",
            "DESCRIPTION:" + (0..<5).map { _ in one(Self.sentences) }.joined(separator: "\\n"),
            "CATEGORIES:\(subject)", "STATUS:CONFIRMED", "TRANSP:OPAQUE",
        ]
        if let rule { lines.append("RRULE:\(rule)") }
        return lines + ["END:VEVENT"]
    }

    private static func fold(_ line: String, into bytes: inout [UInt8]) {
        var column = 0
        for character in line {
            let size = character.utf8.count
            if column + size > 75 {
                bytes += Array("\r\n ".utf8)
                column = 1
            }
            bytes += Array(character.utf8)
            column += size
        }
        bytes += Array("\r\n".utf8)
    }

    /// `DTSTART RRULE` lines, none of the rules with an end.
    mutating func rules(count: Int) throws -> [UInt8] {
        let patterns =
            Self.rules.filter { !$0.contains("COUNT") } + [
                "FREQ=HOURLY;INTERVAL=6", "FREQ=MINUTELY;INTERVAL=30;BYHOUR=9,10", "FREQ=DAILY;BYHOUR=8,16",
                "FREQ=YEARLY;BYDAY=MO;BYWEEKNO=20,40", "FREQ=YEARLY;BYYEARDAY=1,100,200",
            ]
        var text = ""
        for _ in 0..<count {
            let rule = one(patterns)
            text += "\(try start(rule)) \(rule)\n"
        }
        return Array(text.utf8)
    }
}
