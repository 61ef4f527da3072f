extension FeedWords {
    var calledOff: String { pick("中止", "Called off", "なくなりました") }
    var withdrawn: String { pick("登録の取り消し", "Taken back: it was entered by mistake", "まちがいだったので けしました") }
    var thisWeek: String { pick("今週", "This week", "こんしゅう") }
    var nextWeek: String { pick("来週", "Next week", "らいしゅう") }
    var closures: String { pick("お休み", "No school", "やすみ") }
    var deadlines: String { pick("しめきり", "Deadlines", "しめきり") }
    var changes: String { pick("変更・中止", "Changes", "かわったこと") }
    var lastConfirmed: String { pick("最終確認日", "Last confirmed", "さいごに たしかめた ひ") }
    var title: String { pick("おたより暦", "Otayori", "おたよりごよみ") }

    func emptyWeek(_ confirmed: SchoolDay?) -> String {
        let day = confirmed.map { DayText.short($0, language) } ?? pick("まだありません", "not yet", "まだ ありません")
        return pick(
            "今週の予定はありません（最終確認日 \(day)）", "Nothing this week (last confirmed \(day))",
            "こんしゅうの よていは ありません（さいごに たしかめた ひ \(day)）"
        )
    }

    /// `あと3日`; today's says so.
    func daysLeft(_ days: Int) -> String {
        days == 0 ? pick("今日まで", "today", "きょうまで") : pick("あと\(days)日", "\(days) days left", "あと \(days)にち")
    }

    /// `5/23(土) 9:00〜15:00`, `7/14(火)〜7/17(金)`.
    func when(_ content: EventContent) -> String {
        let first = DayText.short(content.firstDay, language)
        let last = DayText.short(content.lastDay, language)
        let days = content.lastDay > content.firstDay ? "\(first)〜\(last)" : first
        switch (content.start, content.end) {
        case (let start?, let end?): return "\(days) \(start.text)〜\(end.text)"
        case (let start?, nil): return "\(days) \(start.text)" + (content.kind == .deadline ? "" : "〜")
        case (nil, let end?): return "\(days) 〜\(end.text)"
        case (nil, nil): return days
        }
    }

    /// `変更 5/23→5/30`, or `変更 5/23` when only time or place moved.
    func change(_ change: VisibleChange, to content: EventContent) -> String {
        let new = content.firstDay.monthSlashDay
        let days = change.oldDay == content.firstDay ? new : "\(change.oldDay.monthSlashDay)→\(new)"
        return "\(pick("変更", "Changed", "かわりました")) \(days)"
    }

    /// What was, and what is: `5/23(土) → 5/30(土)`; with the date unchanged, the time or place.
    func moved(_ change: VisibleChange, to content: EventContent) -> String {
        let isSameDay = change.oldDay == content.firstDay
        func point(_ day: SchoolDay, _ time: WallTime?, _ place: String?) -> String {
            var parts = [DayText.short(day, language)]
            if isSameDay || change.oldStart != content.start, let time { parts.append(time.text) }
            if change.oldPlace != content.place, let place { parts.append(place) }
            return parts.joined(separator: " ")
        }
        return point(change.oldDay, change.oldStart, change.oldPlace) + " → "
            + point(content.firstDay, content.start, content.place)
    }

    var allGrades: String { pick("全学年", "All grades", "みんな") }
    func grade(_ grade: Int) -> String { language == .en ? "Grade \(grade)" : "\(grade)年" }
    func schoolClass(_ grade: Int, _ number: Int) -> String {
        language == .en ? "Class \(grade)-\(number)" : "\(grade)年\(number)組"
    }
}
